import { describe, expect, it } from 'vitest'
import {
  fileOf,
  movesInShort,
  problemOf,
  read,
  readDocument,
  sentences,
  stagesInShort,
} from '../reading.cases.ts'

const value = (fields: Record<string, string | number | boolean>): string =>
  Object.entries(fields)
    .map(([tag, text]) => `<${tag}>${text}</${tag}>`)
    .join('')
const valueSet = (...values: Record<string, string | number | boolean>[]) =>
  fileOf(
    'OpportunityStage.standardValueSet-meta.xml',
    `<?xml version="1.0" encoding="UTF-8"?>
<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <sorted>false</sorted>
${values.map((fields) => `  <standardValue>${value(fields)}</standardValue>`).join('\n')}
</StandardValueSet>`,
  )
const open = (fullName: string, probability: number) => ({ fullName, closed: false, probability, won: false })
const won = { fullName: 'Closed Won', closed: true, probability: 100, won: true }
const lost = { fullName: 'Closed Lost', closed: true, probability: 0, won: false }
const businessProcess = (name: string, ...values: string[]) =>
  fileOf(
    `${name}.businessProcess-meta.xml`,
    `<BusinessProcess><fullName>${name}</fullName><isActive>true</isActive>${values
      .map((fullName) => `<values><fullName>${fullName}</fullName><default>false</default></values>`)
      .join('')}</BusinessProcess>`,
  )

describe('a value set', () => {
  it('becomes a process in the order of the file, closed stages last', async () => {
    const result = await read(valueSet(open('New', 10), lost, won, open('Late', 90)))
    expect(result.document && stagesInShort(result.document)).toEqual([
      'New 10',
      'Late 90',
      'Closed Won 100 won',
      'Closed Lost 0 lost',
    ])
    expect(sentences(result, 'guessed').join()).toContain('Order: Open stages keep the order of the file')
  })

  it('leads each stage to the next and any stage to lost, and says that this is a guess', async () => {
    const result = await read(valueSet(open('A', 10), open('B', 50), won, lost))
    expect(result.document && movesInShort(result.document)).toEqual([
      'A → B',
      'B → Closed Won',
      'any → Closed Lost',
    ])
    expect(sentences(result, 'guessed').join()).toContain('no moves between stages')
  })

  it('can lead every open stage to every other, backward as rework', async () => {
    const document = await readDocument(valueSet(open('A', 10), open('B', 50), won, lost), {
      topology: 'all_to_all',
    })
    expect(movesInShort(document)).toEqual([
      'A → B',
      'A → Closed Won',
      'B → A rework',
      'B → Closed Won',
      'any → Closed Lost',
    ])
    expect(document.process.policies.allow_rework).toBe(true)
  })

  it('keeps probabilities that are wrong: won at 10, lost at 100, open at 0 and 100', async () => {
    const document = await readDocument(
      valueSet(open('A', 0), open('B', 100), { ...won, probability: 10 }, { ...lost, probability: 100 }),
    )
    expect(stagesInShort(document)).toEqual(['A 0', 'B 100', 'Closed Won 10 won', 'Closed Lost 100 lost'])
  })

  it('takes a missing probability from the open stage before and says so', async () => {
    const result = await read(
      valueSet(open('A', 30), { fullName: 'Pledged', closed: false, won: false }, won, lost),
    )
    expect(result.document && stagesInShort(result.document)[1]).toBe('Pledged 30')
    expect(sentences(result, 'guessed')).toContain(
      'Pledged: The file gives no probability; 30 % was taken from the open stage before it.',
    )
  })

  it('keeps stages of one name apart by their codes', async () => {
    const document = await readDocument(valueSet(open('Offer', 10), open('Offer', 20), won, lost))
    expect(Object.values(document.stages).map((stage) => stage.stageCode)).toEqual([
      'OFFER',
      'OFFER_2',
      'CLOSED_WON',
      'CLOSED_LOST',
    ])
  })

  it('cuts names above 100 characters and tells', async () => {
    const result = await read(valueSet(open('N'.repeat(130), 10), won, lost))
    expect(Object.values(result.document?.stages ?? {})[0]?.stageName).toHaveLength(100)
    expect(sentences(result, 'dropped').join()).toContain('The name has 130 characters; it was cut to 100.')
  })

  it('keeps inactive values inactive and unconnected, and takes the default value as entry', async () => {
    const document = await readDocument(
      valueSet({ ...open('Old', 5), isActive: false }, { ...open('New', 10), default: true }, won, lost),
    )
    expect(stagesInShort(document).slice(0, 2)).toEqual(['Old 5 inactive', 'New 10 entry'])
    expect(movesInShort(document)).toEqual(['New → Closed Won', 'any → Closed Lost'])
  })

  it('maps forecast categories, and drops an unknown one with a word', async () => {
    const result = await read(
      valueSet(
        { ...open('A', 10), forecastCategory: 'BestCase' },
        { ...open('B', 20), forecastCategory: 'Forecast' },
        { ...open('C', 30), forecastCategory: 'Maybe' },
        won,
        lost,
      ),
    )
    const stages = Object.values(result.document?.stages ?? {})
    expect(stages.slice(0, 3).map((stage) => stage.forecastCategory)).toEqual(['best_case', 'commit', null])
    expect(sentences(result, 'dropped')).toContain('C: The forecast category “Maybe” is unknown.')
  })

  it('switches the single won and lost policy off where there are several', async () => {
    const document = await readDocument(valueSet(open('A', 10), won, { ...won, fullName: 'Booked' }, lost))
    expect(document.process.policies.single_closed_stages).toBe(false)
    expect(movesInShort(document)).toContain('A → Booked')
  })

  it('takes a stage that is won but not closed for won', async () => {
    const result = await read(valueSet(open('A', 10), { ...won, closed: false }, lost))
    expect(result.document && stagesInShort(result.document)).toContain('Closed Won 100 won')
    expect(sentences(result, 'guessed').join()).toContain('won but not closed')
  })

  it('remembers the API name, shows the label, and makes codes for any script', async () => {
    const document = await readDocument(
      valueSet({ ...open('Contrat', 10), label: 'Contrat validé' }, open('협상/검토', 50), won, lost),
    )
    const [first, second] = Object.values(document.stages)
    expect([first?.stageName, first?.externalId, first?.stageCode]).toEqual([
      'Contrat validé',
      'Contrat',
      'CONTRAT_VALIDE',
    ])
    expect([second?.stageName, second?.stageCode]).toEqual(['협상/검토', 'STAGE'])
  })

  it('never holds two stages in one place', async () => {
    const many = Array.from({ length: 57 }, (_, index) => open(`Stage ${index}`, index))
    const document = await readDocument(valueSet(...many, won, { ...won, fullName: 'Won 2' }, lost))
    const places = Object.values(document.stages).map((stage) => JSON.stringify(stage.position))
    expect(new Set(places).size).toBe(60)
  })
})

describe('business processes', () => {
  const set = valueSet(open('New', 10), open('Id. Decision Makers', 60), open('Other', 70), won, lost)

  it('ask which one where there are several, with their numbers of stages', async () => {
    const result = await read([
      set,
      businessProcess('Direct', 'New', 'Closed Won'),
      businessProcess('Partner', 'Other'),
    ])
    expect(result.document).toBeUndefined()
    expect(result.choices.map((choice) => `${choice.id} ${choice.stageCount}`)).toEqual([
      'Direct 2',
      'Partner 1',
      '* 5',
    ])
  })

  it('pick stages of the value set in its order, whatever their own order and spelling', async () => {
    const files = [
      set,
      businessProcess('Direct', 'Closed Lost', 'Closed Won', 'Id%2E Decision Makers', 'New'),
    ]
    const result = await read(files)
    expect(result.chosen).toBe('Direct')
    expect(result.document?.process.processName).toBe('Direct')
    expect(result.document && stagesInShort(result.document)).toEqual([
      'New 10',
      'Id. Decision Makers 60',
      'Closed Won 100 won',
      'Closed Lost 0 lost',
    ])
    expect(sentences(result, 'dropped').join()).toContain('not in “Direct” stayed out: 1.')
  })

  it('can be passed over for all stages', async () => {
    const document = await readDocument([set, businessProcess('Direct', 'New')], { businessProcess: '*' })
    expect(Object.keys(document.stages)).toHaveLength(5)
  })

  it('that do not exist are answered with those that do', async () => {
    expect(await problemOf([set, businessProcess('Direct', 'New')], { businessProcess: 'Nobody' })).toBe(
      '“Nobody”: The files have no such business process. Choose one of: Direct, *.',
    )
  })

  it('about other objects are left aside', async () => {
    const result = await read([set, businessProcess('Support', 'Working', 'Escalated')])
    expect(result.choices).toEqual([])
    expect(sentences(result, 'dropped').join()).toContain('Support: None of its stages is in the value set')
  })

  it('alone are filled with what Salesforce ships, and every guess is told', async () => {
    const result = await read(
      businessProcess('Direct', 'Closed Lost', 'Closed Won', 'Prospecting', 'Our Own'),
    )
    expect(result.document && stagesInShort(result.document)).toEqual([
      'Prospecting 10',
      'Our Own 10',
      'Closed Won 100 won',
      'Closed Lost 0 lost',
    ])
    expect(sentences(result, 'guessed').filter((sentence) => sentence.includes('No value set'))).toHaveLength(
      4,
    )
  })
})

describe('an old object file', () => {
  const object = (stageName: string, ...more: string[]) =>
    fileOf(
      'Opportunity.object',
      `<CustomObject xmlns="urn:x"><fields><fullName>StageName</fullName>${stageName}</fields>${more.join('')}</CustomObject>`,
    )

  it('holds the stages in the picklist of StageName and the processes beside them', async () => {
    const picklist = [open('New', 10), won, lost].map(
      (fields) => `<picklistValues>${value(fields)}</picklistValues>`,
    )
    const process =
      '<businessProcesses><fullName>Direct</fullName><values><fullName>New</fullName></values><values><fullName>Closed Won</fullName></values></businessProcesses>'
    const document = await readDocument(object(`<picklist>${picklist.join('')}</picklist>`, process))
    expect(document.process.processName).toBe('Direct')
    expect(stagesInShort(document)).toEqual(['New 10', 'Closed Won 100 won'])
  })

  it('without stages says which file to add', async () => {
    expect(await problemOf(object('<type>Picklist</type>'))).toBe(
      'Opportunity.object: No opportunity stages in here (<CustomObject>). Add the file OpportunityStage.standardValueSet-meta.xml of the same org and import them together.',
    )
  })

  it('counts what it leaves aside', async () => {
    const rules =
      '<validationRules><fullName>A</fullName></validationRules><validationRules><fullName>B</fullName></validationRules>'
    const result = await read([object('<type>Picklist</type>', rules), valueSet(open('A', 1), won, lost)])
    expect(sentences(result, 'dropped')).toContain(
      'Validation rules: Of the object, but not part of the import: 2.',
    )
  })
})

it('two orgs at once are refused', async () => {
  expect(await problemOf([valueSet(open('A', 1)), valueSet(open('B', 1))])).toContain(
    'Import one org at a time.',
  )
})

it('a value set of other things is refused', async () => {
  const text = '<StandardValueSet><standardValue><fullName>Web</fullName></standardValue></StandardValueSet>'
  expect(await problemOf(fileOf('LeadSource.standardValueSet', text))).toContain(
    'No opportunity stages in here',
  )
})

import { describe, expect, it } from 'vitest'
import { fileOf, problemOf, read, readDocument, sentences, stagesInShort } from '../reading.cases.ts'

const json = (value: unknown) => fileOf('pipelines.json', JSON.stringify(value))
const v3 = (label: string, displayOrder: number, probability: unknown, isClosed?: unknown) => ({
  id: label.toLowerCase(),
  label,
  displayOrder,
  metadata: { probability, ...(isClosed === undefined ? {} : { isClosed }) },
})
const v1 = (label: string, displayOrder: number, probability: unknown, closedWon: unknown) => ({
  stageId: label.toLowerCase(),
  label,
  displayOrder,
  probability,
  closedWon,
  active: true,
})

describe('v3', () => {
  const pipeline = {
    id: 'default',
    label: 'Sales Pipeline',
    displayOrder: 0,
    updatedAt: null,
    stages: [
      v3('Won', 2, '1.0', 'true'),
      v3('Lost', 3, '0.0', 'true'),
      v3('First', 0, '0.2', 'false'),
      v3('Second', 1, '0.07', 'false'),
    ],
  }
  const expected = ['First 20', 'Second 7', 'Won 100 won', 'Lost 0 lost']

  it('reads strings for numbers and booleans, in display order, as percent', async () => {
    expect(stagesInShort(await readDocument(json({ results: [pipeline] })))).toEqual(expected)
  })

  it.each([
    ['one pipeline', pipeline],
    ['a list', [pipeline]],
    ['a record of a data pipe', { stream: 'deal_pipelines', data: pipeline }],
    ['the stages of one pipeline', { results: pipeline.stages }],
  ])('reads %s', async (_, value) => {
    expect(stagesInShort(await readDocument(json(value)))).toEqual(expected)
  })

  it('reads JSON lines', async () => {
    const lines = [pipeline, { ...pipeline, id: 'other', label: 'Other' }].map((data) =>
      JSON.stringify({ data }),
    )
    const result = await read(fileOf('records.jsonl', lines.join('\n')))
    expect(result.choices.map((choice) => choice.name)).toEqual(['Other', 'Sales Pipeline'])
  })

  it('keeps a stage open that the file calls open, whatever its name', async () => {
    const result = await read(json({ ...pipeline, stages: [v3('Closed Lost', 0, '0.1', 'false')] }))
    expect(result.document && stagesInShort(result.document)).toEqual(['Closed Lost 10'])
    expect(sentences(result, 'guessed').join()).toContain('it stayed open')
  })

  it('takes a closed stage of 0.4 for lost and of 0.9 for won, as guesses', async () => {
    const result = await read(json({ ...pipeline, stages: [v3('A', 0, 0.4, true), v3('B', 1, 0.9, true)] }))
    expect(result.document && stagesInShort(result.document)).toEqual(['B 90 won', 'A 40 lost'])
    expect(
      sentences(result, 'guessed').filter((sentence) => sentence.includes('neither won nor lost')),
    ).toHaveLength(2)
  })

  it('reads percent where numbers are above 1', async () => {
    const result = await read(json({ ...pipeline, stages: [v3('A', 0, 1, false), v3('B', 1, 60, false)] }))
    expect(result.document && stagesInShort(result.document)).toEqual(['A 1', 'B 60'])
    expect(sentences(result, 'guessed')).toContain(
      'Probabilities: Some are above 1, so all of them were read as percent.',
    )
  })

  it('keeps archived stages inactive', async () => {
    const stages = [{ ...v3('Gone', 0, 0.1, false), archived: true }, v3('Here', 1, 0.2, false)]
    expect(stagesInShort(await readDocument(json({ ...pipeline, stages })))).toEqual([
      'Gone 10 inactive',
      'Here 20',
    ])
  })

  it('says what is not in the file or has no place', async () => {
    const result = await read(
      json({ ...pipeline, stages: [{ ...v3('A', 0, 0.1, false), writePermissions: 'X' }] }),
    )
    expect(sentences(result, 'dropped')).toEqual([
      'Required properties: HubSpot keeps the required properties of a stage outside this file; add them in the panel of the stage.',
      'Other settings: A process has no place for writePermissions.',
    ])
  })
})

describe('v1', () => {
  it('reads closedWon, and a probability of 0 as lost with a word', async () => {
    const pipeline = {
      pipelineId: 'p',
      label: 'Shop',
      stages: [
        v1('Processed', 1, 1, true),
        v1('Shipped', 2, 1.0, true),
        v1('Cart', 0, 0.1, false),
        v1('Cancelled', 3, 0, false),
      ],
    }
    const result = await read(json([pipeline]))
    expect(result.document && stagesInShort(result.document)).toEqual([
      'Cart 10',
      'Processed 100 won',
      'Shipped 100 won',
      'Cancelled 0 lost',
    ])
    expect(result.document?.process.policies.single_closed_stages).toBe(false)
    expect(sentences(result, 'guessed').join()).toContain('with a probability of 0 it was taken for lost')
  })

  it('reads a pipeline of one stage without won or lost', async () => {
    const document = await readDocument(
      json([{ pipelineId: 'p', label: 'One', stages: [v1('Only', 0, 0.5, false)] }]),
    )
    expect(stagesInShort(document)).toEqual(['Only 50'])
    expect(document.transitions).toEqual({})
  })
})

describe('several pipelines', () => {
  const two = json({
    results: [
      { id: 'b', label: 'B', displayOrder: 1, stages: [v3('X', 0, 0.1)] },
      { id: 'a', label: 'A', displayOrder: 0, stages: [], archived: true },
    ],
  })

  it('are a choice', async () => {
    const result = await read(two)
    expect(result.document).toBeUndefined()
    expect(result.choices.map(({ id, stageCount, isActive }) => [id, stageCount, isActive])).toEqual([
      ['a', 0, false],
      ['b', 1, true],
    ])
  })

  it('are read by id or by name', async () => {
    expect((await readDocument(two, { pipeline: 'b' })).process.processName).toBe('B')
    expect((await readDocument(two, { pipeline: 'B' })).process.processName).toBe('B')
    expect(await problemOf(two, { pipeline: 'c' })).toContain('Choose one of: a (A), b (B).')
  })
})

it('hundreds of thousands of pipelines are refused', async () => {
  const text = `[${'{"stages":[]},'.repeat(300_000)}{}]`
  expect(await problemOf(fileOf('p.json', text))).toContain('There are more than 1000 processes in it.')
})

it('JSON without any pipeline is answered with what to choose', async () => {
  expect(await problemOf(json({ deals: [] }))).toContain('No pipeline in here')
})

it('broken JSON is answered with the line', async () => {
  expect(await problemOf(fileOf('p.json', '{\n "results": [\n  {"id": }\n ]\n}'))).toMatch(
    /^p\.json:3: The JSON is broken\. In column 10/,
  )
})

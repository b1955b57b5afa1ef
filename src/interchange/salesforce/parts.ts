/** Sorts what Salesforce files hold: stage values, business processes, and the rest that is told and left aside. */
import { type Loss, Unreadable } from '../reading.ts'
import type { SourceText } from '../source/decodeText.ts'
import { refuseTooManyProcesses } from '../source/limits.ts'
import { childrenNamed, parseXml, textOf, type XmlElement } from '../source/xml.ts'
import { type BusinessProcess, readBusinessProcess } from './businessProcess.ts'
import { looksLikeStage } from './stageValue.ts'

export interface StageValues {
  readonly file: string
  readonly values: readonly XmlElement[]
}

export interface SalesforceParts {
  /** The stage picklist; null where no file has one. */
  readonly stageValues: StageValues | null
  readonly businessProcesses: readonly BusinessProcess[]
  readonly losses: readonly Loss[]
  /** The kinds of all files, for the sentence about why nothing could be read. */
  readonly kinds: readonly string[]
}

/** Metadata that goes beside stages, and what it is called in a sentence. */
const leftAside: Readonly<Record<string, string>> = {
  ValidationRule: 'validation rule',
  RecordType: 'record type',
  PathAssistant: 'path',
  Workflow: 'workflow',
  ApprovalProcess: 'approval process',
  CustomField: 'field',
  CustomObject: 'object',
  StandardValueSet: 'value set',
  Flow: 'flow',
  Layout: 'page layout',
  Package: 'package list',
}

/** @throws Unreadable where a file is broken or two files both hold the stage picklist. */
export function collectParts(sources: readonly SourceText[]): SalesforceParts {
  const valueSets: StageValues[] = []
  const inObjects: StageValues[] = []
  const businessProcesses: BusinessProcess[] = []
  const losses: Loss[] = []
  const kinds: string[] = []
  for (const source of sources) {
    const root = parseXml(source)
    const file = source.name
    losses.push(...source.losses)
    kinds.push(leftAside[root.name] ?? `<${root.name.slice(0, 40)}> file`)
    const values = childrenNamed(root, 'standardValue')
    if (root.name === 'StandardValueSet' && isStagePicklist(file, values)) valueSets.push({ file, values })
    else if (root.name === 'BusinessProcess') businessProcesses.push(readBusinessProcess(root, file))
    else if (root.name === 'CustomObject') {
      const field = childrenNamed(root, 'fields').find(
        (candidate) => textOf(candidate, 'fullName') === 'StageName',
      )
      const inField = field ? picklistValues(field) : []
      if (inField.length > 0) inObjects.push({ file, values: inField })
      businessProcesses.push(
        ...childrenNamed(root, 'businessProcesses').map((one) => readBusinessProcess(one, file)),
      )
      losses.push(...restOfObject(root, file))
      refuseTooManyProcesses(file, businessProcesses.length)
    } else if (root.name === 'CustomField' && picklistValues(root).some(looksLikeStage))
      inObjects.push({ file, values: picklistValues(root) })
    else losses.push(notRead(file, root))
  }
  const holders = valueSets.length > 0 ? valueSets : inObjects
  const [first, second] = holders
  if (first && second)
    throw new Unreadable(
      `${first.file} and ${second.file}`,
      'Both hold the stages of an org.',
      'Import one org at a time.',
    )
  return { stageValues: first ?? null, businessProcesses, losses, kinds }
}

const isStagePicklist = (file: string, values: readonly XmlElement[]): boolean =>
  values.length > 0 && (values.some(looksLikeStage) || /OpportunityStage/i.test(file))

/** Old: `picklist/picklistValues`; newer: `valueSet/valueSetDefinition/value`. */
function picklistValues(field: XmlElement): XmlElement[] {
  const below = (element: XmlElement, name: string) => childrenNamed(element, name)
  const old = below(field, 'picklist').flatMap((picklist) => below(picklist, 'picklistValues'))
  if (old.length > 0) return old
  return below(field, 'valueSet')
    .flatMap((set) => below(set, 'valueSetDefinition'))
    .flatMap((definition) => below(definition, 'value'))
}

function notRead(file: string, root: XmlElement): Loss {
  const kind = leftAside[root.name]
  return {
    kind: 'dropped',
    what: kind ? `${kind[0]?.toUpperCase()}${kind.slice(1)}` : root.name,
    where: file,
    sentence: kind
      ? `The ${kind} is not part of the import.`
      : `<${root.name.slice(0, 40)}> does not describe opportunity stages.`,
  }
}

const countedParts: Readonly<Record<string, [one: string, many: string]>> = {
  fields: ['field', 'fields'],
  validationRules: ['validation rule', 'validation rules'],
  recordTypes: ['record type', 'record types'],
  listViews: ['list view', 'list views'],
  webLinks: ['button or link', 'buttons and links'],
  compactLayouts: ['compact layout', 'compact layouts'],
  fieldSets: ['field set', 'field sets'],
}

function restOfObject(root: XmlElement, file: string): Loss[] {
  return Object.entries(countedParts).flatMap(([tag, [one, many]]) => {
    const count = childrenNamed(root, tag).length
    if (count === 0) return []
    const what = `${many[0]?.toUpperCase()}${many.slice(1)}`
    return [
      {
        kind: 'dropped',
        what,
        where: file,
        sentence: `${count} ${count === 1 ? one : many} of the object ${count === 1 ? 'is' : 'are'} not part of the import.`,
      } as const,
    ]
  })
}

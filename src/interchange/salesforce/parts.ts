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

/** Metadata that goes beside stages, and what it is called. */
const leftAside: Readonly<Record<string, string>> = {
  ValidationRule: 'Validation rule',
  RecordType: 'Record type',
  PathAssistant: 'Path',
  Workflow: 'Workflow',
  ApprovalProcess: 'Approval process',
  CustomField: 'Field',
  CustomObject: 'Object',
  StandardValueSet: 'Value set',
  Flow: 'Flow',
  Layout: 'Page layout',
  Package: 'Package list',
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
    kinds.push(`<${root.name.slice(0, 40)}>`)
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
      `${first.file}, ${second.file}`,
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
    ...(kind ? { what: kind } : { what: root.name, isName: true }),
    where: file,
    sentence: kind
      ? 'It is not part of the import.'
      : `<${root.name.slice(0, 40)}> does not describe opportunity stages.`,
  }
}

const countedParts = {
  fields: 'Fields',
  validationRules: 'Validation rules',
  recordTypes: 'Record types',
  listViews: 'List views',
  webLinks: 'Buttons and links',
  compactLayouts: 'Compact layouts',
  fieldSets: 'Field sets',
} as const

function restOfObject(root: XmlElement, file: string): Loss[] {
  return Object.entries(countedParts).flatMap(([tag, what]) => {
    const count = childrenNamed(root, tag).length
    if (count === 0) return []
    return [
      {
        kind: 'dropped',
        what,
        where: file,
        sentence: `Of the object, but not part of the import: ${count}.`,
      } as const,
    ]
  })
}

/** A difference as rows with lines “field: from → to”, in the words of the people who sell. Pure. */
import { fieldName } from '../domain/commands/fieldNames.ts'
import { type Change, describeChanges } from '../domain/process/describeChanges.ts'
import { diffProcesses } from '../domain/process/diff.ts'
import { sameValue } from '../domain/process/equality.ts'
import { type ProcessDocument, policiesSchema } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import type { CheckRule } from '../domain/process/rule.ts'
import { say, text } from '../text/index.ts'
import { fieldValueInWords } from './fieldValue.ts'
import { stageNameOf } from './rowNames.ts'
import { ruleInWords, ruleOf } from './ruleWords.ts'

/** `from` and `to` are null where only the fact of the change is worth saying. */
export interface FieldLine {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

export interface ChangedRow {
  readonly id: string
  readonly table: Change['table']
  readonly name: string
  readonly kind: Change['kind']
  readonly lines: readonly FieldLine[]
}

/** Process, stages by order, transitions, scenarios, waivers; each row once with all its changed fields. */
export function changedRows(
  before: ProcessDocument,
  after: ProcessDocument,
  reference: ReferenceData,
): ChangedRow[] {
  const rows = new Map<string, { row: ChangedRow; lines: FieldLine[] }>()
  for (const change of describeChanges(diffProcesses(before, after), before, after)) {
    const key = `${change.table}/${change.id}`
    const had = rows.get(key)
    const lines = had?.lines ?? []
    lines.push(...linesOf(change, { before, after, reference }))
    if (had) continue
    const { id, table, kind } = change
    // Rows without a name of their own are called by what they are about.
    const name = table === 'waivers' || table === 'comments' ? say(change.name) : change.name
    rows.set(key, { row: { id, table, name, kind, lines }, lines })
  }
  return [...rows.values()].map(({ row }) => row)
}

interface Around {
  readonly before: ProcessDocument
  readonly after: ProcessDocument
  readonly reference: ReferenceData
}

const ruleLists: ReadonlySet<string> = new Set(['validationRules', 'transitionRules', 'conditions'])

function linesOf({ kind, field, from, to }: Change, around: Around): FieldLine[] {
  if (kind !== 'changed' || field === undefined) return []
  if (field === 'position') return [{ field: text('changes', 'placeOnCanvas'), from: null, to: null }]
  if (ruleLists.has(field)) return ruleLines(field, from, to, around)
  if (field === 'policies') return policyLines(from, to)
  if (field === 'stageMigrations') return migrationLines(from, to, around)
  const { before, after, reference } = around
  return [
    {
      field: say(fieldName(field)),
      from: fieldValueInWords(field, from, before, reference),
      to: fieldValueInWords(field, to, after, reference),
    },
  ]
}

function rulesById(value: unknown): Map<string, CheckRule> {
  const rules = Array.isArray(value) ? value : []
  return new Map(
    rules.flatMap((item: unknown) => {
      const rule = ruleOf(item)
      return rule ? [[rule.id, rule] as const] : []
    }),
  )
}

/** One line a rule that came, went or reads otherwise now. */
function ruleLines(field: string, from: unknown, to: unknown, { reference }: Around): FieldLine[] {
  const [before, after] = [rulesById(from), rulesById(to)]
  const lines = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): FieldLine[] => {
    const [was, is] = [before.get(id), after.get(id)]
    if (sameValue(was, is)) return []
    const name = (is ?? was)?.name.trim() || text('changes', 'unnamedRule')
    return [
      {
        field: text('changes', 'rule', { field: say(fieldName(field)), name }),
        from: ruleInWords(was ?? null, reference),
        to: ruleInWords(is ?? null, reference),
      },
    ]
  })
  return lines.length > 0 ? lines : [{ field: say(fieldName(field)), from: null, to: null }]
}

function entriesOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function policyLines(from: unknown, to: unknown): FieldLine[] {
  const [was, is] = [entriesOf(from), entriesOf(to)]
  const word = (value: unknown) =>
    typeof value === 'boolean'
      ? text('changes', value ? 'yes' : 'no')
      : value === null || value === undefined
        ? text('changes', 'none')
        : String(value)
  return Object.keys(policiesSchema.shape)
    .filter((key) => was.get(key) !== is.get(key))
    .map((key) => ({
      field: text('changes', 'policy', { name: say(key.replaceAll('_', ' ')) }),
      from: word(was.get(key)),
      to: word(is.get(key)),
    }))
}

function migrationLines(from: unknown, to: unknown, { before, after }: Around): FieldLine[] {
  const [was, is] = [entriesOf(from), entriesOf(to)]
  const document = { stages: { ...before.stages, ...after.stages } }
  const name = (id: unknown) => (typeof id === 'string' ? stageNameOf(document, id) : text('changes', 'none'))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((stageId) => was.get(stageId) !== is.get(stageId))
    .map((stageId) => ({
      field: text('changes', 'dealsOf', { stage: name(stageId) }),
      from: name(was.get(stageId)),
      to: name(is.get(stageId)),
    }))
}

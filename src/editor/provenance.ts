/**
 * Where the value of a field comes from, as far as this device knows: a step of this draft, the published revision
 * it started from, or the making of the process. Pure; who published what is asked of the backend (tracePublished.ts).
 */
import type { DatedBeginning } from '../domain/process/beginning.ts'
import { sameValue } from '../domain/process/equality.ts'
import type { HistoryEntry } from '../domain/process/history.ts'
import { absentValuesOf } from '../domain/process/optionalFields.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { salesStageSchema } from '../domain/process/stage.ts'
import { stageTransitionSchema } from '../domain/process/transition.ts'
import type { EditorState } from './editor.ts'

/** A row whose fields are shown. */
export interface Subject {
  readonly table: 'process' | 'stages' | 'transitions'
  readonly id: string
}

export type Origin =
  /** Steps of this draft changed it; `was` is the published value, else that before the first of them. */
  | {
      readonly kind: 'changed'
      readonly last: HistoryEntry
      readonly steps: number
      readonly was: unknown
      readonly now: unknown
    }
  /** The row was added in this draft with this value. */
  | { readonly kind: 'added'; readonly by: HistoryEntry }
  /** It is not as published, but no step that is kept says why. */
  | { readonly kind: 'differs'; readonly was: unknown; readonly now: unknown; readonly revision: number }
  /** As in the revision that the draft started from. */
  | { readonly kind: 'published'; readonly revision: number }
  /** Of a process that was never published: as it was made. */
  | { readonly kind: 'start'; readonly at: string | null; readonly beginning: DatedBeginning | null }

type Known = Pick<EditorState, 'document' | 'base' | 'beginning' | 'undoStack'>

/** What stages and transitions mean by a field that they may lack and do. */
const absent = {
  stages: absentValuesOf(salesStageSchema),
  transitions: absentValuesOf(stageTransitionSchema),
}

/** The value of a field by its code name; policies by their own name. Undefined where the row is not there. */
export function valueAt(document: ProcessDocument, { table, id }: Subject, field: string): unknown {
  const row: object | undefined = table === 'process' ? document.process : document[table][id]
  if (!row) return undefined
  const values = new Map<string, unknown>(Object.entries(row))
  if (values.has(field)) return values.get(field)
  if (table !== 'process') return absent[table].get(field)
  return new Map<string, unknown>(Object.entries(document.process.policies)).get(field)
}

/** Whether the row was published and its value there is another one. */
export function isChanged(
  { document, base }: Pick<Known, 'document' | 'base'>,
  subject: Subject,
  field: string,
): boolean {
  if (!base) return false
  const was = valueAt(base, subject, field)
  return was !== undefined && !sameValue(was, valueAt(document, subject, field))
}

export function originOf(state: Known, subject: Subject, field: string): Origin {
  const { document, base, undoStack } = state
  const now = valueAt(document, subject, field)
  const published = base ? valueAt(base, subject, field) : undefined
  const revision = base?.process.revision ?? 0
  if (base && published !== undefined && sameValue(published, now)) return { kind: 'published', revision }
  const touching = undoStack.filter((entry) => changeIn(entry, subject, field) !== null)
  const [first] = touching
  const last = touching.at(-1)
  if (first && last) {
    const was = published === undefined ? changeIn(first, subject, field)?.from : published
    return { kind: 'changed', last, steps: touching.length, was, now }
  }
  const by = subject.table === 'process' ? undefined : undoStack.findLast((entry) => adds(entry, subject))
  if (by) return { kind: 'added', by }
  if (base && published !== undefined) return { kind: 'differs', was: published, now, revision }
  return { kind: 'start', at: document.process.createdAt, beginning: state.beginning }
}

function changeIn(
  { diff }: HistoryEntry,
  { table, id }: Subject,
  field: string,
): { readonly from: unknown } | null {
  const change: { readonly from: object; readonly to: object } | null | undefined =
    table === 'process' ? diff.process : diff[table].updated[id]
  if (!change) return null
  const to = new Map<string, unknown>(Object.entries(change.to))
  const from = new Map<string, unknown>(Object.entries(change.from))
  if (to.has(field)) return { from: from.get(field) }
  if (table !== 'process' || !to.has('policies')) return null
  const [was, is] = [inside(from.get('policies'), field), inside(to.get('policies'), field)]
  return was === undefined || sameValue(was, is) ? null : { from: was }
}

const inside = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined

const adds = ({ diff }: HistoryEntry, { table, id }: Subject): boolean =>
  table !== 'process' && Object.hasOwn(diff[table].added, id)

/**
 * Stages and transitions as the blueprint's backend has them, and as a process. What the backend does not keep
 * (places, colours, scenarios, comments …) is taken from what this device knows.
 */
import type { z } from 'zod'
import { blueprintStageFields, blueprintTransitionFields } from '../../../contract/blueprint.ts'
import { sameValue } from '../../../domain/process/equality.ts'
import { type Row as HidingRow, neutralised, withHidden } from '../../../domain/process/hidden.ts'
import { isMasked } from '../../../domain/process/masking.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import { dropRows, putRows, withFields } from '../../../domain/process/rows.ts'
import { newStage, type SalesStage, salesStageSchema } from '../../../domain/process/stage.ts'
import {
  newTransition,
  type StageTransition,
  stageTransitionSchema,
} from '../../../domain/process/transition.ts'
import { toCamelCase, toWire } from '../../../domain/process/wire.ts'
import { maskableStageFields } from '../../../domain/process/wireStage.ts'
import { maskableTransitionFields } from '../../../domain/process/wireTransition.ts'
import { withoutRowsAbout, withoutStages } from '../../../domain/process/withoutStages.ts'

/** Fields under the blueprint's names, as the backend said them. */
export type Row = Readonly<Record<string, unknown>>

/** By the backend's own ids, with the fields that it keeps and we know. */
export interface Rows {
  readonly stages: Readonly<Record<string, Row>>
  readonly transitions: Readonly<Record<string, Row>>
}

const hideableFields: Readonly<Record<keyof Rows, readonly string[]>> = {
  stages: maskableStageFields,
  transitions: maskableTransitionFields,
}

const only = (fields: readonly string[], row: Row): Row =>
  Object.fromEntries(fields.filter((name) => row[name] !== undefined).map((name) => [name, row[name]]))

export const stageFieldsOf = (row: Row): Row => only(blueprintStageFields, row)
export const transitionFieldsOf = (row: Row): Row => only(blueprintTransitionFields, row)
export const rowOfStage = (stage: SalesStage): Row => stageFieldsOf(toWire(stage))
/** With our ids of its stages. */
export const rowOfTransition = (transition: StageTransition): Row => transitionFieldsOf(toWire(transition))

/** A transition from every stage is an addition of ours: the blueprint's goes from one stage to another. */
export const isBetweenTwo = ({ fromStageId, isGlobal }: StageTransition): boolean =>
  fromStageId !== null && !isGlobal

/** The fields that differ, as they are to be. */
export const changedFields = (from: Row, to: Row, but: readonly string[] = []): Row =>
  Object.fromEntries(
    Object.entries(to).filter(([name, value]) => !but.includes(name) && !sameValue(from[name], value)),
  )

/**
 * @param localOf our id of a row of the backend; its own where we have none.
 * @param known where to look for what the backend does not keep, best first; what stands around the rows is of the first.
 * @param since rows that are known to be of our own making, on the way to the first of `known`: only what differs from
 * them is taken from the backend.
 */
export function documentFrom(
  rows: Rows,
  localOf: (remote: string) => string,
  known: readonly [ProcessDocument, ...ProcessDocument[]],
  since?: Rows,
): ProcessDocument {
  const said = (table: keyof Rows, remote: string, row: Row): Row => {
    const before = since?.[table][remote]
    return before ? changedFields(before, row, ['stage_order']) : row
  }
  const [first] = known
  const { id: processId, companyId } = first.process
  const stages = Object.entries(rows.stages).map(([remote, row]) => {
    const id = localOf(remote)
    const had = known.find((document) => document.stages[id])?.stages[id]
    const fresh = { ...newStage({ id, stageName: '' }), processId, companyId, ...looksOf(row, rows) }
    const fields = had ? said('stages', remote, row) : row
    return read('stages', salesStageSchema, had ?? fresh, fields)
  })
  const ids = new Set(stages.map(({ id }) => id))
  const transitions = Object.entries(rows.transitions).flatMap(([remote, row]) => {
    const id = localOf(remote)
    const { from_stage_id: from, to_stage_id: to } = row
    const fromStageId = typeof from === 'string' ? localOf(from) : null
    const toStageId = localOf(String(to))
    if (!ids.has(toStageId) || (fromStageId !== null && !ids.has(fromStageId))) return []
    const had = known.find((document) => document.transitions[id])?.transitions[id]
    const isGlobal = fromStageId === null
    const fresh = { ...newTransition({ id, fromStageId, toStageId }), processId, companyId, isGlobal }
    const ends = { from_stage_id: fromStageId, to_stage_id: toStageId }
    const fields = had ? said('transitions', remote, row) : row
    return [read('transitions', stageTransitionSchema, had ?? fresh, { ...fields, ...ends })]
  })
  const gone = Object.keys(first.stages).filter((id) => !ids.has(id))
  let document = putRows(withoutStages(first, gone), 'stages', stages)
  const there = new Set(transitions.map(({ id }) => id))
  const cut = Object.values(document.transitions).filter((one) => isBetweenTwo(one) && !there.has(one.id))
  document = dropRows(
    document,
    'transitions',
    cut.map(({ id }) => id),
  )
  document = withoutRowsAbout(
    document,
    cut.map(({ id }) => id),
  )
  return putRows(document, 'transitions', transitions)
}

/** With the fields that fit. What the backend hides from this reader is named; what it says again is hidden no more. */
function read<R extends HidingRow>(table: keyof Rows, schema: z.ZodType<R>, row: R, fields: Row): R {
  const hideable = hideableFields[table].filter((name) => fields[name] !== undefined)
  const masked = hideable.filter((name) => isMasked(fields[name]))
  const still = (row.hidden ?? []).filter((name) => !hideable.includes(name))
  const base = masked.length > 0 || row.hidden ? withHidden(neutralised(table, row, masked), []) : row
  const fit = fitted(schema, base, fields)
  return base === row ? fit : withHidden(fit, [...still, ...masked])
}

/** The row with those of the fields that fit our schema; one that does not is left as it is on either side. */
function fitted<T extends object>(schema: z.ZodType<T>, row: T, fields: Row): T {
  const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [toCamelCase(name), value]))
  const parsed = schema.safeParse({ ...row, ...named })
  if (parsed.success) return withFields(row, parsed.data)
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const rest = Object.entries(fields).filter(([name]) => !wrong.has(toCamelCase(name)))
  return rest.length < Object.keys(fields).length ? fitted(schema, row, Object.fromEntries(rest)) : row
}

const space = { x: 300, y: 160 } as const

/** Side by side in their order, the ways out below each other at the end. */
function looksOf(row: Row, rows: Rows): Pick<SalesStage, 'position' | 'color'> {
  const open = Object.values(rows.stages).filter((row) => !row.is_closed_won && !row.is_closed_lost)
  const place = open.filter((other) => Number(other.stage_order) < Number(row.stage_order)).length
  if (row.is_closed_won) return { position: { x: open.length * space.x, y: 0 }, color: 'green' }
  if (row.is_closed_lost) return { position: { x: open.length * space.x, y: space.y }, color: 'red' }
  return { position: { x: place * space.x, y: 0 }, color: 'blue' }
}

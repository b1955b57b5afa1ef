/**
 * Takes a publish's steps and notes each that is done, so that after a killed tab or a lost answer it goes on where it
 * was: a step that had arrived is found again by looking, never sent a second time. Before a row is changed or
 * deleted it is read: somebody else's edit ends the plan instead of being overwritten.
 */
import { sameValue } from '../../../domain/process/equality.ts'
import { type Failure, isTransient, type Result, success } from '../failure.ts'
import type { Step } from './plan.ts'
import type { Row, Rows } from './rows.ts'
import type { BackendStore, PlanRow } from './store.ts'
import type { BlueprintWire, Stored } from './wire.ts'

export const conflict = {
  kind: 'problem',
  status: 412,
  code: 'VERSION_CONFLICT',
  message: 'Somebody else changed this in the meantime: read it again, merge and send it once more.',
  details: {},
  retryAfterSeconds: null,
} as const satisfies Failure

const stopped = (message: string): Failure => ({
  kind: 'problem',
  status: 409,
  code: 'PUBLISH_STOPPED',
  message,
  details: {},
  retryAfterSeconds: null,
})

type Ids = ReadonlyMap<string, string>

/** What became of one step: the rows afterwards, and which id a created row got. */
interface Taken {
  readonly rows: Rows
  readonly id?: { readonly local: string; readonly remote: string }
}

/**
 * Runs what is left of the plan. The rows that the backend then has, or why it ended before: `VERSION_CONFLICT` where
 * somebody else is at work on the same stages, `PUBLISH_STOPPED` where a person stopped it, else the backend's own word.
 */
export async function runPlan(store: BackendStore, wire: BlueprintWire, key: string): Promise<Result<Rows>> {
  let ids: Ids = new Map((await store.ids.toArray()).map(({ local, remote }) => [local, remote]))
  let begun = false
  for (;;) {
    const plan = await store.plans.get(key)
    if (plan?.state !== 'running') return { ok: false, failure: stopped('This publish was taken back.') }
    const step = plan.steps[plan.next]
    if (!step) break
    if (plan.stopping) {
      await store.plans.update(key, { stopping: false, state: 'resting' })
      const steps = `${plan.next} of ${plan.steps.length}`
      return { ok: false, failure: stopped(`Stopped as you wished, after ${steps} steps.`) }
    }
    const taken = begun ? await take(wire, plan, step, ids) : await takeUp(wire, plan, step, ids)
    begun = true
    if (!taken.ok) return await ended(store, plan, taken.failure)
    const { rows, id } = taken.value
    await store.transaction('rw', [store.plans, store.ids], async () => {
      if (id) await store.ids.put(id)
      await store.plans.update(key, { next: plan.next + 1, rows })
    })
    if (id) ids = new Map([...ids, [id.local, id.remote]])
  }
  return await wire.rows()
}

async function ended(store: BackendStore, plan: PlanRow, failure: Failure): Promise<Result<never>> {
  const waits = isTransient(failure)
  if (!waits) await store.plans.update(plan.key, { state: 'resting' })
  if (failure.kind !== 'problem' || waits || failure.code === conflict.code || failure.status === 401)
    return { ok: false, failure }
  const message = `Stopped after ${plan.next} of ${plan.steps.length} steps. ${failure.message}`
  return { ok: false, failure: { ...failure, message } }
}

/** The first step of a run: others may have worked here since the last one, and this step may have arrived already. */
async function takeUp(wire: BlueprintWire, plan: PlanRow, step: Step, ids: Ids): Promise<Result<Taken>> {
  const read = await wire.rows()
  if (!read.ok) return read
  const now = read.value
  const arrived = foundAgain(now, plan.rows, step, ids)
  const expected = arrived ? arrived.rows : plan.rows
  if (!sameRows(expected, now)) return { ok: false, failure: conflict }
  return arrived ? success({ ...arrived, rows: now }) : take(wire, { ...plan, rows: now }, step, ids)
}

/** What the rows would be had the step arrived, where they look like it; null where it did not. */
function foundAgain(now: Rows, before: Rows, step: Step, ids: Ids): Taken | null {
  const remote = 'id' in step ? (ids.get(step.id) ?? step.id) : ''
  switch (step.kind) {
    case 'createStage':
    case 'createTransition': {
      const table = step.kind === 'createStage' ? 'stages' : 'transitions'
      const wanted = table === 'stages' ? step.row : remoteEnds(step.row, ids)
      const sameKey = (row: Row) =>
        table === 'stages'
          ? row.stage_code === wanted.stage_code
          : row.from_stage_id === wanted.from_stage_id &&
            row.to_stage_id === wanted.to_stage_id &&
            row.transition_name === wanted.transition_name
      const found = Object.entries(now[table]).find(([id, row]) => !before[table][id] && sameKey(row))
      if (!found) return null
      const [id, row] = found
      return { rows: withRow(before, table, id, row), id: { local: step.id, remote: id } }
    }
    case 'updateStage':
    case 'updateTransition': {
      const table = step.kind === 'updateStage' ? 'stages' : 'transitions'
      const row = now[table][remote]
      if (!row || !Object.entries(step.fields).every(([name, value]) => sameValue(row[name], value)))
        return null
      return { rows: withRow(before, table, remote, { ...before[table][remote], ...step.fields }) }
    }
    case 'deleteStage':
      return now.stages[remote] ? null : { rows: withoutStage(before, remote) }
    case 'deleteTransition':
      return now.transitions[remote] ? null : { rows: withoutTransition(before, remote) }
    case 'order': {
      const order = step.ids.map((id) => ids.get(id) ?? id)
      return sameValue(order, orderOf(now)) ? { rows: before } : null
    }
  }
}

async function take(wire: BlueprintWire, plan: PlanRow, step: Step, ids: Ids): Promise<Result<Taken>> {
  const key = `${plan.key}-${plan.next}`
  const { rows, reason } = plan
  const remoteOf = (id: string) => ids.get(id) ?? id
  switch (step.kind) {
    case 'createStage':
      return made('stages', step.id, rows, await wire.createStage(step.row, key))
    case 'createTransition':
      return made('transitions', step.id, rows, await wire.createTransition(remoteEnds(step.row, ids), key))
    case 'updateStage': {
      const id = remoteOf(step.id)
      const had = await unchanged(wire, rows, id)
      if (!had.ok) return had
      const row = { ...had.value, ...step.fields }
      const answer = await wire.updateStage(id, row, key)
      return answer.ok ? success({ rows: withRow(rows, 'stages', id, { ...row, ...answer.value }) }) : answer
    }
    case 'updateTransition': {
      const id = remoteOf(step.id)
      const row = remoteEnds({ ...rows.transitions[id], ...step.fields }, ids)
      const answer = await wire.updateTransition(id, row, key)
      return answer.ok
        ? success({ rows: withRow(rows, 'transitions', id, { ...row, ...answer.value }) })
        : answer
    }
    case 'order': {
      const answer = await wire.order(step.ids.map(remoteOf), key)
      return answer.ok ? success({ rows }) : answer
    }
    case 'deleteTransition': {
      const id = remoteOf(step.id)
      const answer = await wire.deleteTransition(id, reason, key)
      return answer.ok ? success({ rows: withoutTransition(rows, id) }) : answer
    }
    case 'deleteStage': {
      const id = remoteOf(step.id)
      const had = await unchanged(wire, rows, id)
      if (!had.ok) return had
      const answer = await wire.deleteStage(id, reason, key)
      return answer.ok ? success({ rows: withoutStage(rows, id) }) : answer
    }
  }
}

function made(table: keyof Rows, local: string, rows: Rows, answer: Result<Stored>): Result<Taken> {
  if (!answer.ok) return answer
  const { id, row } = answer.value
  return success({ rows: withRow(rows, table, id, row), id: { local, remote: id } })
}

/** The stage as it is now, where nobody else has touched it. */
async function unchanged(wire: BlueprintWire, rows: Rows, id: string): Promise<Result<Row>> {
  const answer = await wire.stage(id)
  if (!answer.ok) return answer
  const row = answer.value
  return row && sameRow(rows.stages[id], row) ? success(row) : { ok: false, failure: conflict }
}

function remoteEnds(row: Row, ids: Ids): Row {
  const remote = (id: unknown) => (typeof id === 'string' ? (ids.get(id) ?? id) : id)
  return { ...row, from_stage_id: remote(row.from_stage_id), to_stage_id: remote(row.to_stage_id) }
}

const orderOf = ({ stages }: Rows): string[] =>
  Object.entries(stages)
    .sort(([, a], [, b]) => Number(a.stage_order) - Number(b.stage_order))
    .map(([id]) => id)

const withRow = (rows: Rows, table: keyof Rows, id: string, row: Row): Rows => ({
  ...rows,
  [table]: { ...rows[table], [id]: row },
})

function withoutTransition(rows: Rows, id: string): Rows {
  const { [id]: _gone, ...transitions } = rows.transitions
  return { ...rows, transitions }
}

/** Its transitions go with it (blueprint §5.3). */
function withoutStage(rows: Rows, id: string): Rows {
  const { [id]: _gone, ...stages } = rows.stages
  const left = Object.entries(rows.transitions).filter(
    ([, { from_stage_id, to_stage_id }]) => from_stage_id !== id && to_stage_id !== id,
  )
  return { stages, transitions: Object.fromEntries(left) }
}

/** Numbers of the order move with every stage that comes or goes: they say nothing about who changed something. */
const apartFromOrder = ({ stage_order: _, ...row }: Row): Row => row
const sameRow = (a: Row | undefined, b: Row | undefined): boolean =>
  a !== undefined && b !== undefined && sameValue(apartFromOrder(a), apartFromOrder(b))

export function sameRows(a: Rows, b: Rows): boolean {
  return (['stages', 'transitions'] as const).every((table) => {
    const ids = Object.keys(a[table])
    return (
      ids.length === Object.keys(b[table]).length && ids.every((id) => sameRow(a[table][id], b[table][id]))
    )
  })
}

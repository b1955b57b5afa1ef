/** The blueprint's ten endpoints as questions, with the backend's own names for fields and its own pages. */
import type { z } from 'zod'
import { stageActionSchema } from '../../../domain/process/action.ts'
import { stageCategorySchema } from '../../../domain/process/category.ts'
import type { ReferenceData } from '../../../domain/process/reference.ts'
import { fromWire, type Wire } from '../../../domain/process/wire.ts'
import type { CallInput, CallResult, Client } from '../client.ts'
import { type Result, success } from '../failure.ts'
import type { BackendConfig } from './config.ts'
import { type AnyRow, actions, categories, reorder, stages, transitions } from './endpoints.ts'
import { type Row, type Rows, stageFieldsOf, transitionFieldsOf } from './rows.ts'

export interface Stored {
  readonly id: string
  readonly row: Row
}

export interface BlueprintWire {
  rows(): Promise<Result<Rows>>
  /** Null where there is none any more. */
  stage(id: string): Promise<Result<Row | null>>
  createStage(row: Row, key: string): Promise<Result<Stored>>
  updateStage(id: string, row: Row, key: string): Promise<Result<Row>>
  deleteStage(id: string, reason: string, key: string): Promise<Result<null>>
  order(ids: readonly string[], key: string): Promise<Result<null>>
  createTransition(row: Row, key: string): Promise<Result<Stored>>
  updateTransition(id: string, row: Row, key: string): Promise<Result<Row>>
  deleteTransition(id: string, reason: string, key: string): Promise<Result<null>>
  reference(): Promise<Result<Pick<ReferenceData, 'categories' | 'actions'>>>
}

type Names = Readonly<Record<string, string>>
const renamed = (row: Row, names: Names): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [names[name] ?? name, value]))
const reversed = (names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([ours, theirs]) => [theirs, ours]))

/** Wide enough for any pipeline; a backend that never says `next: null` would be read for ever. */
const mostPages = 1_000

export function blueprintWire(client: Client, config: BackendConfig): BlueprintWire {
  const { rename } = config
  const theirs = { stages: reversed(rename.stages), transitions: reversed(rename.transitions) }
  const stageFrom = (row: AnyRow): Row => stageFieldsOf(renamed(row, theirs.stages))
  const transitionFrom = (row: AnyRow): Row => {
    const fields = transitionFieldsOf(renamed(row, theirs.transitions))
    const { from_stage_id: from, to_stage_id: to } = fields
    return { ...fields, from_stage_id: from === null ? null : String(from), to_stage_id: String(to) }
  }

  async function all(of: typeof stages): Promise<Result<readonly AnyRow[]>> {
    const rows: AnyRow[] = []
    for (let page = 1; page <= mostPages; page += 1) {
      const answer = await client.call(of.list, { query: { page, page_size: config.page_size } })
      if (!answer.ok) return answer
      const { results, next } = answer.value
      rows.push(...results)
      if (next === null || results.length === 0 || (next === undefined && results.length < config.page_size))
        break
    }
    return success(rows.filter((row) => row.is_deleted !== true))
  }
  const byId = (rows: readonly AnyRow[], from: (row: AnyRow) => Row) =>
    Object.fromEntries(rows.map((row) => [row.id, from(row)]))

  async function told<T>(
    answer: Promise<CallResult<typeof stages.create> | CallResult<typeof stages.read>>,
    from: (row: AnyRow) => T,
  ): Promise<Result<T>> {
    const given = await answer
    return given.ok ? success(from(given.value)) : given
  }
  /** Gone already is what was wanted. */
  async function gone(of: typeof stages, input: CallInput<typeof stages.remove>): Promise<Result<null>> {
    const answer = await client.call(of.remove, input)
    return answer.ok || isMissing(answer) ? success(null) : answer
  }
  const why = (reason: string) => (reason === '' ? {} : { reason })

  return {
    async rows() {
      const first = await all(stages)
      if (!first.ok) return first
      const second = await all(transitions)
      if (!second.ok) return second
      return success({
        stages: byId(first.value, stageFrom),
        transitions: byId(second.value, transitionFrom),
      })
    },
    async stage(id) {
      const answer = await client.call(stages.read, { params: { id } })
      if (answer.ok) return success(stageFrom(answer.value))
      return isMissing(answer) ? success(null) : answer
    },
    createStage: (row, idempotencyKey) =>
      told(client.call(stages.create, { body: renamed(row, rename.stages), idempotencyKey }), (made) => ({
        id: made.id,
        row: stageFrom(made),
      })),
    updateStage: (id, row, idempotencyKey) =>
      told(
        client.call(stages.update, { params: { id }, body: renamed(row, rename.stages), idempotencyKey }),
        stageFrom,
      ),
    deleteStage: (id, reason, idempotencyKey) =>
      gone(stages, { params: { id }, query: why(reason), idempotencyKey }),
    async order(ids, idempotencyKey) {
      const [id = ''] = ids
      const answer = await client.call(reorder, { params: { id }, body: { order: ids }, idempotencyKey })
      return answer.ok ? success(null) : answer
    },
    createTransition: (row, idempotencyKey) =>
      told(
        client.call(transitions.create, { body: renamed(row, rename.transitions), idempotencyKey }),
        (made) => ({ id: made.id, row: transitionFrom(made) }),
      ),
    updateTransition: (id, row, idempotencyKey) =>
      told(
        client.call(transitions.update, {
          params: { id },
          body: renamed(row, rename.transitions),
          idempotencyKey,
        }),
        transitionFrom,
      ),
    deleteTransition: (id, reason, idempotencyKey) =>
      gone(transitions, { params: { id }, query: why(reason), idempotencyKey }),
    async reference() {
      const first = await all(categories)
      if (!first.ok) return first
      const second = await all(actions)
      if (!second.ok) return second
      return success({
        categories: known(stageCategorySchema, first.value),
        actions: known(stageActionSchema, second.value),
      })
    },
  }
}

const isMissing = (answer: CallResult<typeof stages.read> | CallResult<typeof stages.remove>): boolean =>
  !answer.ok && answer.failure.kind !== 'network' && answer.failure.status === 404

/** Rows of reference data that are as ours; a type of category or action that we do not know is passed over. */
function known<T extends { id: string }>(
  schema: z.ZodObject & z.ZodType<T>,
  rows: readonly AnyRow[],
): Record<string, T> {
  const keys = Object.keys(schema.shape)
  const parsed = rows.flatMap((row) => {
    const named: Readonly<Record<string, unknown>> = { companyId: '', ...fromWire<Row>(row as Wire<Row>) }
    const given = schema.safeParse(Object.fromEntries(keys.map((key) => [key, named[key]])))
    return given.success ? [given.data] : []
  })
  return Object.fromEntries(parsed.map((row) => [row.id, row]))
}

/**
 * Writing processes in tests, in the user's verbs: publish, feed a deal, be refused. And counting what a write left
 * behind, to see that a refusal left nothing.
 */
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { ApiError } from '../../server/apiError.ts'
import type { Actor, Reply, WriteOrder } from '../../server/services.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import { newStage } from '../../src/domain/process/stage.ts'
import { newTransition } from '../../src/domain/process/transition.ts'
import type { TestBackend } from './backend.ts'

/** Three stages in a row, all codes and ids its own. */
export function threeStages(
  id = v7(),
): ProcessDocument & { readonly ids: readonly [string, string, string] } {
  const ids = [v7(), v7(), v7()] as const
  const stages = ids.map((stage, index) =>
    newStage({
      id: stage,
      stageName: `Stage ${index + 1}`,
      stageCode: `S${index + 1}`,
      stageOrder: index + 1,
    }),
  )
  const transitions = [
    newTransition({ id: v7(), fromStageId: ids[0], toStageId: ids[1] }),
    newTransition({ id: v7(), fromStageId: ids[1], toStageId: ids[2] }),
  ]
  const document = withRows(
    newProcess({ id, processName: 'Pipeline', processCode: id.slice(-12).toUpperCase() }),
    {
      stages,
      transitions,
    },
  )
  return { ...document, ids }
}

export function without(document: ProcessDocument, stageId: string): ProcessDocument {
  const { [stageId]: _gone, ...stages } = document.stages
  const transitions = Object.fromEntries(
    Object.entries(document.transitions).filter(
      ([, row]) => row.fromStageId !== stageId && row.toStageId !== stageId,
    ),
  )
  return { ...document, stages, transitions }
}

export function renamed(document: ProcessDocument, stageId: string, stageName: string): ProcessDocument {
  const stage = document.stages[stageId]
  if (!stage) throw new Error(`no stage ${stageId}`)
  return { ...document, stages: { ...document.stages, [stageId]: { ...stage, stageName } } }
}

const reply: WriteOrder['reply'] = (outcome) => ({
  status: 200,
  headers: { ETag: `"v${outcome.revision}"` },
  body: { revision: outcome.revision, changed: outcome.changed, migrated: { ...outcome.migrated } },
})

/** The refusal that is expected; anything else that is thrown goes on. */
export const refusal = async (attempt: Promise<unknown>): Promise<ApiError> => {
  const error = await attempt.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof ApiError) return error
  throw error
}

/** @param actor asked anew each time: a test may write as somebody else. */
export function writerFor(backend: () => TestBackend, actor: () => Actor) {
  const write = (order: Partial<WriteOrder> & Pick<WriteOrder, 'processId' | 'decide'>): Promise<Reply> =>
    backend().services.writes.change(actor(), {
      kind: 'publish',
      reason: null,
      expect: null,
      idempotency: null,
      reply,
      ...order,
    })
  const publish = (document: ProcessDocument, revision: number, extra: Partial<WriteOrder> = {}) =>
    write({
      processId: document.process.id,
      decide: () => document,
      expect: { of: 'process', revision },
      ...extra,
    })
  const head = async (id: string) => {
    const stored = await backend().services.processes.load(actor(), id)
    if (!stored) throw new Error(`no process ${id}`)
    return stored
  }
  const feed = (stageId: string, id = v7()) =>
    backend().services.usage.feed(actor(), [
      {
        id,
        name: 'Deal',
        stageId,
        status: 'open',
        amount: 100,
        ownerName: 'R. Rep',
        enteredStageAt: backend().services.now(),
        createdAt: backend().services.now(),
        closedAt: null,
      },
    ])
  /** The deal is lost: it no longer holds its stage. */
  const close = (stageId: string, id: string) => {
    const at = backend().services.now()
    return backend().services.usage.feed(actor(), [
      {
        id,
        name: 'Deal',
        stageId,
        status: 'lost',
        amount: 1,
        ownerName: '',
        enteredStageAt: at,
        createdAt: at,
        closedAt: at,
      },
    ])
  }
  /** A published process with a deal in its last stage, and its next revision: that stage gone, the deal moved on. */
  const stageThatGoes = async () => {
    const document = threeStages()
    await publish(document, 0)
    const [, b, c] = document.ids
    await feed(c)
    const { document: current } = await head(document.process.id)
    const moving = renamed(without(current, c), b, 'Moved')
    return { document, next: { ...moving, process: { ...moving.process, stageMigrations: { [c]: b } } } }
  }
  /** Everything that a write could leave behind, counted. */
  const traces = () =>
    backend().database.company({ companyId: actor().companyId }, async (tx) => {
      const { rows } = await sql<Record<string, number>>`
        select (select count(*)::int from process_versions) as versions,
          (select count(*)::int from sales_processes) as processes,
          (select count(*)::int from crm_sales_stages) as stages,
          (select count(*)::int from crm_stage_transitions) as transitions,
          (select count(*)::int from events) as events,
          (select count(*)::int from audit_log) as audit,
          (select count(*)::int from idempotency_keys) as keys,
          (select event_seq::int from company_counters) as head`.execute(tx)
      return rows[0]
    })

  return { write, publish, head, feed, close, stageThatGoes, traces }
}

/**
 * A backend that has the blueprint's ten endpoints and no more (a Django service, say). It keeps one process, without
 * versions, and cannot tell who came first: a publish reads, compares with what the draft was made from, takes its
 * steps, reads again. What it has no fields for stays on this device.
 */
import type { ApprovalWorkflow } from '../../../domain/process/approval.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { OpenBackend, PublishOrder } from '../backend.ts'
import { type Result, success } from '../failure.ts'
import { answerOf, createKept } from './kept.ts'
import { type LesserOptions, lesserBackend, onlyOneProcess } from './lesser.ts'
import { leftBehind, planOf } from './plan.ts'
import { conflict, runPlan, sameRows } from './runPlan.ts'
import type { HeadRow } from './store.ts'
import { blueprintWire } from './wire.ts'

export function createBlueprintBackend(options: LesserOptions): OpenBackend {
  const { client, config } = options
  const lesser = lesserBackend(options)
  const { store, blank } = lesser
  const wire = blueprintWire(client, config)
  const kept = createKept(store, blank)

  const look = () => kept.look(() => wire.rows())

  /** While a publish is on its way, what the backend has is neither the one nor the other. */
  async function head(): Promise<Result<HeadRow | null>> {
    const running = await store.plans.filter(({ state }) => state === 'running').count()
    const had = running > 0 ? await kept.head() : null
    if (had) return success(had)
    const seen = await look()
    return seen.ok ? success(seen.value.head) : seen
  }

  async function begin(order: PublishOrder): Promise<Result<null>> {
    const seen = await look()
    if (!seen.ok) return seen
    const { rows, head } = seen.value
    const { id } = order.document.process
    if (head && head.processId !== id)
      return { ok: false, failure: onlyOneProcess(head.document.process.processName) }
    // What stands in the way may be our own: a publish that ended half way, made from the same revision.
    const left = await store.plans.where('processId').equals(id).first()
    const ours = left?.baseRevision === order.baseRevision && sameRows(left.rows, rows)
    if (!ours && (head?.document.process.revision ?? 0) !== order.baseRevision)
      return { ok: false, failure: conflict }
    const now = await kept.actual(rows, head)
    await store.transaction('rw', store.plans, async () => {
      await store.plans.clear()
      await store.plans.put({
        key: order.idempotencyKey,
        processId: id,
        target: order.document,
        reason: order.reason ?? '',
        baseRevision: order.baseRevision,
        steps: planOf(now, order.document, config),
        next: 0,
        rows,
        stopping: false,
        state: 'running',
      })
    })
    return success(null)
  }

  return {
    ...lesser.backend('blueprint', head, (base, document) =>
      config.transitions === 'all' ? 0 : leftBehind(base, document),
    ),
    async publish(order) {
      const key = order.idempotencyKey
      const had = await kept.head()
      if (had?.madeBy === key) return success(answerOf(had))
      const taken = await store.plans.update(key, { state: 'running', stopping: false })
      const begun = taken > 0 || (await store.plans.get(key)) ? success(null) : await begin(order)
      if (!begun.ok) return begun
      const ran = await runPlan(store, wire, key)
      return ran.ok ? success(await kept.finish(key, ran.value)) : ran
    },
    async referenceData() {
      const answer = await wire.reference()
      if (!answer.ok) return answer
      const now = await head()
      const document = now.ok && now.value ? now.value.document : blank
      return success({
        ...lesser.reference,
        ...answer.value,
        approvalWorkflows: workflowsIn(document),
      })
    },
  }
}

/** The backend says which workflow a stage waits for, not what it is: here it is whatever the backend does. */
function workflowsIn({ stages }: ProcessDocument): Record<string, ApprovalWorkflow> {
  const ids = new Set(
    Object.values(stages).flatMap(({ approvalWorkflowId: id }) => (id === null ? [] : [id])),
  )
  return Object.fromEntries(
    [...ids].map((id) => [
      id,
      {
        id,
        companyId: '',
        workflowName: id.slice(0, 100),
        isActive: true,
        steps: [
          {
            name: '',
            approver: { kind: 'manager_of_owner', ref: '' },
            mode: 'any',
            quorum: null,
            allow_delegation: false,
            sla_hours: null,
            on_timeout: 'reject',
          },
        ],
      },
    ]),
  )
}

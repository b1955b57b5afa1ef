/**
 * A backend that has only the audit's `/api/settings`: a list of stages with name, probability, colour and whether they
 * are used. Everything else of a process stays on this device. The list is written whole, after it was compared with
 * what the draft was made from, and read again.
 */
import { z } from 'zod'
import { defineEndpoint } from '../../../contract/endpoint.ts'
import { sameValue } from '../../../domain/process/equality.ts'
import { type ProcessDocument, stagesInOrder } from '../../../domain/process/process.ts'
import { putRows } from '../../../domain/process/rows.ts'
import { type SalesStage, stageKind } from '../../../domain/process/stage.ts'
import { newTransition } from '../../../domain/process/transition.ts'
import { standardReference } from '../../../domain/templates/standardReference.ts'
import type { OpenBackend, Published, PublishOrder } from '../backend.ts'
import { type Result, success } from '../failure.ts'
import { answerOf, createKept } from './kept.ts'
import { type LesserOptions, lesserBackend, onlyOneProcess } from './lesser.ts'
import type { Rows } from './rows.ts'
import { conflict } from './runPlan.ts'

/** As it is said; what another module keeps in it is sent back as it was. */
const listedStage = z.looseObject({
  id: z.string(),
  name: z.string(),
  probability: z.number(),
  color: z.string().optional(),
  enabled: z.boolean().optional(),
})
type ListedStage = z.output<typeof listedStage>
const nested = z.looseObject({
  opportunities: z.looseObject({ stages: z.array(listedStage).optional() }).optional(),
})
const settings = z.union([
  z.looseObject({ settings: nested }),
  nested.transform((inner) => ({ settings: inner })),
])

const read = defineEndpoint({
  method: 'GET',
  path: '/api/settings',
  summary: '',
  access: 'signed_in',
  responses: { 200: settings },
})
const write = defineEndpoint({
  method: 'POST',
  path: '/api/settings',
  summary: '',
  access: 'signed_in',
  body: z.looseObject({}),
  responses: { 200: z.unknown(), 201: z.unknown(), 204: null },
})

export function createTenantSettingsBackend(options: LesserOptions): OpenBackend {
  const { client, companyId } = options
  const lesser = lesserBackend(options)
  const { store, blank } = lesser
  const kept = createKept(store, blank)
  let publishing = 0

  async function list(): Promise<Result<readonly ListedStage[]>> {
    const answer = await client.call(read, {})
    return answer.ok ? success(answer.value.settings.opportunities?.stages ?? []) : answer
  }

  async function look() {
    let listed: readonly ListedStage[] = []
    const seen = await kept.look(async (head) => {
      const now = await list()
      if (!now.ok) return now
      listed = now.value
      const codes = new Set(Object.values(head?.document.stages ?? {}).map(({ stageCode }) => stageCode))
      return success(rowsOf(listed, codes, await ownTransitions(head?.document)))
    }, connected)
    return seen.ok ? success({ list: listed, head: seen.value.head }) : seen
  }
  /** What the backend does not have it cannot have lost. */
  async function ownTransitions(known: ProcessDocument | undefined): Promise<Rows['transitions']> {
    const remote = new Map((await store.ids.toArray()).map((row) => [row.local, row.remote]))
    const code = (id: string) => remote.get(id) ?? id
    return Object.fromEntries(
      Object.values(known?.transitions ?? {}).flatMap((one) =>
        one.fromStageId === null
          ? []
          : [[one.id, { from_stage_id: code(one.fromStageId), to_stage_id: code(one.toStageId) }]],
      ),
    )
  }

  /** Before it is sent, so that what comes back is known again whatever happens in between. */
  async function noteCodes(document: ProcessDocument) {
    await store.transaction('rw', store.ids, async () => {
      for (const { id, stageCode } of Object.values(document.stages)) {
        await store.ids.where('remote').equals(stageCode).delete()
        await store.ids.put({ local: id, remote: stageCode })
      }
    })
  }

  async function publish(order: PublishOrder): Promise<Result<Published>> {
    const { document, baseRevision, reason, idempotencyKey: key } = order
    const had = await kept.head()
    if (had?.madeBy === key) return success(answerOf(had))
    const seen = await look()
    if (!seen.ok) return seen
    const { head, list: now } = seen.value
    if (head && head.processId !== document.process.id)
      return { ok: false, failure: onlyOneProcess(head.document.process.processName) }
    const stages = listOf(document, now)
    const arrived = sameValue(stages, now)
    if (!arrived && (head?.document.process.revision ?? 0) !== baseRevision)
      return { ok: false, failure: conflict }
    await store.plans.clear()
    await store.plans.put({
      key,
      processId: document.process.id,
      target: document,
      reason: reason ?? '',
      baseRevision,
      steps: [],
      next: 0,
      rows: { stages: {}, transitions: {} },
      stopping: false,
      state: 'taken_back',
    })
    await noteCodes(document)
    if (!arrived) {
      const answer = await client.call(write, { body: { opportunities: { stages } } })
      if (!answer.ok) return answer
    }
    const after = await list()
    if (!after.ok) return after
    const codes = new Set(stages.map(({ id }) => id))
    return success(await kept.finish(key, rowsOf(after.value, codes, await ownTransitions(document))))
  }

  return {
    ...lesser.backend(
      'tenant-settings',
      async () => {
        // While a publish is on its way, the list may be that of a head that is not there yet.
        const had = publishing > 0 ? await kept.head() : null
        if (had) return success(had)
        const seen = await look()
        return seen.ok ? success(seen.value.head) : seen
      },
      () => 0,
    ),
    async publish(order) {
      publishing += 1
      try {
        return await publish(order)
      } finally {
        publishing -= 1
      }
    },
    referenceData: async () => success(standardReference(companyId)),
  }
}

/** `known`: codes of stages of which this device knows more; of others the list is all there is to guess from. */
function rowsOf(
  list: readonly ListedStage[],
  known: ReadonlySet<string>,
  transitions: Rows['transitions'],
): Rows {
  const stages = list.map(({ id, name, probability, color, enabled = true }, index) => [
    id,
    {
      stage_code: id,
      stage_name: name,
      default_probability: probability,
      is_active: enabled,
      stage_order: index + 1,
      ...(color !== undefined && { color }),
      ...(!known.has(id) && {
        is_closed_won: probability === 100 && /won/i.test(`${id} ${name}`),
        is_closed_lost: probability === 0 && /lost/i.test(`${id} ${name}`),
      }),
    },
  ])
  return { stages: Object.fromEntries(stages), transitions }
}

function listOf(document: ProcessDocument, now: readonly ListedStage[]): ListedStage[] {
  const had = new Map(now.map((stage) => [stage.id, stage]))
  return stagesInOrder(document).map((stage) => ({
    ...had.get(stage.stageCode),
    id: stage.stageCode,
    name: stage.stageName,
    probability: stage.defaultProbability,
    color: stage.color,
    enabled: stage.isActive,
  }))
}

/** A list knows no ways: at first sight each stage leads to the next, the last one to the win, and all to the loss. */
function connected(document: ProcessDocument): ProcessDocument {
  const stages = stagesInOrder(document).filter(({ isActive }) => isActive)
  const open = stages.filter((stage) => stageKind(stage) === 'open')
  const [won] = stages.filter((stage) => stageKind(stage) === 'won')
  const [lost] = stages.filter((stage) => stageKind(stage) === 'lost')
  const connect = (from: SalesStage, to: SalesStage | undefined) =>
    to === undefined
      ? []
      : [newTransition({ id: `${from.id}>${to.id}`, fromStageId: from.id, toStageId: to.id })]
  const ways = open.flatMap((stage, index) => [
    ...connect(stage, open[index + 1] ?? won),
    ...connect(stage, lost),
  ])
  const { id: processId, companyId } = document.process
  return putRows(
    document,
    'transitions',
    ways.map((way) => ({ ...way, processId, companyId })),
  )
}

/**
 * A publish as steps that a backend without a publish can take one by one: creates → updates → order → deletes. Between
 * any two steps its rules still hold: a new stage sleeps until its transitions are there, a stage that goes is put to
 * sleep first, and a probability never falls along the order on the way from one order to the other. Pure.
 */
import { type ProcessDocument, stagesInOrder } from '../../../domain/process/process.ts'
import { stageKind } from '../../../domain/process/stage.ts'
import type { BackendConfig } from './config.ts'
import { changedFields, isBetweenTwo, type Row, rowOfStage, rowOfTransition } from './rows.ts'

/** All ids are ours; they become the backend's when the step is taken. */
export type Step =
  | { readonly kind: 'createStage'; readonly id: string; readonly row: Row }
  | { readonly kind: 'createTransition'; readonly id: string; readonly row: Row }
  | { readonly kind: 'updateStage'; readonly id: string; readonly fields: Row }
  | { readonly kind: 'updateTransition'; readonly id: string; readonly fields: Row }
  | { readonly kind: 'order'; readonly ids: readonly string[] }
  | { readonly kind: 'deleteTransition'; readonly id: string }
  | { readonly kind: 'deleteStage'; readonly id: string }

/** What makes `now`, as the backend has it, into `target`, as far as the backend can keep it. */
export function planOf(
  now: ProcessDocument,
  target: ProcessDocument,
  { transitions: canChange }: Pick<BackendConfig, 'transitions'>,
): Step[] {
  const order = stagesInOrder(target).map(({ id }) => id)
  const created = order.filter((id) => !now.stages[id])
  const doomed = stagesInOrder(now).filter(({ id }) => !target.stages[id])
  const had = stagesInOrder(now).map(({ id }) => id)
  const meanwhile = withCreated(had, order)
  const bridge = bridged(meanwhile, order, target)

  const wanted = (id: string): Row => {
    const stage = target.stages[id]
    return stage ? { ...rowOfStage(stage), default_probability: bridge.get(id) } : {}
  }
  const changes = had.flatMap((id): { id: string; fields: Row; rises: boolean }[] => {
    const before = now.stages[id]
    if (!before || !target.stages[id]) return []
    const fields = changedFields(rowOfStage(before), wanted(id), ['stage_order'])
    if (Object.keys(fields).length === 0) return []
    return [{ id, fields, rises: Number(fields.default_probability ?? 0) > before.defaultProbability }]
  })
  const update = ({ id, fields }: { id: string; fields: Row }): Step => ({ kind: 'updateStage', id, fields })
  const settled = order.flatMap((id): Step[] => {
    const { defaultProbability = 0 } = target.stages[id] ?? {}
    if (bridge.get(id) === defaultProbability) return []
    return [{ kind: 'updateStage', id, fields: { default_probability: defaultProbability } }]
  })
  const last = [...order, ...doomed.map(({ id }) => id)]
  const ordered = meanwhile.every((id, index) => id === last[index]) && isNumbered(now, had)
  return [
    ...created.map(
      (id): Step => ({
        kind: 'createStage',
        id,
        row: { ...wanted(id), is_active: false, stage_order: meanwhile.indexOf(id) + 1 },
      }),
    ),
    ...newTransitions(now, target).map(
      (one): Step => ({ kind: 'createTransition', id: one.id, row: rowOfTransition(one) }),
    ),
    ...doomed
      .filter(({ isActive }) => isActive)
      .map(({ id }) => update({ id, fields: { is_active: false } })),
    // From the end what rises, from the beginning what falls: no stage ever stands above the next one.
    ...changes
      .filter(({ rises }) => rises)
      .reverse()
      .map(update),
    ...changes.filter(({ rises }) => !rises).map(update),
    ...created
      .filter((id) => target.stages[id]?.isActive)
      .map((id) => update({ id, fields: { is_active: true } })),
    ...(canChange === 'all' ? changedTransitions(now, target) : []),
    ...(ordered ? [] : [{ kind: 'order', ids: last } as const]),
    ...settled,
    ...(canChange === 'all' ? goneTransitions(now, target) : []),
    ...doomed.map(({ id }): Step => ({ kind: 'deleteStage', id })),
  ]
}

const newTransitions = (now: ProcessDocument, target: ProcessDocument) =>
  Object.values(target.transitions).filter((one) => isBetweenTwo(one) && !now.transitions[one.id])

function changedTransitions(now: ProcessDocument, target: ProcessDocument): Step[] {
  return Object.values(target.transitions).flatMap((one): Step[] => {
    const before = now.transitions[one.id]
    if (!before || !isBetweenTwo(one)) return []
    const fields = changedFields(rowOfTransition(before), rowOfTransition(one))
    return Object.keys(fields).length > 0 ? [{ kind: 'updateTransition', id: one.id, fields }] : []
  })
}

/** Those of a stage that goes go with it. */
function goneTransitions(now: ProcessDocument, target: ProcessDocument): Step[] {
  const stays = (id: string | null) => id === null || target.stages[id] !== undefined
  return Object.values(now.transitions)
    .filter((one) => isBetweenTwo(one) && !target.transitions[one.id])
    .filter(({ fromStageId, toStageId }) => stays(fromStageId) && stays(toStageId))
    .map(({ id }) => ({ kind: 'deleteTransition', id }))
}

/** What a publish to a backend that only creates transitions leaves as it is there. */
export function leftBehind(now: ProcessDocument, target: ProcessDocument): number {
  return changedTransitions(now, target).length + goneTransitions(now, target).length
}

/** Each new stage right after the one that will stand before it. */
function withCreated(had: readonly string[], order: readonly string[]): string[] {
  const list = [...had]
  order.forEach((id, index) => {
    if (list.includes(id)) return
    const before = order[index - 1]
    list.splice(before === undefined ? 0 : list.indexOf(before) + 1, 0, id)
  })
  return list
}

const isNumbered = (now: ProcessDocument, had: readonly string[]): boolean =>
  had.every((id, index) => now.stages[id]?.stageOrder === index + 1)

/**
 * Probabilities that fall neither along the one order nor along the other: the wanted ones, raised where the orders
 * disagree. Only active open stages count.
 */
function bridged(
  before: readonly string[],
  after: readonly string[],
  target: ProcessDocument,
): ReadonlyMap<string, number> {
  const probability = new Map(Object.values(target.stages).map((one) => [one.id, one.defaultProbability]))
  const counts = (id: string): boolean => {
    const stage = target.stages[id]
    return stage?.isActive === true && stageKind(stage) === 'open'
  }
  const orders = [before.filter(counts), after.filter(counts)]
  const falls = orders.some((order) => order.some((id, at) => at > 0 && below(order[at - 1], id)))
  function below(first: string | undefined, second: string): boolean {
    return (probability.get(first ?? '') ?? 0) > (probability.get(second) ?? 0)
  }
  // A process that lets probabilities fall in its own order has switched that rule off: nothing to bridge.
  const wanted = orders[1] ?? []
  if (!falls || wanted.some((id, at) => at > 0 && below(wanted[at - 1], id))) return probability
  for (let raised = true; raised; ) {
    raised = false
    for (const order of orders) {
      let highest = 0
      for (const id of order) {
        const own = probability.get(id) ?? 0
        if (own < highest) {
          probability.set(id, highest)
          raised = true
        }
        highest = Math.max(highest, own)
      }
    }
  }
  return probability
}

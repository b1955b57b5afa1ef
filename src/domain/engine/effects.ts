/** What a move sets off, in order: exit actions, the transition's, entry actions, then stage and probability. */
import type { StageAction } from '../process/action.ts'
import { shownParameters } from '../process/masking.ts'
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'
import type { SalesStage } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import type { Deal } from './deal.ts'
import type { Effect, Verdict } from './verdict.ts'

interface Move {
  readonly document: ProcessDocument
  readonly reference: ReferenceData
  readonly deal: Deal
  readonly from: SalesStage
  readonly to: SalesStage
  readonly transition: StageTransition
}

type ActionEffect = Extract<Effect, { kind: 'action' }>

/**
 * Inactive and unknown actions do nothing (the linter reports them). Company actions go by `execution_order`; the
 * transition's own actions follow in the order in which the transition lists them. Parameters that cannot be seen are
 * left out.
 * @param move without a stage it comes from for a deal that is new, without a transition where none leads there.
 */
export function actionsOnMove(
  reference: ReferenceData,
  move: {
    readonly from: SalesStage | null
    readonly to: SalesStage
    readonly transition: StageTransition | null
  },
): ActionEffect[] {
  const { from, to, transition } = move
  const known = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const action = reference.actions[id]
      return action ? [{ action, parameters: shownParameters(action.parameters) }] : []
    })
  const byCode = new Map(Object.values(reference.actions).map((action) => [action.actionCode, action]))
  const ofTransition = (transition?.actions ?? []).flatMap(({ action_code, parameters }) => {
    const action = byCode.get(action_code)
    return action ? [{ action, parameters: { ...shownParameters(action.parameters), ...parameters } }] : []
  })
  return [
    ...actionEffects('exit', byOrder(known(from?.exitActionIds ?? []))),
    ...actionEffects('transition', [...byOrder(known(transition?.actionIds ?? [])), ...ofTransition]),
    ...actionEffects('entry', byOrder(known(to.entryActionIds))),
  ]
}

export function effectsOf({ document, reference, deal, from, to, transition }: Move): Effect[] {
  const effects: Effect[] = [
    ...actionsOnMove(reference, { from, to, transition }),
    {
      kind: 'stage',
      stage_id: to.id,
      sentence: `The deal moves from “${stageNameOf(document, from.id)}” to “${stageNameOf(document, to.id)}”.`,
    },
  ]
  const probability = probabilityAfter(document, deal, to)
  if (probability !== null && probability !== deal.probability)
    effects.push({ kind: 'probability', probability, sentence: `The probability becomes ${probability}%.` })
  return effects
}

function probabilityAfter(document: ProcessDocument, deal: Deal, to: SalesStage): number | null {
  if (deal.probabilityOverride) return deal.probabilityOverride.value
  return document.process.policies.auto_calculate_probability ? to.defaultProbability : deal.probability
}

type PlannedAction = { readonly action: StageAction; readonly parameters: StageAction['parameters'] }

const byOrder = (planned: readonly PlannedAction[]): PlannedAction[] =>
  planned.toSorted((a, b) => a.action.executionOrder - b.action.executionOrder)

function actionEffects(
  on: 'exit' | 'transition' | 'entry',
  planned: readonly PlannedAction[],
): ActionEffect[] {
  return planned
    .filter(({ action }) => action.isActive)
    .map(({ action, parameters }) => ({
      kind: 'action',
      on,
      action_code: action.actionCode,
      action_name: action.actionName,
      action_type: action.actionType,
      parameters,
      sentence: `${doing[action.actionType]}: ${action.actionName}.`,
    }))
}

const doing: Readonly<Record<StageAction['actionType'], string>> = {
  send_email: 'Sends an e-mail',
  notify_in_app: 'Notifies in the app',
  create_task: 'Creates a task',
  create_event: 'Creates an event',
  update_field: 'Sets a field',
  call_webhook: 'Calls a webhook',
  start_approval: 'Starts an approval',
  generate_invoice: 'Creates an invoice',
}

/**
 * The deal after a verdict: moved, with fields set and probability changed, where it is allowed; with the approval
 * asked for where it is pending; as it was where it is blocked.
 */
export function dealAfter(deal: Deal, verdict: Verdict, now: string): Deal {
  if (verdict.outcome === 'blocked') return deal
  if (verdict.outcome === 'pending') return { ...deal, approval: verdict.approval }
  const fields = { ...deal.fields }
  let { stageId, probability } = deal
  for (const effect of verdict.effects) {
    if (effect.kind === 'stage') stageId = effect.stage_id
    else if (effect.kind === 'probability') probability = effect.probability
    else if (effect.action_type === 'update_field') {
      const { field, value } = effect.parameters
      if (typeof field === 'string') fields[field] = value ?? null
    }
  }
  return {
    ...deal,
    fields,
    stageId,
    probability,
    enteredStageAt: now,
    approval: null,
    probabilityOverride: null,
  }
}

/** What happens on a transition and when, in a few whole sentences. Pure. */
import { ruleSentence } from '../../../domain/engine/ruleSentence.ts'
import { isUnseen } from '../../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { ReferenceData } from '../../../domain/process/reference.ts'
import type { SalesStage } from '../../../domain/process/stage.ts'
import type { StageTransition } from '../../../domain/process/transition.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { anyOfWords } from '../../../editor/whoWords.ts'
import { language, say, text } from '../../../text/index.ts'

/** More conditions than these would hide what the sentence is about. */
const mostConditions = 2

const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { style: 'long', type: 'conjunction' }).format(items)

/** What the entered stage demands of a deal: filled fields, entry criteria and validation rules. */
export const demandsOf = (stage: SalesStage): number =>
  stage.requiredFields.length +
  stage.validationRules.length +
  stage.transitionRules.filter(({ kind }) => kind === 'entry').length

export function transitionStory(
  document: ProcessDocument,
  reference: ReferenceData,
  transition: StageTransition,
): string[] {
  const target = document.stages[transition.toStageId]
  const demands = target ? demandsOf(target) : 0
  const to = text('transition', 'named', { name: stageNameOf(document, transition.toStageId) })
  const actions = actionNames(document, reference, transition)
  return [
    moveOf(document, reference, transition, to),
    ...(demands > 0 ? [text('transition', 'mustMeet', { count: demands, to })] : []),
    ...(transition.runBy?.length && !transition.isAutomatic
      ? [text('transition', 'runOnlyBy', { who: anyOfWords(transition.runBy) })]
      : []),
    ...approvalOf(target, reference),
    ...(actions.length > 0 ? [text('transition', 'thenRuns', { actions: listed(actions) })] : []),
    ...(transition.isRework ? [text('transition', 'isWayBack')] : []),
    ...(transition.onRefusal ? [text('transition', 'takenOnRefusal')] : []),
  ]
}

function moveOf(
  document: ProcessDocument,
  { fields }: ReferenceData,
  { isGlobal, fromStageId, conditions: rules, isAutomatic, afterDays: count }: StageTransition,
  to: string,
): string {
  const from =
    isGlobal || fromStageId === null
      ? text('transition', 'anyStage')
      : text('transition', 'named', { name: stageNameOf(document, fromStageId) })
  const ends = { from, to }
  const conditions =
    rules.length > mostConditions
      ? text('transition', 'manyConditions', { count: rules.length })
      : listed(rules.map(({ check }) => say.rule(ruleSentence(check, fields))))
  const always = rules.length === 0
  if (!isAutomatic)
    return always ? text('transition', 'moves', ends) : text('transition', 'movesIf', { ...ends, conditions })
  if (count === null)
    return always
      ? text('transition', 'movesItself', ends)
      : text('transition', 'movesItselfIf', { ...ends, conditions })
  return always
    ? text('transition', 'movesAfter', { ...ends, count })
    : text('transition', 'movesAfterIf', { ...ends, count, conditions })
}

function approvalOf(target: SalesStage | undefined, { approvalWorkflows }: ReferenceData): string[] {
  if (!target?.requiresApproval) return []
  const workflow = approvalWorkflows[target.approvalWorkflowId ?? '']
  if (!workflow?.isActive) return [text('transition', 'mustApproveNobody')]
  return [
    text('transition', 'mustApprove', {
      workflow: text('transition', 'named', { name: workflow.workflowName }),
    }),
  ]
}

/** In the order in which they run; those that are switched off or unknown do nothing. */
function actionNames(
  document: ProcessDocument,
  reference: ReferenceData,
  transition: StageTransition,
): string[] {
  const { isGlobal, fromStageId, toStageId, actions: own, actionIds } = transition
  const isHidden = isUnseen(reference, transition, 'actions')
  const all = Object.values(reference.actions).filter(({ isActive }) => isActive)
  const company = (ids: readonly string[] = []) =>
    all
      .filter(({ id }) => ids.includes(id))
      .sort((a, b) => a.executionOrder - b.executionOrder)
      .map(({ actionName }) => actionName)
  const left = isGlobal || fromStageId === null ? undefined : document.stages[fromStageId]
  return [
    ...company(left?.exitActionIds),
    ...company(actionIds),
    ...(isHidden ? [text('hidden', 'actions')] : []),
    ...own.flatMap(({ action_code }) => {
      const action = all.find(({ actionCode }) => actionCode === action_code)
      return action ? [action.actionName] : []
    }),
    ...company(document.stages[toStageId]?.entryActionIds),
  ]
}

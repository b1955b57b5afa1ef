/** Where an approval workflow is used: before which stages, on which transitions, by which of the company's actions. */
import { stageNameOf, transitionNameOf } from '../process/names.ts'
import { type ProcessDocument, stagesInOrder } from '../process/process.ts'
import type { ReferenceData } from '../process/reference.ts'

export interface WorkflowUse {
  readonly kind: 'stage' | 'transition'
  readonly id: string
  readonly name: string
}

/**
 * Stages that ask for it before a deal enters, by order, then transitions that start it by an action with a
 * parameter of their own. A stage that names it but needs no approval does not use it.
 */
export function usesOfWorkflow(document: ProcessDocument, workflowId: string): WorkflowUse[] {
  const stages = stagesInOrder(document).filter(
    (stage) => stage.requiresApproval && stage.approvalWorkflowId === workflowId,
  )
  const transitions = Object.values(document.transitions).filter(({ actions }) =>
    actions.some(({ parameters }) => parameters.workflow_id === workflowId),
  )
  return [
    ...stages.map(({ id }): WorkflowUse => ({ kind: 'stage', id, name: stageNameOf(document, id) })),
    ...transitions.map(
      ({ id }): WorkflowUse => ({ kind: 'transition', id, name: transitionNameOf(document, id) }),
    ),
  ]
}

/** Names of the company's actions that start it. */
export const actionsStarting = (actions: ReferenceData['actions'], workflowId: string): string[] =>
  Object.values(actions)
    .filter(
      ({ actionType, parameters }) =>
        actionType === 'start_approval' && parameters.workflow_id === workflowId,
    )
    .map(({ actionName }) => actionName)
    .sort()

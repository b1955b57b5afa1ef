/** Step 7 of a move: where the entered stage demands an approval, which one it waits for, has got or was refused. */
import type { ApprovalStep } from '../process/approval.ts'
import { isMasked } from '../process/masking.ts'
import { stageNameOf } from '../process/names.ts'
import { refusalWays } from '../process/refusal.ts'
import type { ApprovalRequest } from './approvalRequest.ts'
import { askedThoughUnseen, letTimePass, requestApproval } from './approvals.ts'
import { entry, type Move, type MoveQuestion } from './checks.ts'
import type { VerdictEntry } from './verdict.ts'

interface ApprovalAnswer {
  readonly blockers: readonly VerdictEntry[]
  /** Steps that are asked because nobody here can see when they are not. */
  readonly warnings: readonly VerdictEntry[]
  /** Null where none is needed. */
  readonly request: ApprovalRequest | null
}

/** An approval holds for the move it was asked for; another move of the same deal asks anew. */
export function approvalCheck(question: MoveQuestion, { transition, to }: Move): ApprovalAnswer {
  if (!to.requiresApproval) return { blockers: [], warnings: [], request: null }
  const { document, reference, deal, now } = question
  const stage = `“${stageNameOf(document, to.id)}”`
  const blocked = (
    ruleId: string,
    sentence: string,
    request: ApprovalRequest | null = null,
  ): ApprovalAnswer => ({
    blockers: [entry('approval', ruleId, sentence)],
    warnings: [],
    request,
  })
  const id = to.approvalWorkflowId
  const workflow =
    id !== null && Object.hasOwn(reference.approvalWorkflows, id)
      ? reference.approvalWorkflows[id]
      : undefined
  if (!workflow)
    return blocked(
      'approval/no-workflow',
      `${stage} needs an approval, but no workflow says whose. Ask whoever keeps the process.`,
    )
  if (!workflow.isActive)
    return blocked(
      'approval/inactive',
      `${stage} needs the approval “${workflow.workflowName}”, which is switched off.`,
    )

  const had = deal.approval
  const isSame = had !== null && had.transition_id === transition.id && had.workflow_id === workflow.id
  const request = isSame
    ? letTimePass(had, now)
    : requestApproval(
        workflow,
        { transitionId: transition.id, toStageId: to.id },
        deal,
        now,
        question.actor.id,
      )
  if (request.outcome !== 'rejected')
    return { blockers: [], warnings: isSame ? [] : workflow.steps.flatMap(takenAsAsked), request }
  const refusing = request.steps.find((step) => step.status === 'rejected')
  const word = refusing?.decisions.findLast((decision) => decision.decision === 'reject')
  const why = word?.comment
    ? `: “${word.comment}”`
    : refusing?.timed_out
      ? ', because nobody answered in time'
      : ''
  const way = refusalWays(document, deal.stageId, transition.id)[0]
  const next = way
    ? `The deal goes on to “${stageNameOf(document, way.toStageId)}”.`
    : 'Change the deal and ask again.'
  return blocked(
    'approval/rejected',
    `“${refusing?.name ?? workflow.workflowName}” was refused${why}. ${next}`,
    request,
  )
}

const takenAsAsked = ({ name, condition }: ApprovalStep): VerdictEntry[] =>
  isMasked(condition) ? [entry('approval', 'approval/hidden-condition', askedThoughUnseen(name))] : []

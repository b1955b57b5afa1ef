/** Trying an approval workflow before anybody relies on it: a deal, what people decide, and where that leads. Pure. */
import type { ApprovalWorkflow } from '../process/approval.ts'
import { isMasked } from '../process/masking.ts'
import type { Logic } from '../process/rule.ts'
import type { ApprovalRequest } from './approvalRequest.ts'
import { tellApproval } from './approvalStory.ts'
import {
  approverOf,
  askedThoughUnseen,
  decide,
  letTimePass,
  openStep,
  requestApproval,
  stepApplies,
} from './approvals.ts'
import { inWords } from './approverInWords.ts'
import { type FieldsByKey, ruleSentence } from './ruleSentence.ts'

/** `wait` lets the open step's time run out, `delegate` hands it to somebody who decides in the approver's name. */
export type TrialEvent = 'approve' | 'reject' | 'wait' | 'delegate'

export interface TrialGiven {
  readonly workflow: ApprovalWorkflow
  readonly deal: Readonly<Record<string, Logic>>
  readonly fields: FieldsByKey
  readonly events: readonly TrialEvent[]
  /** How many people may decide each step of the workflow; 1 where none is said. */
  readonly people: readonly number[]
  readonly now: string
}

export interface Trial {
  readonly request: ApprovalRequest
  /** Which step of the workflow each step of the request is; those left out do not apply to the deal. */
  readonly steps: readonly number[]
  /** What happened, in sentences, oldest first. */
  readonly told: readonly string[]
  /** Whether the open step is with a delegate now. */
  readonly delegated: boolean
}

/**
 * An event that finds nothing open, nothing to wait for, or a step that cannot be delegated changes nothing. A delegate
 * gives one answer; who is asked instead because time ran out decides in person again.
 */
export function tryApproval({ workflow, deal, fields, events, people, now }: TrialGiven): Trial {
  const steps = workflow.steps.flatMap((step, index) => (stepApplies(step, deal, now) ? [index] : []))
  const peopleAt = (index: number) => people[steps[index] ?? -1] ?? 1
  const skipped = workflow.steps.flatMap(({ name, condition }, index) =>
    isMasked(condition)
      ? [askedThoughUnseen(name)]
      : condition === undefined || steps.includes(index)
        ? []
        : [`“${name}” is not asked, because this does not hold: ${ruleSentence(condition, fields)}.`],
  )
  const asked = requestApproval(workflow, { transitionId: '', toStageId: '' }, { fields: deal }, now)
  const told = [...skipped, ...tellApproval(null, asked, peopleAt)]
  let request = asked
  let delegated = false
  for (const [turn, event] of events.entries()) {
    const step = openStep(request)
    if (event === 'delegate') {
      if (!step?.allow_delegation || delegated) continue
      delegated = true
      told.push(`“${step.name}” is handed to a delegate, who decides for ${inWords(approverOf(step))}.`)
      continue
    }
    const next = after(request, event, { turn, delegated, peopleAt })
    told.push(...tellApproval(request, next, peopleAt))
    if (next !== request) delegated = false
    request = next
  }
  return { request, steps, told, delegated }
}

interface Answering {
  readonly turn: number
  readonly delegated: boolean
  readonly peopleAt: (index: number) => number
}

/** Each decision is another person's. */
function after(
  request: ApprovalRequest,
  event: Exclude<TrialEvent, 'delegate'>,
  { turn, delegated, peopleAt }: Answering,
): ApprovalRequest {
  const step = openStep(request)
  if (!step) return request
  if (event === 'wait') return step.due_at === null ? request : letTimePass(request, step.due_at)
  const at = request.requested_at
  const role = approverOf(step)
  const who = {
    by: `person ${turn}`,
    decision: event,
    at,
    ...(delegated ? { role: 'delegate', for_role: role } : { role }),
  }
  const done = decide(request, who, peopleAt(request.steps.indexOf(step)))
  return done.ok ? done.request : request
}

/** An approval told in sentences: what happened between one state of a request and the next. Pure. */
import type { ApprovalDecision, ApprovalRequest, ApprovalStepState } from './approvalRequest.ts'
import { approverOf, quorumOf } from './approvals.ts'
import { inWords } from './approverInWords.ts'

/**
 * What happened since `before` (null: it is asked for just now), in the order in which it happened. `people` is how
 * many may decide the step at an index of the request, as `decide` was told; undefined where nobody knows.
 */
export function tellApproval(
  before: ApprovalRequest | null,
  after: ApprovalRequest,
  people: (index: number) => number | undefined = () => undefined,
): string[] {
  const told = after.steps.flatMap((step, index) => tellStep(before?.steps[index], step, people(index)))
  if (after.outcome === (before?.outcome ?? 'pending')) return told
  return [
    ...told,
    after.outcome === 'approved'
      ? 'Approved: the deal enters the stage.'
      : 'Refused: the deal stays where it is. Change it and ask again.',
  ]
}

function tellStep(
  had: ApprovalStepState | undefined,
  step: ApprovalStepState,
  people: number | undefined,
): string[] {
  const name = `“${step.name}”`
  const said = step.decisions
    .slice(had?.decisions.length ?? 0)
    .map((decision) => tellDecision(name, decision))
  if (said.length > 0 && step.status === 'open') {
    const yes = step.decisions.filter(({ decision }) => decision === 'approve').length
    const { needed } = quorumOf(step, people)
    said.push(`${name} has ${yes} of the ${needed} approvals it needs.`)
  }
  const opened = step.status !== 'waiting' && (had?.status ?? 'waiting') === 'waiting'
  const asked = opened
    ? [`${name} asks ${whoOf({ ...step, escalated: false })}${within(step.sla_hours)}.`]
    : []
  return [...asked, ...said, ...tellTimeout(had, step)]
}

function tellDecision(name: string, { role, decision, for_role, comment }: ApprovalDecision): string {
  const who =
    for_role === undefined || for_role === role ? capital(inWords(role)) : byDelegate(role, for_role)
  const words = comment ? `: “${comment}”` : ''
  return `${who} ${decision === 'approve' ? 'approves' : 'refuses'} ${name}${words}.`
}

const byDelegate = (role: string, forRole: string): string =>
  `${capital(inWords(role))}, for ${inWords(forRole)},`

function tellTimeout(had: ApprovalStepState | undefined, step: ApprovalStepState): string[] {
  const late = `Nobody answers “${step.name}”${within(step.sla_hours)}`
  const told: string[] = []
  if (step.timed_out && !had?.timed_out) {
    if (step.status === 'approved') return [`${late}, which counts as an approval.`]
    if (step.status === 'rejected') return [`${late}, which counts as a refusal.`]
    told.push(
      step.escalated
        ? `${late}: ${inWords(approverOf(step))} is asked instead.`
        : `${late}, and nobody else is named: it goes on waiting.`,
    )
  }
  const waitsOn = step.escalated && step.due_at === null && (had === undefined || had.due_at !== null)
  if (step.status === 'open' && waitsOn)
    told.push(`${capital(inWords(approverOf(step)))} does not answer either: it goes on waiting.`)
  return told
}

/** "sales director, all of them", "the owner’s manager", "2 of sales operations". */
export function whoOf(step: ApprovalStepState): string {
  const who = inWords(approverOf(step))
  if (step.approver.kind !== 'role' || step.escalated) return who
  switch (step.mode) {
    case 'any':
      return `anyone who is ${who}`
    case 'all':
      return `everyone who is ${who}`
    case 'number':
      return `${step.quorum ?? 0} of those who are ${who}`
    case 'percent':
      return `${step.quorum ?? 0}% of those who are ${who}`
  }
}

const within = (hours: number | null): string =>
  hours === null ? '' : ` within ${hours} hour${hours === 1 ? '' : 's'}`
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

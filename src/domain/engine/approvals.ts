/**
 * An approval as a state machine on plain data: asked for, decided step by step, timed out or escalated, and in the
 * end approved or rejected. Pure: every function takes the request and gives the next one. It travels inside a deal,
 * so its keys are those of the wire.
 */
import type { ApprovalStep, ApprovalWorkflow } from '../process/approval.ts'
import type { Logic } from '../process/rule.ts'
import type { ApprovalDecision, ApprovalRequest, ApprovalStepState } from './approvalRequest.ts'
import { inWords } from './approverInWords.ts'
import { momentAfter } from './dates.ts'
import { evaluateRule } from './evaluateRule.ts'

/**
 * The steps of a workflow that apply to a deal: those whose condition holds or that have none. A condition that
 * cannot be evaluated, or not be seen, does not excuse anyone: its step applies.
 */
export function applicableSteps(
  workflow: ApprovalWorkflow,
  fields: Readonly<Record<string, Logic>>,
  now: string,
): ApprovalStep[] {
  return workflow.steps.filter((step) => stepApplies(step, fields, now))
}

export function stepApplies(
  { condition }: Pick<ApprovalStep, 'condition'>,
  fields: Readonly<Record<string, Logic>>,
  now: string,
): boolean {
  if (condition === undefined) return true
  const result = evaluateRule(condition, { fields, now })
  return !result.ok || result.holds
}

export const askedThoughUnseen = (step: string): string =>
  `“${step}” is taken as asked: on what it depends is hidden from you.`

/** Asks for approval. Where no step applies, it is approved at once. */
export function requestApproval(
  workflow: ApprovalWorkflow,
  move: { readonly transitionId: string; readonly toStageId: string },
  deal: { readonly fields: Readonly<Record<string, Logic>> },
  now: string,
  by?: string,
): ApprovalRequest {
  const steps = applicableSteps(workflow, deal.fields, now).map(
    ({ condition: _, ...step }): ApprovalStepState => ({
      ...step,
      status: 'waiting',
      decisions: [],
      due_at: null,
      escalated: false,
      timed_out: false,
    }),
  )
  return opened(
    {
      workflow_id: workflow.id,
      workflow_name: workflow.workflowName,
      transition_id: move.transitionId,
      to_stage_id: move.toStageId,
      requested_at: now,
      ...(by !== undefined && { requested_by: by }),
      outcome: 'pending',
      steps,
    },
    now,
  )
}

/** The step whose turn it is; null when all is decided. */
export const openStep = (request: ApprovalRequest): ApprovalStepState | null =>
  request.steps.find((step) => step.status === 'open') ?? null

/** Whose word the step waits for: a role, a user's id, or `manager_of_owner`; after escalation the one above. */
export function approverOf(step: ApprovalStepState): string {
  if (step.escalated && step.escalate_to) return step.escalate_to
  return step.approver.kind === 'manager_of_owner' ? 'manager_of_owner' : step.approver.ref
}

export type DecisionResult =
  | { readonly ok: true; readonly request: ApprovalRequest }
  | { readonly ok: false; readonly sentence: string }

/**
 * Records a decision on the open step. `approvers` is how many people may decide the step (for the modes all,
 * number, percent); where nobody knows, as many as the quorum needs.
 */
export function decide(
  request: ApprovalRequest,
  decision: ApprovalDecision,
  approvers?: number,
): DecisionResult {
  const step = openStep(request)
  if (!step) return refused('Nothing waits for a decision here.')
  const wanted = approverOf(step)
  const speaksFor = decision.for_role ?? decision.role
  if (speaksFor !== wanted && decision.by !== wanted)
    return refused(`“${step.name}” waits for ${inWords(wanted)}, not for ${inWords(speaksFor)}.`)
  if (decision.for_role !== undefined && decision.for_role !== decision.role && !step.allow_delegation)
    return refused(`“${step.name}” cannot be delegated: ${inWords(wanted)} has to decide in person.`)
  if (step.decisions.some(({ by }) => by === decision.by))
    return refused('This person has already decided this step.')

  const decisions = [...step.decisions, decision]
  const count = (what: ApprovalDecision['decision']) =>
    decisions.filter((item) => item.decision === what).length
  const { needed, of } = quorumOf(step, approvers)
  const status = count('approve') >= needed ? 'approved' : count('reject') > of - needed ? 'rejected' : 'open'
  return { ok: true, request: opened(withStep(request, { ...step, decisions, status }), decision.at) }
}

/** Takes back what was asked for, so that the deal can be changed and asked for anew. Null says it may be; else why not. */
export function recallRefusal(
  request: ApprovalRequest | null,
  actor: { readonly id: string; readonly is: readonly string[] | null },
): string | null {
  if (request?.outcome !== 'pending') return 'Nothing waits for approval.'
  const { requested_by: by = actor.id } = request
  return actor.is === null || by === actor.id ? null : 'Only who asked for the approval can recall it.'
}

/** Lets time pass: every step whose time is up escalates, is approved or is rejected, in the order of the clock. */
export function letTimePass(request: ApprovalRequest, now: string): ApprovalRequest {
  let current = request
  for (let turn = 0; turn <= 2 * request.steps.length; turn += 1) {
    const step = openStep(current)
    if (!step || step.due_at === null || Date.parse(step.due_at) > Date.parse(now)) return current
    current = opened(withStep(current, timedOut(step)), step.due_at)
  }
  return current
}

function timedOut(step: ApprovalStepState): ApprovalStepState {
  if (step.on_timeout === 'approve') return { ...step, timed_out: true, status: 'approved', due_at: null }
  if (step.on_timeout === 'reject') return { ...step, timed_out: true, status: 'rejected', due_at: null }
  const above = !step.escalated && step.escalate_to
  return {
    ...step,
    timed_out: true,
    escalated: step.escalated || Boolean(above),
    // Nobody above is left: it waits until someone decides.
    due_at: above && step.due_at && step.sla_hours ? momentAfter(step.due_at, step.sla_hours / 24) : null,
  }
}

/** How many approvals a step needs, of how many people; `approvers` as for `decide`. */
export function quorumOf(
  step: Pick<ApprovalStep, 'mode' | 'quorum'>,
  approvers: number | undefined,
): { needed: number; of: number } {
  const quorum = step.quorum ?? 1
  const people = Math.max(1, approvers ?? (step.mode === 'number' ? Math.ceil(quorum) : 1))
  switch (step.mode) {
    case 'any':
      // The first word counts.
      return { needed: 1, of: 1 }
    case 'all':
      return { needed: people, of: people }
    case 'number':
      return { needed: Math.min(Math.max(1, Math.ceil(quorum)), people), of: people }
    case 'percent':
      return { needed: Math.min(Math.max(1, Math.ceil((quorum / 100) * people)), people), of: people }
  }
}

const refused = (sentence: string): DecisionResult => ({ ok: false, sentence })

function withStep(request: ApprovalRequest, next: ApprovalStepState): ApprovalRequest {
  return { ...request, steps: request.steps.map((step) => (step.status === 'open' ? next : step)) }
}

/** Opens the next step where none is open, and settles the outcome. */
function opened(request: ApprovalRequest, now: string): ApprovalRequest {
  if (request.steps.some((step) => step.status === 'rejected')) return { ...request, outcome: 'rejected' }
  const next = request.steps.findIndex((step) => step.status === 'open' || step.status === 'waiting')
  if (next === -1) return { ...request, outcome: 'approved' }
  const steps = request.steps.map((step, index): ApprovalStepState => {
    if (index !== next || step.status === 'open') return step
    const due = step.sla_hours === null ? null : momentAfter(now, step.sla_hours / 24)
    return { ...step, status: 'open', due_at: due }
  })
  return { ...request, steps }
}

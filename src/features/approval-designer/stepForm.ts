/** What an approval step needs beyond its shape, and how it is tidied before it is kept. Pure. */
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { isMasked } from '../../domain/process/masking.ts'
import { text } from '../../text/index.ts'

/** A step with an identity of its own while it is edited: it is moved, copied and removed. */
export interface DraftStep {
  readonly key: string
  readonly step: ApprovalStep
}

export const newStep: ApprovalStep = {
  name: '',
  approver: { kind: 'manager_of_owner', ref: '' },
  mode: 'any',
  quorum: null,
  allow_delegation: true,
  sla_hours: 48,
  on_timeout: 'reject',
}

/** A step that begins as a copy: a condition that cannot be seen does not come along, so it is always asked. */
export function copiedStep(step: ApprovalStep): ApprovalStep {
  const { condition, ...always } = step
  return isMasked(condition) ? always : step
}

/** Only a role is held by several people. */
export const asksSeveral = ({ approver }: ApprovalStep): boolean => approver.kind === 'role'
export const asksSomebody = ({ approver }: ApprovalStep): boolean => approver.kind !== 'manager_of_owner'
export const hasQuorum = (step: ApprovalStep): boolean =>
  asksSeveral(step) && (step.mode === 'number' || step.mode === 'percent')
export const escalates = ({ sla_hours, on_timeout }: ApprovalStep): boolean =>
  sla_hours !== null && on_timeout === 'escalate'

export type StepField = 'name' | 'ref' | 'quorum' | 'sla' | 'escalate'

/** The first thing missing or wrong in a step; the number counts from 1. Null where nothing is. */
export function stepFault(
  step: ApprovalStep,
  number: number,
): { readonly field: StepField; readonly message: string } | null {
  const { quorum, sla_hours } = step
  const say = (
    field: StepField,
    key:
      | 'stepNameMissing'
      | 'stepRefMissing'
      | 'stepQuorumMissing'
      | 'stepQuorumWrong'
      | 'stepHoursWrong'
      | 'stepEscalateMissing',
  ) => ({ field, message: text('approvalDesigner', key, { number }) })
  if (step.name.trim() === '') return say('name', 'stepNameMissing')
  if (asksSomebody(step) && step.approver.ref.trim() === '') return say('ref', 'stepRefMissing')
  if (hasQuorum(step) && !(quorum !== null && quorum > 0)) return say('quorum', 'stepQuorumMissing')
  if (hasQuorum(step) && step.mode === 'percent' && (quorum ?? 0) > 100)
    return say('quorum', 'stepQuorumWrong')
  if (sla_hours !== null && !(sla_hours > 0)) return say('sla', 'stepHoursWrong')
  if (escalates(step) && !step.escalate_to?.trim()) return say('escalate', 'stepEscalateMissing')
  return null
}

/** Without what does not apply: nobody's reference to the owner's manager, no quorum where one person decides. */
export function tidyStep({ escalate_to, ...step }: ApprovalStep): ApprovalStep {
  return {
    ...step,
    name: step.name.trim(),
    approver: asksSomebody(step)
      ? { ...step.approver, ref: step.approver.ref.trim() }
      : { kind: 'manager_of_owner', ref: '' },
    mode: asksSeveral(step) ? step.mode : 'any',
    quorum: hasQuorum(step) ? step.quorum : null,
    ...(escalates(step) && escalate_to !== undefined ? { escalate_to: escalate_to.trim() } : {}),
  }
}

/** What an approval workflow needs beyond its shape, said for each step. Pure. */
import type { z } from 'zod'
import { api } from '../../contract/api.ts'
import type { ApprovalStep } from '../../domain/process/approval.ts'
import { text } from '../../text/index.ts'

export const newStep: ApprovalStep = {
  name: '',
  approver: { kind: 'manager_of_owner', ref: '' },
  mode: 'any',
  quorum: null,
  allow_delegation: true,
  sla_hours: 48,
  on_timeout: 'reject',
}

export const asksSomebody = ({ approver }: ApprovalStep): boolean => approver.kind !== 'manager_of_owner'
export const hasQuorum = ({ mode }: ApprovalStep): boolean => mode === 'number' || mode === 'percent'
export const escalates = ({ sla_hours, on_timeout }: ApprovalStep): boolean =>
  sla_hours !== null && on_timeout === 'escalate'

/** What is missing in a step; the number counts from 1. Null where nothing is. */
export function stepFault(step: ApprovalStep, number: number): { field: string; message: string } | null {
  const missing = (
    field: string,
    key: 'stepNameMissing' | 'stepRefMissing' | 'stepQuorumMissing' | 'stepEscalateMissing',
  ) => ({
    field,
    message: text('settings', key, { number }),
  })
  if (step.name.trim() === '') return missing('name', 'stepNameMissing')
  if (asksSomebody(step) && step.approver.ref.trim() === '') return missing('ref', 'stepRefMissing')
  if (hasQuorum(step) && !(step.quorum !== null && step.quorum > 0))
    return missing('quorum', 'stepQuorumMissing')
  if (escalates(step) && !step.escalate_to?.trim()) return missing('escalate', 'stepEscalateMissing')
  return null
}

/** Without what does not apply: nobody's reference to the owner's manager, no quorum where anyone will do. */
export function tidyStep({ escalate_to, ...step }: ApprovalStep): ApprovalStep {
  return {
    ...step,
    name: step.name.trim(),
    approver: asksSomebody(step) ? step.approver : { kind: 'manager_of_owner', ref: '' },
    quorum: hasQuorum(step) ? step.quorum : null,
    ...(escalates(step) && escalate_to !== undefined ? { escalate_to } : {}),
  }
}

/** Name and switch; the steps are kept beside the form and checked by `stepFault`. */
export const workflowSchema = api.approvalWorkflows.create.body
  .pick({ workflow_name: true, is_active: true })
  .required()
export type WorkflowValues = z.infer<typeof workflowSchema>
export type WorkflowBody = WorkflowValues & { readonly steps: ApprovalStep[] }

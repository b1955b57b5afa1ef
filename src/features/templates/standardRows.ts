/** What ready-made templates refer to, brought into a company that has given it away or never had it. */
import { createAction } from '../../contract/actions.ts'
import { createApprovalWorkflow } from '../../contract/approvalWorkflows.ts'
import { createOpportunityField } from '../../contract/opportunityFields.ts'
import type { Client } from '../../data/api/client.ts'
import type { Failure } from '../../data/api/failure.ts'
import type { StageAction } from '../../domain/process/action.ts'
import type { ApprovalWorkflow } from '../../domain/process/approval.ts'
import type { OpportunityField } from '../../domain/process/field.ts'
import { toWire } from '../../domain/process/wire.ts'
import { standardReference } from '../../domain/templates/standardReference.ts'
import type { Missing } from './galleryEntry.ts'

export type StandardRow =
  | { readonly kind: 'field'; readonly name: string; readonly row: OpportunityField }
  | { readonly kind: 'action'; readonly name: string; readonly row: StageAction }
  | { readonly kind: 'workflow'; readonly name: string; readonly row: ApprovalWorkflow }

/** Those of what is missing that are known: what only a company had nobody can bring back. */
export function standardRows(missing: readonly Missing[], companyId: string): StandardRow[] {
  const { fields, actions, approvalWorkflows } = standardReference(companyId)
  return missing.flatMap(({ kind, name }): StandardRow[] => {
    const [field, action, workflow] = [fields[name], actions[name], approvalWorkflows[name]]
    if (kind === 'field') return field ? [{ kind, name: field.label, row: field }] : []
    if (kind === 'action') return action ? [{ kind, name: action.actionName, row: action }] : []
    return workflow ? [{ kind, name: workflow.workflowName, row: workflow }] : []
  })
}

/** Creates them one after the other, under the ids by which templates know them. Stops at the first that is refused. */
export async function createRows(client: Client, rows: readonly StandardRow[]): Promise<Failure | null> {
  for (const one of rows) {
    const answer =
      one.kind === 'field'
        ? await client.call(createOpportunityField, { body: toWire(one.row) })
        : one.kind === 'action'
          ? await client.call(createAction, { body: toWire(one.row) })
          : await client.call(createApprovalWorkflow, { body: toWire(one.row) })
    if (!answer.ok) return answer.failure
  }
  return null
}

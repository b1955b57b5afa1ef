import type {
  createApprovalWorkflow,
  deleteApprovalWorkflow,
  listApprovalWorkflows,
  readApprovalWorkflow,
  updateApprovalWorkflow,
} from '../../../src/contract/approvalWorkflows.ts'
import type { Handler } from '../../http/handler.ts'
import { settledSteps } from '../../masking/settledSteps.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { answerWith, changeRow, findRow, removeRow, rowToWire, tagOf } from './rows.ts'

const table = 'approvalWorkflows'
const what = 'approval workflow'

const list: Handler<typeof listApprovalWorkflows> = async ({ services, actor, query, url }) => {
  const rows = (await services.reference.list(actor, table)).filter(
    (row) => query.is_active === undefined || row.isActive === query.is_active,
  )
  return { status: 200, body: cutPage(url, query, rows.map(rowToWire)) }
}

const create: Handler<typeof createApprovalWorkflow> = async ({ services, actor, body }) => {
  const id = body.id ?? services.newId()
  const own = codeNames(ownFields(body))
  const steps = settledSteps(own.steps, [], actor.mask)
  const row = { isActive: true, ...own, steps, id, companyId: actor.companyId }
  const stored = await services.reference.insert(actor, table, row)
  return {
    status: 201,
    body: rowToWire(stored),
    headers: { ...tagOf(table, stored), Location: `/api/approval-workflows/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readApprovalWorkflow> = async (asked) => {
  return answerWith(table, await findRow(asked, table, what, asked.params.id))
}

const update: Handler<typeof updateApprovalWorkflow> = async (asked) => {
  const changes = codeNames(ownFields(asked.body))
  const changed = await changeRow(asked, table, what, (had) => {
    const steps = changes.steps && settledSteps(changes.steps, had.steps, asked.actor.mask)
    return { ...had, ...changes, ...(steps && { steps }) }
  })
  return answerWith(table, changed)
}

const remove: Handler<typeof deleteApprovalWorkflow> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what) }
}

export const approvalWorkflows = { list, create, read, update, delete: remove }

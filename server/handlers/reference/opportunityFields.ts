import type {
  createOpportunityField,
  deleteOpportunityField,
  listOpportunityFields,
  readOpportunityField,
  updateOpportunityField,
} from '../../../src/contract/opportunityFields.ts'
import type { Handler } from '../../http/handler.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { answerWith, changeRow, findRow, removeRow, rowToWire, tagOf } from './rows.ts'

const table = 'fields'
const what = 'opportunity field'

const list: Handler<typeof listOpportunityFields> = async ({ services, actor, query, url }) => {
  const rows = (await services.reference.list(actor, table)).filter(
    (row) => query.type === undefined || row.type === query.type,
  )
  return { status: 200, body: cutPage(url, query, rows.map(rowToWire)) }
}

const create: Handler<typeof createOpportunityField> = async ({ services, actor, body }) => {
  const id = body.id ?? services.newId()
  const row = {
    options: [],
    isRequired: false,
    ...codeNames(ownFields(body)),
    id,
    companyId: actor.companyId,
  }
  const stored = await services.reference.insert(actor, table, row)
  return {
    status: 201,
    body: rowToWire(stored),
    headers: { ...tagOf(table, stored), Location: `/api/opportunity-fields/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readOpportunityField> = async (asked) => {
  return answerWith(table, await findRow(asked, table, what, asked.params.id))
}

const update: Handler<typeof updateOpportunityField> = async (asked) => {
  const changes = codeNames(ownFields(asked.body))
  return answerWith(table, await changeRow(asked, table, what, (had) => ({ ...had, ...changes })))
}

const remove: Handler<typeof deleteOpportunityField> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what) }
}

export const opportunityFields = { list, create, read, update, delete: remove }

import type {
  createOpportunityField,
  deleteOpportunityField,
  listOpportunityFields,
  readOpportunityField,
  updateOpportunityField,
} from '../../../src/contract/opportunityFields.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { findRow, removeRow, rowToWire } from './rows.ts'

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
    headers: { Location: `/api/opportunity-fields/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readOpportunityField> = async (asked) => {
  return { status: 200, body: rowToWire(await findRow(asked, table, what, asked.params.id)) }
}

const update: Handler<typeof updateOpportunityField> = async (asked) => {
  const { services, actor, params, body } = asked
  const { createdAt: _, updatedAt: __, ...had } = await findRow(asked, table, what, params.id)
  const row = { ...had, ...codeNames(ownFields(body)) }
  const stored = found(await services.reference.update(actor, table, row), what, params.id)
  return { status: 200, body: rowToWire(stored) }
}

const remove: Handler<typeof deleteOpportunityField> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what, asked.params.id) }
}

export const opportunityFields = { list, create, read, update, delete: remove }

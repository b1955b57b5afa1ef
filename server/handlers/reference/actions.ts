import type {
  createAction,
  deleteAction,
  listActions,
  readAction,
  updateAction,
} from '../../../src/contract/actions.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { checkParameters } from './checkParameters.ts'
import { findRow, removeRow, rowToWire } from './rows.ts'

const table = 'actions'
const what = 'stage action'

const list: Handler<typeof listActions> = async ({ services, actor, query, url }) => {
  const rows = (await services.reference.list(actor, table)).filter(
    (row) =>
      (query.is_active === undefined || row.isActive === query.is_active) &&
      (query.action_type === undefined || row.actionType === query.action_type),
  )
  return { status: 200, body: cutPage(url, query, rows.map(rowToWire)) }
}

const create: Handler<typeof createAction> = async ({ services, actor, body }) => {
  const id = body.id ?? services.newId()
  const row = {
    description: null,
    isActive: true,
    executionOrder: 0,
    parameters: {},
    ...codeNames(ownFields(body)),
    id,
    companyId: actor.companyId,
  }
  checkParameters(row)
  const stored = await services.reference.insert(actor, table, row)
  return {
    status: 201,
    body: rowToWire(stored),
    headers: { Location: `/api/stage-actions/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readAction> = async (asked) => {
  return { status: 200, body: rowToWire(await findRow(asked, table, what, asked.params.id)) }
}

const update: Handler<typeof updateAction> = async (asked) => {
  const { services, actor, params, body } = asked
  const { createdAt: _, updatedAt: __, ...had } = await findRow(asked, table, what, params.id)
  const row = { ...had, ...codeNames(ownFields(body)) }
  checkParameters(row)
  const stored = found(await services.reference.update(actor, table, row), what, params.id)
  return { status: 200, body: rowToWire(stored) }
}

const remove: Handler<typeof deleteAction> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what, asked.params.id) }
}

export const actions = { list, create, read, update, delete: remove }

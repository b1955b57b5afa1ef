import type {
  createAction,
  deleteAction,
  listActions,
  readAction,
  updateAction,
} from '../../../src/contract/actions.ts'
import type { Handler } from '../../http/handler.ts'
import { hides, refuseUnseen, writable } from '../../masking/settled.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { checkParameters } from './checkParameters.ts'
import { answerWith, changeRow, findRow, removeRow, rowToWire, tagOf } from './rows.ts'

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
    ...codeNames(writable('action', ownFields(body), { mask: actor.mask, isNew: true })),
    id,
    companyId: actor.companyId,
  }
  checkParameters(row)
  const stored = await services.reference.insert(actor, table, row)
  return {
    status: 201,
    body: rowToWire(stored),
    headers: { ...tagOf(table, stored), Location: `/api/stage-actions/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readAction> = async (asked) => {
  return answerWith(table, await findRow(asked, table, what, asked.params.id))
}

const update: Handler<typeof updateAction> = async (asked) => {
  const { mask } = asked.actor
  const changes = codeNames(writable('action', ownFields(asked.body), { mask }))
  const changed = await changeRow(asked, table, what, (had) => {
    const row = { ...had, ...changes }
    if (!hides(mask, 'action.parameters')) checkParameters(row)
    // Other kinds of action have other parameters.
    else if (row.actionType !== had.actionType) refuseUnseen('action_type')
    return row
  })
  return answerWith(table, changed)
}

const remove: Handler<typeof deleteAction> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what) }
}

export const actions = { list, create, read, update, delete: remove }

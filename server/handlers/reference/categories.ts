import type {
  createCategory,
  deleteCategory,
  listCategories,
  readCategory,
  updateCategory,
} from '../../../src/contract/categories.ts'
import type { Handler } from '../../http/handler.ts'
import { cutPage } from '../pages.ts'
import { ownFields } from '../stages/create.ts'
import { codeNames } from '../wireBody.ts'
import { answerWith, changeRow, findRow, removeRow, rowToWire, tagOf } from './rows.ts'

const table = 'categories'
const what = 'stage category'

const list: Handler<typeof listCategories> = async ({ services, actor, query, url }) => {
  const rows = (await services.reference.list(actor, table)).filter(
    (row) =>
      (query.is_active === undefined || row.isActive === query.is_active) &&
      (query.category_type === undefined || row.categoryType === query.category_type),
  )
  return { status: 200, body: cutPage(url, query, rows.map(rowToWire)) }
}

const create: Handler<typeof createCategory> = async ({ services, actor, body }) => {
  const id = body.id ?? services.newId()
  const row = {
    description: null,
    isActive: true,
    sortOrder: 0,
    ...codeNames(ownFields(body)),
    id,
    companyId: actor.companyId,
  }
  const stored = await services.reference.insert(actor, table, row)
  return {
    status: 201,
    body: rowToWire(stored),
    headers: { ...tagOf(table, stored), Location: `/api/stage-categories/${encodeURIComponent(id)}/` },
  }
}

const read: Handler<typeof readCategory> = async (asked) => {
  return answerWith(table, await findRow(asked, table, what, asked.params.id))
}

const update: Handler<typeof updateCategory> = async (asked) => {
  const changes = codeNames(ownFields(asked.body))
  return answerWith(table, await changeRow(asked, table, what, (had) => ({ ...had, ...changes })))
}

const remove: Handler<typeof deleteCategory> = async (asked) => {
  return { status: 200, body: await removeRow(asked, table, what) }
}

export const categories = { list, create, read, update, delete: remove }

import type { Handlers } from '../../http/handler.ts'
import { found, notFound } from '../notFound.ts'

/** One person's data, for whoever manages the company's members. */
export const privacy: Handlers['privacy'] = {
  export: async ({ services, actor, params: { id } }) => ({
    status: 200,
    body: found(await services.privacy.export(actor, id), 'member', id),
  }),
  erase: async ({ services, actor, params: { id } }) => {
    if (!(await services.privacy.erase(actor, id))) throw notFound('member', id)
    return { status: 204, body: null }
  },
}

import type { Handlers } from '../../http/handler.ts'
import { addressOf } from './address.ts'

/** One's own second factor. */
export const secondFactor: Handlers['secondFactor'] = {
  read: async ({ services, actor }) => {
    const { enabledAt, recoveryCodesLeft } = await services.secondFactor.state(actor)
    return { status: 200, body: { enabled_at: enabledAt, recovery_codes_left: recoveryCodesLeft } }
  },
  begin: async ({ services, actor, request, body }) => ({
    status: 201,
    body: await services.secondFactor.begin(actor, { ...body, address: addressOf(request) }),
  }),
  confirm: async ({ services, actor, body }) => ({
    status: 200,
    body: { recovery_codes: [...(await services.secondFactor.confirm(actor, body.code))] },
  }),
  renewCodes: async ({ services, actor, body }) => ({
    status: 200,
    body: { recovery_codes: [...(await services.secondFactor.renewCodes(actor, body.code))] },
  }),
  disable: async ({ services, actor, request, body }) => {
    await services.secondFactor.disable(actor, { ...body, address: addressOf(request) })
    return { status: 204, body: null }
  },
}

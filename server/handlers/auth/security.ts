import type { Handlers } from '../../http/handler.ts'

/** What the company asks before critical changes, and the proof that it was given. */
export const security: Handlers['security'] = {
  readPolicy: async ({ services, actor }) => ({ status: 200, body: await services.security.policy(actor) }),
  writePolicy: async ({ services, actor, body }) => ({
    status: 200,
    body: await services.security.savePolicy(actor, body),
  }),
  prove: async ({ services, actor, body }) => {
    await services.security.prove(actor, body.code)
    return { status: 204, body: null }
  },
}

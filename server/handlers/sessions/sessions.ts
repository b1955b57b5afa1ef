import type { endOtherSessions, endSession, listSessions } from '../../../src/contract/sessions.ts'
import type { Handler } from '../../http/handler.ts'
import { notFound } from '../notFound.ts'

const list: Handler<typeof listSessions> = async ({ services, actor }) => ({
  status: 200,
  body: {
    results: (await services.account.sessions(actor)).map((session) => ({
      id: session.id,
      device: session.device,
      address: session.address,
      signed_in_at: session.signedInAt,
      last_used_at: session.lastUsedAt,
      expires_at: session.expiresAt,
      current: session.current,
    })),
  },
})

const end: Handler<typeof endSession> = async ({ services, actor, params }) => {
  if (!(await services.account.endSession(actor, params.id))) throw notFound('session', params.id)
  return { status: 204, body: null }
}

const endOthers: Handler<typeof endOtherSessions> = async ({ services, actor }) => ({
  status: 200,
  body: { ended: await services.account.endOtherSessions(actor) },
})

export const sessions = { list, end, endOthers }

import type { listMails, readMailPreferences, writeMailPreferences } from '../../../src/contract/mail.ts'
import type { Handler } from '../../http/handler.ts'

const list: Handler<typeof listMails> = async ({ services, actor }) => ({
  status: 200,
  body: {
    way: services.mail.way,
    results: (await services.mail.list(actor)).map((mail) => ({
      id: mail.id,
      to: String(mail.content.to),
      subject: String(mail.content.subject),
      state: mail.state,
      attempts: mail.attempts,
      created_at: mail.createdAt,
      tried_at: mail.triedAt,
      next_at: mail.nextAt,
      failure: mail.failure,
    })),
  },
})

const preferences: Handler<typeof readMailPreferences> = async ({ services, actor }) => ({
  status: 200,
  body: await services.mail.preferences(actor),
})

const prefer: Handler<typeof writeMailPreferences> = async ({ services, actor, body }) => ({
  status: 200,
  body: await services.mail.prefer(actor, body),
})

export const mail = { list, preferences, prefer }

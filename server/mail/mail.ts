/** Mails as people see them: what left, and how each wants to be written to. */
import type { MailPreferences } from '../../src/contract/mail.ts'
import { mailLanguageOf } from '../../src/contract/mailLanguage.ts'
import type { Database, Tx } from '../database/database.ts'
import type { MailService } from '../integrations.ts'
import { deliveryOf } from '../outgoing/deliveryOf.ts'
import { scopeOf } from '../repositories/scope.ts'
import type { Actor } from '../services.ts'

const shown = 100

export function createMail(database: Database, way: MailService['way']): MailService {
  return {
    way,
    list: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const rows = await tx
          .selectFrom('outgoing')
          .selectAll()
          .where('channel', '=', 'mail')
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(shown)
          .execute()
        return rows.map((row) => deliveryOf(row))
      }),
    preferences: (actor) => database.company(scopeOf(actor), (tx) => preferencesOf(tx, actor)),
    prefer: (actor, change) =>
      database.company(scopeOf(actor), async (tx) => {
        const had = await preferencesOf(tx, actor)
        const next = {
          language: change.language ?? had.language,
          about_deals: change.about_deals ?? had.about_deals,
        }
        await tx
          .insertInto('mail_preferences')
          .values({ company_id: actor.companyId, user_id: actor.userId, ...next })
          .onConflict((conflict) => conflict.columns(['company_id', 'user_id']).doUpdateSet(next))
          .execute()
        return next
      }),
  }
}

async function preferencesOf(tx: Tx, actor: Actor): Promise<MailPreferences> {
  const row = await tx
    .selectFrom('mail_preferences')
    .select(['language', 'about_deals'])
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  return {
    language: mailLanguageOf(row?.language),
    about_deals: row?.about_deals ?? true,
  }
}

/**
 * One person's data: given out as a whole, and erased. What they did stays in the audit trail under an id that leads
 * to nobody any more; words kept beside the chain and in processes, name, address, sign-ins and drafts go.
 */
import { sql } from 'kysely'
import { z } from 'zod'
import { erasedName } from '../../src/domain/process/erased.ts'
import { ApiError } from '../apiError.ts'
import { auditPeople } from '../auth/peopleAudit.ts'
import { forgetSecondFactor } from '../auth/secondFactor.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Journal } from '../repositories/journal.ts'
import { scopeOf } from '../repositories/scope.ts'
import type { Json, PrivacyService } from '../services.ts'
import { eraseFromDrafts, eraseFromHistory, eraseFromProcesses, type Processes } from './erasure.ts'

interface PrivacyDependencies extends Processes {
  readonly database: Database
  readonly journal: Journal
  /** Somebody's access in this company changed. */
  readonly changed: (companyId: string) => void
}

export function createPrivacy(given: PrivacyDependencies): PrivacyService {
  const { database, journal, changed } = given
  return {
    export: async (actor, personId) => {
      const sessions = await database.identity((tx) =>
        rowsOf(
          tx,
          sql`select id, signed_in_at, rotated_at as last_used_at, expires_at, ended_at, device, address
          from sessions where company_id = ${actor.companyId} and user_id = ${personId} order by signed_in_at`,
        ),
      )
      // Drafts are shown to their owner alone: read as them.
      const drafts = await database.company({ companyId: actor.companyId, userId: personId }, (tx) =>
        rowsOf(tx, sql`select id, process_id, base_revision, document, updated_at from drafts order by id`),
      )
      return database.company(scopeOf(actor), async (tx) => {
        const [person] = await rowsOf(
          tx,
          sql`select users.id, users.email, users.address_proven_at, users.display_name, users.created_at, memberships.role,
            memberships.is_active
          from memberships join users on users.id = memberships.user_id where users.id = ${personId}`,
        )
        if (!person) return null
        const mails = await rowsOf(
          tx,
          sql`select created_at, kind, content->>'to' as to, content->>'subject' as subject, content->>'text' as text,
            state, tried_at from outgoing where ${mailsTo(personId, String(person.email))} order by created_at, id`,
        )
        const audit = await rowsOf(
          tx,
          sql`select entry.seq, entry.at, entry.type, entry.entity, entry.entity_id, entry.revision, entry.body,
            apart.content as words
          from audit_log entry
          left join audit_private apart on apart.company_id = entry.company_id and apart.seq = entry.seq
          where entry.user_id = ${personId} order by entry.seq`,
        )
        await journal.record(
          tx,
          actor,
          [],
          { type: 'person.exported', entity: 'user', entityId: personId, revision: null, body: {} },
          { at: journal.now() },
        )
        return { person, sessions, drafts, mails, audit }
      })
    },

    erase: async (actor, personId) => {
      if (personId === actor.userId) {
        throw new ApiError(
          'PERMISSION_DENIED',
          'You cannot erase yourself: another administrator has to do it.',
        )
      }
      const { companyId } = actor
      const at = journal.now()
      const found = await database.identity(async (tx) => {
        const memberships = tx.selectFrom('memberships').select('company_id').where('user_id', '=', personId)
        const isHere = memberships.where('company_id', '=', companyId)
        if (!(await isHere.executeTakeFirst())) return null
        // Held, so that of two companies that erase at once the later one knows that it is the last.
        const { email } = await tx
          .selectFrom('users')
          .select('email')
          .where('id', '=', personId)
          .forUpdate()
          .executeTakeFirstOrThrow()
        await tx.deleteFrom('password_resets').where('user_id', '=', personId).execute()
        await tx
          .deleteFrom('sessions')
          .where('company_id', '=', companyId)
          .where('user_id', '=', personId)
          .execute()
        await tx
          .updateTable('memberships')
          .set({ is_active: false, erased_at: at })
          .where('company_id', '=', companyId)
          .where('user_id', '=', personId)
          .execute()
        // Another company where they were not erased, though they may be shut out there, keeps the person.
        if ((await memberships.where('erased_at', 'is', null).execute()).length === 0) {
          await forgetSecondFactor(tx, personId)
          await tx
            .updateTable('users')
            .set({
              email: `${personId}@erased.invalid`,
              display_name: erasedName,
              password_hash: 'erased',
              is_active: false,
            })
            .where('id', '=', personId)
            .execute()
        }
        await auditPeople(tx, actor, {
          at,
          type: 'person.erased',
          entity: 'user',
          entityId: personId,
          body: {},
        })
        return email
      })
      if (found === null) return false
      await eraseFromProcesses(database, given, actor, personId)
      await database.company({ companyId, userId: personId }, async (tx) => {
        await tx.deleteFrom('drafts').where('user_id', '=', personId).execute()
        // What was written to them, and what others were told that they did.
        await sql`delete from outgoing where ${mailsTo(personId, found)}
          or strpos(content::text, ${personId}) > 0`.execute(tx)
        await tx.deleteFrom('idempotency_keys').where('user_id', '=', personId).execute()
        await tx.deleteFrom('publish_request_comments').where('user_id', '=', personId).execute()
        await eraseFromHistory(tx, personId)
        // Their own words, and those of theirs that somebody else's change carried along.
        await sql`delete from audit_private apart using audit_log entry
          where entry.company_id = apart.company_id and entry.seq = apart.seq
            and (entry.user_id = ${personId} or entry.entity_id = ${personId} or strpos(entry.body, ${personId}) > 0)`.execute(
          tx,
        )
      })
      await eraseFromDrafts(database, companyId, personId)
      changed(companyId)
      return true
    },
  }
}

/** To them as a member, and to their address from before they were one. */
const mailsTo = (personId: string, email: string) =>
  sql<boolean>`channel = 'mail' and (user_id = ${personId}::uuid or lower(content->>'to') = lower(${email}))`

const plain = z.array(z.record(z.string(), z.json()))

/** As JSON, whatever the columns are. */
async function rowsOf(tx: Tx, query: ReturnType<typeof sql>): Promise<{ [key: string]: Json }[]> {
  const { rows } = await query.execute(tx)
  return plain.parse(JSON.parse(JSON.stringify(rows)))
}

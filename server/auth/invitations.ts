/**
 * Invitations of a company: made, renewed and withdrawn by its administrators. Of the link's token only a hash is
 * kept, so whoever reads the database cannot come in by it. The link in the mail is another one than the link that is
 * copied: who comes by the mail's has proven that the address is theirs.
 */
import type { Selectable } from 'kysely'
import type { MailLanguage } from '../../src/contract/mailLanguage.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { peopleWords } from '../mail/peopleWords.ts'
import type { Postbox } from '../mail/postbox.ts'
import type { Actor, InvitationService, SentInvitation, StoredInvitation } from '../services.ts'
import { sha256, toBase64url } from './bytes.ts'
import { auditPeople } from './peopleAudit.ts'

interface InvitationDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly newId: () => string
  readonly postbox: Postbox
}

const lifetime = 7 * 24 * 3_600_000
const most = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createInvitations(given: InvitationDependencies): InvitationService {
  const { database, clock, newId, postbox } = given
  const fresh = async () => {
    const newToken = () => toBase64url(crypto.getRandomValues(new Uint8Array(32)))
    const [token, mailed] = [newToken(), newToken()]
    const values = {
      token_hash: await sha256(token),
      mailed_token_hash: postbox.way === 'none' ? null : await sha256(mailed),
      expires_at: new Date(clock().getTime() + lifetime).toISOString(),
    }
    return { token, mailed, values }
  }
  const mail = (
    tx: Tx,
    { companyId, companyName, displayName }: Actor,
    {
      email,
      token,
      until,
      language,
    }: {
      readonly email: string
      readonly token: string
      readonly until: string
      readonly language: MailLanguage
    },
  ) =>
    postbox.put(tx, {
      companyId,
      userId: null,
      to: email,
      kind: 'invitation',
      at: now(),
      written: peopleWords[language].invitation({
        by: displayName,
        company: companyName,
        link: postbox.addressOf(`/join#${token}`),
        until,
      }),
      keptTrying: 24 * 3_600_000,
    })
  const now = () => clock().toISOString()

  return {
    list: (actor) =>
      database.identity(async (tx) => {
        const rows = await invitationsOf(tx, actor.companyId)
          .orderBy('invited_at', 'desc')
          .orderBy('invitations.id')
          .execute()
        return rows.map(invitationFrom)
      }),

    invite: async (actor, { email, role, language }) => {
      const { token, mailed, values } = await fresh()
      const id = newId()
      const at = now()
      const sent = await database.identity(async (tx): Promise<SentInvitation> => {
        const { companyId } = actor
        const member = await tx
          .selectFrom('memberships')
          .innerJoin('users', 'users.id', 'memberships.user_id')
          .select('memberships.is_active')
          .where('memberships.company_id', '=', companyId)
          .where('memberships.erased_at', 'is', null)
          .where((where) => where(where.fn<string>('lower', ['users.email']), '=', email.toLowerCase()))
          .executeTakeFirst()
        if (member) {
          throw new ApiError(
            'ALREADY_EXISTS',
            member.is_active
              ? 'This person is a member already.'
              : 'This person is a member who was shut out: let them in again instead.',
            { field: 'email' },
          )
        }
        const { count } = await tx
          .selectFrom('invitations')
          .select((eb) => eb.fn.countAll<number>().as('count'))
          .where('company_id', '=', companyId)
          .executeTakeFirstOrThrow()
        if (count >= most)
          throw new ApiError('LIMIT_REACHED', `There are ${most} invitations already: withdraw some first.`, {
            limit: most,
          })
        const made = await tx
          .insertInto('invitations')
          .values({
            company_id: companyId,
            id,
            email,
            role,
            ...values,
            invited_by: actor.userId,
            invited_at: at,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst()
        if (!made)
          throw new ApiError('ALREADY_EXISTS', 'This person is invited already: make a new link instead.', {
            field: 'email',
          })
        const expiresAt = values.expires_at
        await mail(tx, actor, { email, token: mailed, until: expiresAt, language })
        await auditPeople(tx, actor, {
          at,
          type: 'invitation.created',
          entity: 'invitation',
          entityId: id,
          body: { role },
        })
        const invited = { id, email, role, invitedBy: actor.displayName, invitedAt: at, expiresAt }
        return { ...invited, token, mailed: postbox.way === 'smtp' }
      })
      postbox.wake(actor.companyId)
      return sent
    },

    renew: async (actor, id, language) => {
      if (!uuid.test(id)) return null
      const { token, mailed, values } = await fresh()
      const sent = await database.identity(async (tx) => {
        const renewed = await tx
          .updateTable('invitations')
          .set(values)
          .where('company_id', '=', actor.companyId)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst()
        if (!renewed) return null
        const row = await invitationsOf(tx, actor.companyId)
          .where('invitations.id', '=', id)
          .executeTakeFirstOrThrow()
        await mail(tx, actor, { email: row.email, token: mailed, until: values.expires_at, language })
        await auditPeople(tx, actor, {
          at: now(),
          type: 'invitation.renewed',
          entity: 'invitation',
          entityId: id,
          body: {},
        })
        return { ...invitationFrom(row), token, mailed: postbox.way === 'smtp' }
      })
      postbox.wake(actor.companyId)
      return sent
    },

    withdraw: async (actor, id) => {
      if (!uuid.test(id)) return false
      return database.identity(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom('invitations')
          .where('company_id', '=', actor.companyId)
          .where('id', '=', id)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await auditPeople(tx, actor, {
          at: now(),
          type: 'invitation.withdrawn',
          entity: 'invitation',
          entityId: id,
          body: {},
        })
        return true
      })
    },
  }
}

const invitationsOf = (tx: Tx, companyId: string) =>
  tx
    .selectFrom('invitations')
    .innerJoin('users', 'users.id', 'invitations.invited_by')
    .selectAll('invitations')
    .select('users.display_name')
    .where('invitations.company_id', '=', companyId)

type Row = Selectable<Schema['invitations']> & { readonly display_name: string }

const invitationFrom = (row: Row): StoredInvitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: row.display_name,
  invitedAt: row.invited_at,
  expiresAt: row.expires_at,
})

/** The invitation of a token that still counts, and whether that was the mail's. @throws ApiError INVITATION_OVER. */
export async function openInvitation(tx: Tx, token: string, now: string) {
  const hash = await sha256(token)
  const row = await tx
    .selectFrom('invitations')
    .innerJoin('companies', 'companies.company_id', 'invitations.company_id')
    .innerJoin('users', 'users.id', 'invitations.invited_by')
    .selectAll('invitations')
    .select(['companies.company_name', 'users.display_name as invited_by_name'])
    .where((where) => where.or([where('token_hash', '=', hash), where('mailed_token_hash', '=', hash)]))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row) return { ...row, mailed: row.mailed_token_hash === hash }
  throw new ApiError(
    'INVITATION_OVER',
    'This invitation is over, was withdrawn, or was accepted already: ask for a new link.',
  )
}

/**
 * Invitations of a company: made, renewed and withdrawn by its administrators. Of the link's token only a hash is
 * kept, so whoever reads the database cannot come in by it.
 */
import type { Selectable } from 'kysely'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type { InvitationService, SentInvitation, StoredInvitation } from '../services.ts'
import { sha256, toBase64url } from './bytes.ts'
import { auditPeople } from './peopleAudit.ts'

interface InvitationDependencies {
  readonly database: Database
  readonly clock: () => Date
  readonly newId: () => string
}

const lifetime = 7 * 24 * 3_600_000
const most = 200
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export function createInvitations({ database, clock, newId }: InvitationDependencies): InvitationService {
  const fresh = async () => {
    const token = toBase64url(crypto.getRandomValues(new Uint8Array(32)))
    const expires_at = new Date(clock().getTime() + lifetime).toISOString()
    return { token, values: { token_hash: await sha256(token), expires_at } }
  }
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

    invite: async (actor, { email, role }) => {
      const { token, values } = await fresh()
      const id = newId()
      const at = now()
      return database.identity(async (tx): Promise<SentInvitation> => {
        const { companyId } = actor
        const member = await tx
          .selectFrom('memberships')
          .innerJoin('users', 'users.id', 'memberships.user_id')
          .select('memberships.is_active')
          .where('memberships.company_id', '=', companyId)
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
        await auditPeople(tx, actor, {
          at,
          type: 'invitation.created',
          entity: 'invitation',
          entityId: id,
          body: { role },
        })
        const expiresAt = values.expires_at
        return { id, email, role, invitedBy: actor.displayName, invitedAt: at, expiresAt, token }
      })
    },

    renew: async (actor, id) => {
      if (!uuid.test(id)) return null
      const { token, values } = await fresh()
      return database.identity(async (tx) => {
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
        await auditPeople(tx, actor, {
          at: now(),
          type: 'invitation.renewed',
          entity: 'invitation',
          entityId: id,
          body: {},
        })
        return { ...invitationFrom(row), token }
      })
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

/** The invitation of a token that still counts. @throws ApiError INVITATION_OVER. */
export async function openInvitation(tx: Tx, token: string, now: string) {
  const row = await tx
    .selectFrom('invitations')
    .innerJoin('companies', 'companies.company_id', 'invitations.company_id')
    .innerJoin('users', 'users.id', 'invitations.invited_by')
    .selectAll('invitations')
    .select(['companies.company_name', 'users.display_name as invited_by_name'])
    .where('token_hash', '=', await sha256(token))
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (row) return row
  throw new ApiError(
    'INVITATION_OVER',
    'This invitation is over, was withdrawn, or was accepted already: ask for a new link.',
  )
}

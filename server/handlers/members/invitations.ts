import type { InvitationRow } from '../../../src/contract/invitations.ts'
import type { Handlers } from '../../http/handler.ts'
import type { SentInvitation, StoredInvitation } from '../../services.ts'
import { found, notFound } from '../notFound.ts'

const rowOf = (invitation: StoredInvitation): InvitationRow => ({
  id: invitation.id,
  email: invitation.email,
  role: invitation.role,
  invited_by: invitation.invitedBy,
  invited_at: invitation.invitedAt,
  expires_at: invitation.expiresAt,
})

export const sentRow = (sent: SentInvitation) => ({
  ...rowOf(sent),
  token: sent.token,
  mailed: sent.mailed,
})

/** Who was asked to come in and has not yet. */
export const invitations: Handlers['invitations'] = {
  list: async ({ services, actor }) => ({
    status: 200,
    body: { results: (await services.invitations.list(actor)).map(rowOf) },
  }),
  renew: async ({ services, actor, params: { id }, body }) => ({
    status: 200,
    body: sentRow(found(await services.invitations.renew(actor, id, body.language), 'invitation', id)),
  }),
  withdraw: async ({ services, actor, params: { id } }) => {
    if (!(await services.invitations.withdraw(actor, id))) throw notFound('invitation', id)
    return { status: 204, body: null }
  },
}

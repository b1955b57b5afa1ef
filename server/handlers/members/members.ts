import type { invite as inviteEndpoint } from '../../../src/contract/invitations.ts'
import type {
  listMembers,
  listPeople,
  MemberRow,
  resetSecondFactor as resetSecondFactorEndpoint,
  updateMember,
} from '../../../src/contract/members.ts'
import type { Handler } from '../../http/handler.ts'
import type { CompanyMember } from '../../services.ts'
import { found, notFound } from '../notFound.ts'
import { sentRow } from './invitations.ts'

const rowOf = (member: CompanyMember): MemberRow => ({
  id: member.id,
  email: member.email,
  display_name: member.displayName,
  role: member.role,
  is_active: member.isActive,
  joined_at: member.joinedAt,
  address_proven: member.addressProven,
  second_factor: member.secondFactor,
})

const list: Handler<typeof listMembers> = async ({ services, actor }) => ({
  status: 200,
  body: { results: (await services.members.list(actor)).map(rowOf) },
})

const people: Handler<typeof listPeople> = async ({ services, actor }) => ({
  status: 200,
  body: {
    results: (await services.members.list(actor))
      .filter(({ isActive }) => isActive)
      .map(({ id, email, displayName, role }) => ({ id, email, display_name: displayName, role })),
  },
})

const update: Handler<typeof updateMember> = async ({ services, actor, params: { id }, body }) => {
  const change = { role: body.role, isActive: body.is_active }
  return { status: 200, body: rowOf(found(await services.members.update(actor, id, change), 'member', id)) }
}

const invite: Handler<typeof inviteEndpoint> = async ({ services, actor, body }) => ({
  status: 201,
  body: sentRow(await services.invitations.invite(actor, body)),
})

const resetSecondFactor: Handler<typeof resetSecondFactorEndpoint> = async (asked) => {
  const { services, actor, params } = asked
  if (!(await services.members.resetSecondFactor(actor, params.id)))
    throw notFound('member with a second factor', params.id)
  return { status: 204, body: null }
}

export const members = { list, invite, update, people, resetSecondFactor }

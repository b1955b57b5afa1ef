import type {
  changePassword as changePasswordEndpoint,
  readMe,
  refreshSession,
  signIn as signInEndpoint,
  signOut as signOutEndpoint,
  User,
} from '../../../src/contract/auth.ts'
import { type Endpoint, permissions } from '../../../src/contract/endpoint.ts'
import type { chooseNewPassword, requestNewPassword } from '../../../src/contract/forgottenPassword.ts'
import type {
  join as joinEndpoint,
  readInvitation,
  switchCompany as switchCompanyEndpoint,
} from '../../../src/contract/invitations.ts'
import { ApiError } from '../../apiError.ts'
import type { Asking } from '../../http/asking.ts'
import type { Asked, Handler } from '../../http/handler.ts'
import type { Actor, Services, SignedIn } from '../../services.ts'
import { found } from '../notFound.ts'
import { addressOf } from './address.ts'
import { cookieFor, expiredCookie, refreshTokenOf, refuseCrossSite } from './refreshCookie.ts'

const userOf = async (services: Services, actor: Actor): Promise<User> => ({
  id: actor.userId,
  email: actor.email,
  display_name: actor.displayName,
  role: actor.role,
  permissions: permissions.filter((permission) => actor.permissions.has(permission)),
  company: { id: actor.companyId, name: actor.companyName },
  companies: [...(await services.identity.companies(actor))],
})

const answerFor = async (
  { services, request }: Pick<Asked<Endpoint>, 'services' | 'request'>,
  signedIn: SignedIn,
) => ({
  status: 200 as const,
  body: {
    access_token: signedIn.accessToken,
    expires_in: signedIn.expiresIn,
    user: await userOf(services, signedIn.actor),
  },
  headers: { 'Set-Cookie': cookieFor(request, signedIn) },
})

const deviceOf = (request: Asking) => ({
  address: addressOf(request),
  device: request.headers.get('User-Agent') ?? '',
})

const signIn: Handler<typeof signInEndpoint> = async (asked) => {
  const { services, request, body } = asked
  refuseCrossSite(request)
  return answerFor(asked, await services.identity.signIn({ ...body, ...deviceOf(request) }))
}

const invitation: Handler<typeof readInvitation> = async ({ services, body }) => {
  const read = await services.identity.invitation(body.token)
  const { company, email, role, invitedBy, expiresAt, hasAccount } = read
  return {
    status: 200,
    body: { company, email, role, invited_by: invitedBy, expires_at: expiresAt, has_account: hasAccount },
  }
}

const join: Handler<typeof joinEndpoint> = async (asked) => {
  const { services, request, body } = asked
  refuseCrossSite(request)
  const { display_name: displayName, ...given } = body
  return answerFor(asked, await services.identity.join({ ...given, displayName, ...deviceOf(request) }))
}

const switchCompany: Handler<typeof switchCompanyEndpoint> = async (asked) => {
  const { services, actor, request, body } = asked
  refuseCrossSite(request)
  const signedIn = await services.identity.switchCompany(actor, body.company_id)
  return answerFor(asked, found(signedIn, 'company', body.company_id))
}

const refresh: Handler<typeof refreshSession> = async (asked) => {
  const { services, request } = asked
  refuseCrossSite(request)
  const token = refreshTokenOf(request)
  if (token === null) throw new ApiError('SESSION_ENDED', 'There is no session here. Sign in.')
  return answerFor(asked, await services.identity.refresh(token))
}

const signOut: Handler<typeof signOutEndpoint> = async ({ services, request }) => {
  refuseCrossSite(request)
  const token = refreshTokenOf(request)
  if (token !== null) await services.identity.signOut(token)
  return { status: 204, body: null, headers: { 'Set-Cookie': expiredCookie(request) } }
}

const me: Handler<typeof readMe> = async ({ services, actor }) => ({
  status: 200,
  body: await userOf(services, actor),
})

const changePassword: Handler<typeof changePasswordEndpoint> = async ({ services, actor, request, body }) => {
  await services.account.changePassword(actor, {
    current: body.current_password,
    next: body.new_password,
    address: addressOf(request),
  })
  return { status: 204, body: null }
}

const forgotten: Handler<typeof requestNewPassword> = async ({ services, request, body }) => {
  refuseCrossSite(request)
  // Not waited for: how long it takes would tell whether there is such an account.
  await services.forgottenPassword.request({ ...body, address: addressOf(request) })
  return { status: 204, body: null }
}

const newPassword: Handler<typeof chooseNewPassword> = async ({ services, request, body }) => {
  refuseCrossSite(request)
  await services.forgottenPassword.reset(body)
  return { status: 204, body: null }
}

export const auth = {
  signIn,
  refresh,
  signOut,
  me,
  changePassword,
  invitation,
  join,
  switchCompany,
  forgotten,
  newPassword,
}

import type {
  changePassword as changePasswordEndpoint,
  readMe,
  refreshSession,
  signIn as signInEndpoint,
  signOut as signOutEndpoint,
  User,
} from '../../../src/contract/auth.ts'
import { permissions } from '../../../src/contract/endpoint.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import type { Actor, SignedIn } from '../../services.ts'
import { addressOf } from './address.ts'
import { cookieFor, expiredCookie, refreshTokenOf, refuseCrossSite } from './refreshCookie.ts'

const userOf = (actor: Actor): User => ({
  id: actor.userId,
  email: actor.email,
  display_name: actor.displayName,
  role: actor.role,
  permissions: permissions.filter((permission) => actor.permissions.has(permission)),
  company: { id: actor.companyId, name: actor.companyName },
})

const answerFor = (request: Request, signedIn: SignedIn) => ({
  status: 200 as const,
  body: { access_token: signedIn.accessToken, expires_in: signedIn.expiresIn, user: userOf(signedIn.actor) },
  headers: { 'Set-Cookie': cookieFor(request, signedIn) },
})

const signIn: Handler<typeof signInEndpoint> = async ({ services, request, body }) => {
  refuseCrossSite(request)
  const address = addressOf(request)
  const device = request.headers.get('User-Agent') ?? ''
  return answerFor(request, await services.identity.signIn({ ...body, address, device }))
}

const refresh: Handler<typeof refreshSession> = async ({ services, request }) => {
  refuseCrossSite(request)
  const token = refreshTokenOf(request)
  if (token === null) throw new ApiError('SESSION_ENDED', 'There is no session here. Sign in.')
  return answerFor(request, await services.identity.refresh(token))
}

const signOut: Handler<typeof signOutEndpoint> = async ({ services, request }) => {
  refuseCrossSite(request)
  const token = refreshTokenOf(request)
  if (token !== null) await services.identity.signOut(token)
  return { status: 204, body: null, headers: { 'Set-Cookie': expiredCookie(request) } }
}

const me: Handler<typeof readMe> = async ({ actor }) => ({ status: 200, body: userOf(actor) })

const changePassword: Handler<typeof changePasswordEndpoint> = async ({ services, actor, request, body }) => {
  await services.account.changePassword(actor, {
    current: body.current_password,
    next: body.new_password,
    address: addressOf(request),
  })
  return { status: 204, body: null }
}

export const auth = { signIn, refresh, signOut, me, changePassword }

/**
 * Inside a page no response may set a cookie and no request may carry one: the refresh token is kept here instead,
 * in the worker's memory, and given back with the requests that a cookie would have come with.
 */
import { refreshCookieName } from '../server/handlers/auth/refreshCookie.ts'
import type { IdentityService, SignedIn } from '../server/services.ts'

export interface SessionKeeper {
  readonly identity: IdentityService
  /** The request as it would come over a real network. */
  withCookie(request: Request): Request
}

export function keepSession(identity: IdentityService): SessionKeeper {
  let token: string | null = null
  const keep = (signedIn: SignedIn): SignedIn => {
    token = signedIn.refreshToken
    return signedIn
  }
  return {
    identity: {
      signIn: async (given) => keep(await identity.signIn(given)),
      join: async (given) => keep(await identity.join(given)),
      switchCompany: async (actor, companyId) => {
        const signedIn = await identity.switchCompany(actor, companyId)
        return signedIn && keep(signedIn)
      },
      invitation: (link) => identity.invitation(link),
      companies: (actor) => identity.companies(actor),
      refresh: async (spent) => keep(await identity.refresh(spent)),
      signOut: async (ended) => {
        token = null
        await identity.signOut(ended)
      },
      authenticate: (accessToken) => identity.authenticate(accessToken),
    },
    withCookie(request) {
      if (token === null || !new URL(request.url).pathname.startsWith('/api/auth/')) return request
      const headers = new Headers(request.headers)
      return new RequestWithCookie(request, headers, `${refreshCookieName(request)}=${token}`)
    },
  }
}

/** Browsers take `Cookie` out of a request's own headers: it is answered beside them. */
class RequestWithCookie extends Request {
  readonly #headers: Headers
  constructor(request: Request, headers: Headers, cookie: string) {
    super(request)
    const get = headers.get.bind(headers)
    headers.get = (name) => (name.toLowerCase() === 'cookie' ? cookie : get(name))
    this.#headers = headers
  }
  override get headers(): Headers {
    return this.#headers
  }
}

/**
 * The refresh token's cookie: HttpOnly, same site only, and `__Host-` wherever the page is served over TLS. Requests
 * that use it must come from our own pages: no other origin may even ask.
 */
import { ApiError } from '../../apiError.ts'
import type { Asking } from '../../http/asking.ts'
import type { SignedIn } from '../../services.ts'

function isSecure(request: Asking): boolean {
  return new URL(request.url).protocol === 'https:' || request.headers.get('X-Forwarded-Proto') === 'https'
}

/** `__Host-` binds a cookie to this host over TLS; browsers refuse that name elsewhere. */
export const refreshCookieName = (request: Asking): string =>
  isSecure(request) ? '__Host-stagecraft_rt' : 'stagecraft_rt'

export function refreshTokenOf(request: Asking): string | null {
  const name = refreshCookieName(request)
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2)
    if (key === name && value) return value
  }
  return null
}

export function cookieFor(request: Asking, { refreshToken, refreshExpiresIn }: SignedIn): string {
  return `${refreshCookieName(request)}=${refreshToken}; Path=/; Max-Age=${refreshExpiresIn}; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`
}

export function expiredCookie(request: Asking): string {
  return `${refreshCookieName(request)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict${isSecure(request) ? '; Secure' : ''}`
}

/** @throws ApiError CROSS_SITE_REFUSED for a request that another site's page made. */
export function refuseCrossSite(request: Asking): void {
  const site = request.headers.get('Sec-Fetch-Site')
  const origin = request.headers.get('Origin')
  const host =
    request.headers.get('X-Forwarded-Host') ?? request.headers.get('Host') ?? new URL(request.url).host
  const foreign =
    site === null
      ? origin !== null && !isOurs(origin, host, isSecure(request))
      : site !== 'same-origin' && site !== 'none'
  if (foreign) throw new ApiError('CROSS_SITE_REFUSED', 'Sign-in works only from the pages of this site.')
}

/** Anybody on the way can write a page of the same host without TLS: it may not speak for the one with. */
function isOurs(origin: string, host: string, secure: boolean): boolean {
  if (!URL.canParse(origin)) return false
  const from = new URL(origin)
  return from.host === host && (from.protocol === 'https:' || (from.protocol === 'http:' && !secure))
}

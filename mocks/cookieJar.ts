/** Cookies do not pass a service worker: the page's backend keeps the one it set and sends it back to itself. */

export interface CookieJar {
  /** The request as it would come over a real network, its cookie with it. */
  withCookie(request: Request): Request
  keep(response: Response): void
}

export function createCookieJar(): CookieJar {
  const kept = new Map<string, string>()
  return {
    withCookie(request) {
      if (kept.size === 0) return request
      const headers = new Headers(request.headers)
      headers.set('Cookie', [...kept].map(([name, value]) => `${name}=${value}`).join('; '))
      return new CookiedRequest(request, headers)
    },
    keep(response) {
      const [pair = '', ...attributes] = (response.headers.get('Set-Cookie') ?? '').split(';')
      const [name = '', value = ''] = pair.trim().split('=', 2)
      if (name === '') return
      if (attributes.some((attribute) => attribute.trim() === 'Max-Age=0')) kept.delete(name)
      else kept.set(name, value)
    },
  }
}

/** Browsers take `Cookie` and `Sec-*` out of a Request's own headers: they are kept beside it. */
class CookiedRequest extends Request {
  readonly #headers: Headers
  constructor(request: Request, headers: Headers) {
    super(request)
    this.#headers = headers
  }
  override get headers(): Headers {
    return this.#headers
  }
}

/** Requests as a backend wants them, so that it knows who asks. */
import type { Fetch } from '../client.ts'
import type { BackendConfig } from './config.ts'

export function lettingIn({ auth }: BackendConfig, send: Fetch): Fetch {
  if (auth.mode === 'bearer') return send
  return (request) => {
    const headers = new Headers(request.headers)
    const token = headers.get('Authorization')?.replace(/^Bearer /, '')
    headers.delete('Authorization')
    if (auth.mode === 'header') {
      if (token !== undefined) headers.set(auth.name, `${auth.prefix}${token}`)
      return send(new Request(request, { headers }))
    }
    const said = cookieNamed(auth.csrf_cookie)
    if (request.method !== 'GET' && said !== undefined) headers.set(auth.csrf_header, said)
    return send(new Request(request, { headers, credentials: 'include' }))
  }
}

function cookieNamed(name: string): string | undefined {
  const cookies = typeof document === 'undefined' ? '' : document.cookie
  const found = cookies.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return found === undefined ? undefined : decodeURIComponent(found.slice(name.length + 1))
}

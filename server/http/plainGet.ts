/**
 * Most of what is asked are GETs whose address needs no second look. On Node these are answered as they came off the
 * line: a `Request` and a `Response` would cost as much as the answer. Whatever is out of the ordinary takes the road
 * over `fetch`; what answers is the same.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Address } from './address.ts'
import type { Asking } from './asking.ts'
import type { Reply } from './respond.ts'

/** Neither escapes nor dots: written like this an address means the same to everybody. */
const plainAddress = /^(\/api\/[\w\-/]*)(\?[\w\-=&]*)?$/
const plainHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/

/** Null: not one of these. Headers that came twice have to be joined already (`joinDuplicateHeaders`). */
export function plainGet({ method, url = '', headers }: IncomingMessage): (Asking & Address) | null {
  if (method !== 'GET') return null
  const { host = '' } = headers
  const [, pathname, search = ''] = plainAddress.exec(url) ?? []
  if (pathname === undefined || !plainHost.test(host)) return null
  return {
    method,
    url: `http://${host}${url}`,
    pathname,
    search,
    body: null,
    headers: { get: (name) => headers[name.toLowerCase()]?.toString() ?? null },
  }
}

export function send({ status, headers, body }: Reply, outgoing: ServerResponse): void {
  const said: (string | number)[] = []
  for (const name in headers) said.push(name, headers[name] ?? '')
  if (body !== null)
    said.push('Content-Length', typeof body === 'string' ? Buffer.byteLength(body) : body.byteLength)
  outgoing.writeHead(status, said)
  outgoing.end(body)
}

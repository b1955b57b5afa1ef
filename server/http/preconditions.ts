/** If-Match and Idempotency-Key, read into what the write path takes. */
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { parseETag, type Tagged } from '../../src/contract/etag.ts'
import { ApiError } from '../apiError.ts'
import type { IdempotencyMark } from '../services.ts'
import type { Asking } from './asking.ts'

/** @throws ApiError PRECONDITION_REQUIRED where the endpoint needs If-Match, MALFORMED_REQUEST where it is none of ours. */
export function readIfMatch(endpoint: Endpoint, request: Asking): Tagged | null {
  if (!endpoint.headers?.includes('If-Match')) return null
  const header = request.headers.get('If-Match')
  if (header === null) {
    if (!endpoint.errors?.includes('PRECONDITION_REQUIRED')) return null
    throw new ApiError(
      'PRECONDITION_REQUIRED',
      'Say which revision this was made from: send its ETag in the If-Match header.',
      { header: 'If-Match' },
    )
  }
  if (header.trim() === '*') return null
  const tagged = parseETag(header)
  if (tagged) return tagged
  throw new ApiError('MALFORMED_REQUEST', 'If-Match is not an ETag of this API, such as "v12".', {
    header: 'If-Match',
  })
}

/** Node's own, which needs no other thread for a few hundred bytes; a page has none. */
interface Host {
  readonly crypto: unknown
  readonly process?: {
    getBuiltinModule(id: 'node:crypto'): { hash(algorithm: 'sha256', text: string): string }
  }
}
const host: Host = globalThis
const nodeCrypto = host.process?.getBuiltinModule('node:crypto')

async function sha256(text: string): Promise<string> {
  if (nodeCrypto) return nodeCrypto.hash('sha256', text)
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Null where none was sent. */
export async function readIdempotency(request: Asking, text: string): Promise<IdempotencyMark | null> {
  const key = request.headers.get('Idempotency-Key')
  if (key === null) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ApiError('MALFORMED_REQUEST', 'Idempotency-Key is 1 to 200 visible ASCII characters.', {
      header: 'Idempotency-Key',
    })
  }
  const { pathname, search } = new URL(request.url)
  const ifMatch = request.headers.get('If-Match') ?? ''
  const fingerprint = await sha256(JSON.stringify([request.method, pathname, search, ifMatch, text]))
  return { key, method: request.method, path: pathname, fingerprint }
}

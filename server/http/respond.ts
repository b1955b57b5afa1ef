/** Answers as JSON: success with its headers and conditional GET, failure in the one error format. */
import type { ErrorBody } from '../../src/contract/errors.ts'
import { bareETag } from '../../src/contract/etag.ts'
import { ApiError } from '../apiError.ts'

const always = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const

export interface Said {
  readonly status: number
  /** Null: no body. */
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Bytes of bodies that are answered again and again: written once. */
const written = new WeakMap<object, Uint8Array<ArrayBuffer>>()
const kept = new WeakSet<object>()

/** Says of a body that it never changes and may be answered again. */
export function lasting<Body extends object>(body: Body): Body {
  kept.add(body)
  return body
}

export const isLasting = (body: object): boolean => kept.has(body)

function jsonOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body !== 'object' || body === null || !kept.has(body)) return JSON.stringify(body)
  const had = written.get(body)
  if (had !== undefined) return had
  const bytes = new TextEncoder().encode(JSON.stringify(body))
  written.set(body, bytes)
  return bytes
}

/** What every answer to one request says beside its own. */
export interface Telling {
  readonly requestId: string
  /** What is known of it by now: how much more one may ask. */
  also: Readonly<Record<string, string>>
}

/** An answer as it goes out, whatever it goes out by. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array<ArrayBuffer> | null
}

export const responseOf = ({ status, headers, body }: Reply): Response =>
  new Response(body, { status, headers })

export function respond({ status, body, headers }: Said, { requestId, also }: Telling): Reply {
  const said = {
    ...always,
    ...headers,
    ...(body !== null && { 'Content-Type': 'application/json; charset=utf-8' }),
    'X-Request-Id': requestId,
    ...also,
  }
  return { status, headers: said, body: body === null ? null : jsonOf(body) }
}

export function respondWithError(error: ApiError, telling: Telling): Reply {
  const body: ErrorBody = { error_code: error.code, message: error.message, details: error.details }
  return respond({ status: error.status, body, headers: error.headers }, telling)
}

/** What PostgreSQL calls "insufficient resources": a full disk above all. */
const hasNoRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^53\w{3}$/.test(String(error.code))

/** By what Node, PostgreSQL (class 08, and those that shut down or begin) and its driver call a line that is cut. */
const awayCodes = /^(ECONN\w+|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|08\w{3}|57P0[123])$/
const isAway = (error: unknown): boolean =>
  error instanceof Error &&
  (awayCodes.test('code' in error ? String(error.code) : '') ||
    error.message.startsWith('Connection terminated'))

/**
 * No room, or no database: whoever asks comes again. Else a bug: said without its text, with the id under which it was
 * reported.
 */
export function respondWithFault(error: unknown, telling: Telling): Reply {
  const { requestId } = telling
  if (isAway(error)) {
    const away = 'The database does not answer at this moment: try again in a few seconds.'
    return respondWithError(new ApiError('NOT_READY', away, {}, { 'Retry-After': '1' }), telling)
  }
  if (hasNoRoom(error)) {
    const full =
      'The database has no room left, and nothing was saved. Whoever runs the server has to make some.'
    return respondWithError(new ApiError('NOT_READY', full, {}, { 'Retry-After': '30' }), telling)
  }
  const message = `Something went wrong on the server. It was reported as ${requestId}.`
  return respondWithError(new ApiError('INTERNAL', message, { request_id: requestId }), telling)
}

/** Weak comparison, as a GET asks for: `W/"v3"`, `"v3-gzip"` and `"v3"` are the same, `*` is any. */
export function matchesETag(ifNoneMatch: string | null, etag: string | undefined): boolean {
  if (ifNoneMatch === null || etag === undefined) return false
  if (ifNoneMatch === etag) return true
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => bareETag(tag) === bareETag(etag))
}

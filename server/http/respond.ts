/** Answers as JSON: success with its headers and conditional GET, failure in the one error format. */
import type { ErrorBody } from '../../src/contract/errors.ts'
import { bareETag } from '../../src/contract/etag.ts'
import { ApiError } from '../apiError.ts'

const always = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const

export interface Said {
  readonly status: number
  /** Null: no body. */
  readonly body: unknown
  readonly headers: Readonly<Record<string, string>>
}

/** Text of bodies that are answered again and again: written once. */
const written = new WeakMap<object, string>()
const kept = new WeakSet<object>()

/** Says of a body that it never changes and may be answered again. */
export function lasting<Body extends object>(body: Body): Body {
  kept.add(body)
  return body
}

function textOf(body: unknown): string {
  if (typeof body !== 'object' || body === null || !kept.has(body)) return JSON.stringify(body)
  const had = written.get(body)
  if (had !== undefined) return had
  const text = JSON.stringify(body)
  written.set(body, text)
  return text
}

export function respond(said: Said, requestId: string): Response {
  const headers = new Headers({
    ...always,
    'Cache-Control': 'no-store',
    ...said.headers,
    'X-Request-Id': requestId,
  })
  if (said.body === null) return new Response(null, { status: said.status, headers })
  headers.set('Content-Type', 'application/json; charset=utf-8')
  return new Response(textOf(said.body), { status: said.status, headers })
}

export function respondWithError(error: ApiError, requestId: string): Response {
  const body: ErrorBody = { error_code: error.code, message: error.message, details: error.details }
  return respond({ status: error.status, body, headers: error.headers }, requestId)
}

/** A bug: said without its text, with the id under which it was reported. */
export function respondWithBug(requestId: string): Response {
  return respondWithError(
    new ApiError('INTERNAL', `Something went wrong on the server. It was reported as ${requestId}.`, {
      request_id: requestId,
    }),
    requestId,
  )
}

/** Weak comparison, as a GET asks for: `W/"v3"`, `"v3-gzip"` and `"v3"` are the same, `*` is any. */
export function matchesETag(ifNoneMatch: string | null, etag: string | undefined): boolean {
  if (ifNoneMatch === null || etag === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch.split(',').some((tag) => bareETag(tag) === bareETag(etag))
}

/** Somebody who uses the API, in verbs: does what should work, is refused what should not, sends raw nonsense. */
import { expect } from 'vitest'
import { signIn } from '../../src/contract/auth.ts'
import type { ResultOf } from '../../src/contract/call.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { type ErrorCode, errorBodySchema, errorStatus } from '../../src/contract/errors.ts'
import { type CallInput, createClient } from '../../src/data/api/client.ts'
import type { Failure } from '../../src/data/api/failure.ts'
import type { RunningBase } from './base.ts'

export interface Sent {
  readonly json?: unknown
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Said {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** Null where there was no body, or a spreadsheet. */
  readonly json: unknown
}

export type Refusal = Extract<Failure, { kind: 'problem' }>

export interface Person {
  readonly token: string | null
  /** Calls an endpoint that must succeed, and gives what it answered, checked against the contract. */
  does<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Done<E>>
  /** Calls an endpoint that must be refused with this code and the status that belongs to it. */
  isRefused<E extends Endpoint>(endpoint: E, input: CallInput<E>, code: ErrorCode): Promise<Refusal>
  /** Sends anything at all. */
  sends(method: string, path: string, sent?: Sent): Promise<Said>
}

interface Done<E extends Endpoint> {
  readonly value: ResultOf<E>
  readonly etag: string
  readonly status: number
}

export function person(base: RunningBase, token: string | null): Person {
  const client = createClient({
    baseUrl: base.url,
    fetch: base.fetch,
    getToken: () => token,
    // How long a case may take is the suite's to say: a backend may ask to wait for longer than a person would.
    timeoutMilliseconds: 900_000,
  })
  return {
    token,
    async does(endpoint, input) {
      const answer = await client.call(endpoint, input)
      if (!answer.ok) expect.fail(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(answer.failure)}`)
      return { value: answer.value, etag: answer.etag ?? '', status: answer.status }
    },
    async isRefused(endpoint, input, code) {
      const answer = await client.call(endpoint, input)
      if (answer.ok)
        expect.fail(`${endpoint.method} ${endpoint.path} was accepted: ${JSON.stringify(answer.value)}`)
      const { failure } = answer
      if (failure.kind !== 'problem') expect.fail(JSON.stringify(failure))
      expect([failure.code, failure.message]).toEqual([code, expect.stringMatching(/\S.*[.)?!]$/)])
      expect(failure.status).toBe(errorStatus[code])
      return failure
    },
    async sends(method, path, { json, text, headers = {} } = {}) {
      const body = json === undefined ? text : JSON.stringify(json)
      const response = await base.fetch(
        new Request(`${base.url}${path}`, {
          method,
          headers: {
            ...(token !== null && { Authorization: `Bearer ${token}` }),
            ...(body !== undefined && { 'Content-Type': 'application/json' }),
            ...headers,
          },
          ...(body !== undefined && { body }),
        }),
      )
      const answer = await response.text()
      const isCsv = response.headers.get('Content-Type')?.startsWith('text/csv')
      const { status, headers: told } = response
      return { status, headers: told, text: answer, json: isCsv ? null : parsed(answer) }
    },
  }
}

/** The one error format with this code, its status, and nothing of the machinery inside. */
export function expectProblem(
  said: Said,
  code: ErrorCode,
): { message: string; details: Record<string, unknown> } {
  expect([said.status, errorBodySchema.safeParse(said.json).data?.error_code]).toEqual([
    errorStatus[code],
    code,
  ])
  expect(said.headers.get('Content-Type')).toMatch(/^application\/json/)
  const { message, details } = errorBodySchema.parse(said.json)
  expect(message).toMatch(/\S.*[.)?!]$/)
  expectNothingLeaks(said.text)
  return { message, details }
}

export function expectNothingLeaks(text: string): void {
  expect(text).not.toMatch(
    /node_modules|\bat \S+ \(|\.ts:\d+|\bSELECT\b|\bINSERT INTO\b|stagecraft_app|violates/,
  )
}

export async function signedIn(base: RunningBase, email: string, password: string): Promise<Person> {
  const { value } = await person(base, null).does(signIn, { body: { email, password } })
  return person(base, value.access_token)
}

const parsed = (text: string): unknown => (text === '' ? null : JSON.parse(text))

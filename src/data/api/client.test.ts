/** The client: every kind of answer becomes a value that says what it is, and a stale token is renewed once. */
import { describe, expect, it } from 'vitest'
import { api } from '../../contract/api.ts'
import { createClient, type Fetch } from './client.ts'

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } })

/** A backend that answers in turn and remembers what it was asked. */
function backend(...answers: (Response | Error)[]): { fetch: Fetch; asked: Request[] } {
  const asked: Request[] = []
  return {
    asked,
    fetch: async (request) => {
      asked.push(request)
      const next = answers.shift()
      if (!next || next instanceof Error) throw next ?? new TypeError('nobody there')
      return next
    },
  }
}

const baseUrl = 'http://crm.test'
const healthy = { status: 'ok' }

describe('calling an endpoint', () => {
  it('fills path and query, sends token, version and key, and gives the parsed value with its ETag', async () => {
    const { fetch, asked } = backend(
      json(200, { id: 't/1', deleted: true, revision: 4, reason: 'Old' }, { ETag: '"v4"' }),
    )
    const client = createClient({ baseUrl, fetch, getToken: () => 'secret' })
    const answer = await client.call(api.processes.delete, {
      params: { id: 't/1' },
      query: { reason: 'Old & slow' },
      ifMatch: '"v3"',
      idempotencyKey: 'k1',
    })
    expect(answer).toEqual({
      ok: true,
      status: 200,
      value: { id: 't/1', deleted: true, revision: 4, reason: 'Old' },
      etag: '"v4"',
    })
    const [request] = asked
    expect(request?.url).toBe('http://crm.test/api/sales-processes/t%2F1/?reason=Old+%26+slow')
    expect(request?.method).toBe('DELETE')
    expect(request?.headers.get('Authorization')).toBe('Bearer secret')
    expect(request?.headers.get('If-Match')).toBe('"v3"')
    expect(request?.headers.get('Idempotency-Key')).toBe('k1')
  })

  it('says nothing of the token to a public endpoint', async () => {
    const { fetch, asked } = backend(json(200, healthy))
    await createClient({ baseUrl, fetch, getToken: () => 'secret' }).call(api.service.health, {})
    expect(asked[0]?.headers.get('Authorization')).toBeNull()
  })

  it('gives a refusal with its code, its details and when to come back', async () => {
    const refusal = { error_code: 'RATE_LIMITED', message: 'Too many.', details: { limit: 5 } }
    const { fetch } = backend(json(429, refusal, { 'Retry-After': '30' }))
    expect(await createClient({ baseUrl, fetch }).call(api.service.health, {})).toEqual({
      ok: false,
      failure: {
        kind: 'problem',
        status: 429,
        code: 'RATE_LIMITED',
        message: 'Too many.',
        details: { limit: 5 },
        retryAfterSeconds: 30,
      },
    })
  })

  it.each([
    ['another shape', json(200, { status: 'fine' }), /GET \/healthz .*status/],
    ['a page', new Response('<html>', { status: 200 }), /does not fit the contract/],
    ['an unknown status', json(207, healthy), /answered 207/],
    ['an error page of a proxy', new Response('Bad gateway', { status: 502 }), /502 without an explanation/],
  ])('tells %s apart from success', async (_, response, message) => {
    const { fetch } = backend(response)
    const answer = await createClient({ baseUrl, fetch }).call(api.service.health, {})
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'contract', message: expect.stringMatching(message) },
    })
  })

  it('tells that nobody answers', async () => {
    const { fetch } = backend(new TypeError('connection refused'))
    const answer = await createClient({ baseUrl, fetch }).call(api.service.health, {})
    expect(answer).toEqual({
      ok: false,
      failure: { kind: 'network', message: 'The server cannot be reached.' },
    })
  })
})

describe('a token that has expired', () => {
  const expired = () => json(401, { error_code: 'NOT_SIGNED_IN', message: 'Sign in.', details: {} })

  it('is renewed once, and the call goes out again with the fresh one', async () => {
    const { fetch, asked } = backend(expired(), json(200, { settings: {} }))
    const client = createClient({
      baseUrl,
      fetch,
      getToken: () => 'old',
      onUnauthorized: async () => ({ ok: true, token: 'new' }),
    })
    expect(await client.call(api.settings.read, {})).toMatchObject({ ok: true })
    expect(asked.map((request) => request.headers.get('Authorization'))).toEqual(['Bearer old', 'Bearer new'])
  })

  it('that cannot be renewed is told as what stood in the way', async () => {
    const { fetch, asked } = backend(expired())
    const failure = { kind: 'network', message: 'The server cannot be reached.' } as const
    const client = createClient({ baseUrl, fetch, onUnauthorized: async () => ({ ok: false, failure }) })
    expect(await client.call(api.settings.read, {})).toEqual({ ok: false, failure })
    expect(asked).toHaveLength(1)
  })
})

describe('a second factor that has to be fresh', () => {
  const details = { max_age: 600, methods: ['totp'] }
  const challenge = () =>
    json(
      401,
      { error_code: 'STEP_UP_REQUIRED', message: 'Enter a code.', details },
      { 'WWW-Authenticate': 'Bearer error="insufficient_user_authentication", max_age="600"' },
    )
  const archived = { id: 'p1', deleted: true, revision: 2, reason: null }
  const archive = { params: { id: 'p1' }, idempotencyKey: 'once', ifMatch: '"v1"' }

  it('is asked for, and then the same request goes out again with the same key', async () => {
    const { fetch, asked } = backend(challenge(), json(200, archived))
    const questions: unknown[] = []
    const client = createClient({
      baseUrl,
      fetch,
      getToken: () => 'token',
      onUnauthorized: async () => expect.fail('The token is good: nothing is renewed.'),
      onStepUp: async (given) => {
        questions.push(given)
        return true
      },
    })
    expect(await client.call(api.processes.delete, archive)).toMatchObject({ ok: true })
    expect(questions).toEqual([details])
    expect(asked.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['once', 'once'])
  })

  it.each([
    ['is not given', { onStepUp: async () => false }, {}],
    ['cannot be asked for, because nobody is there', { onStepUp: async () => true }, { unattended: true }],
    ['is asked for by nobody', {}, {}],
  ])('that %s leaves the request undone', async (_, options, more) => {
    const { fetch, asked } = backend(challenge())
    const answer = await createClient({ baseUrl, fetch, ...options }).call(api.processes.delete, {
      ...archive,
      ...more,
    })
    expect(answer).toMatchObject({ ok: false, failure: { code: 'STEP_UP_REQUIRED', details } })
    expect(asked).toHaveLength(1)
  })
})

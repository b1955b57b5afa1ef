/** P24: where the company asks for it, nothing critical happens without a second factor proven within ten minutes. */
import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allEndpoints } from '../../src/contract/api.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { soundProcess } from '../../tests/conformance/scene.ts'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { type App, createApp } from '../app.ts'
import type { Actor } from '../services.ts'

/** A new operation that changes what is live, or who may what, has to be written down here. */
const critical = [
  'stages.create',
  'stages.bulk',
  'stages.update',
  'stages.delete',
  'stages.reorder',
  'transitions.create',
  'transitions.update',
  'transitions.delete',
  'processes.update',
  'processes.delete',
  'versions.publish',
  'versions.restore',
  'publishRequests.create',
  'publishRequests.approve',
  'publishPolicy.write',
  'settings.write',
  'audit.export',
  'privacy.export',
  'privacy.erase',
  'security.writePolicy',
  'masking.writePolicy',
  'members.invite',
  'members.update',
  'members.resetSecondFactor',
  'invitations.renew',
]

describe.each(databaseKinds)('critical changes on %s', (kind) => {
  let backend: TestBackend
  let app: App
  let person: Actor
  let token: string
  let refreshToken: string
  let secret: string
  beforeAll(async () => {
    backend = await startBackend(kind)
    app = createApp(backend.services)
  })
  afterAll(() => backend.close())

  const minute = 60_000
  const codeNow = () => new TOTP({ secret }).generate({ timestamp: backend.clock.now().getTime() })
  const signIn = async (code?: string) => {
    const given = { email: person.email, password: testPassword, code, address: '10.0.0.1' }
    const { actor, ...tokens } = await backend.services.identity.signIn(given)
    ;({ accessToken: token, refreshToken } = tokens)
    return actor
  }
  const ask = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await app.fetch(
      new Request(`http://stagecraft.test${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      }),
    )
    const said = Object(JSON.parse((await response.text()) || '{}'))
    return {
      status: response.status,
      code: said.error_code,
      details: said.details,
      headers: response.headers,
      said,
    }
  }
  const prove = (code: string) => ask('POST', '/api/me/second-factor/prove/', { code })
  /** In a page that stays open: it renews its token, which proves nothing anew. */
  const later = async (minutes: number) => {
    backend.clock.advance(minutes * minute)
    ;({ accessToken: token, refreshToken } = await backend.services.identity.refresh(refreshToken))
  }
  /** As the company asks for it, and the person has a second factor; a step later, so that a code is fresh. */
  beforeEach(async () => {
    person = await backend.member('administrator')
    const actor = await signIn()
    const { secondFactor, security } = backend.services
    ;({ secret } = await secondFactor.begin(actor, { password: testPassword, address: '10.0.0.1' }))
    await secondFactor.confirm(actor, codeNow())
    await security.savePolicy(actor, { fresh_second_factor: true }, null)
    backend.clock.advance(30_000)
    await signIn(codeNow())
  })

  it('are all there are, and told in the contract', () => {
    const marked = allEndpoints.filter(({ endpoint }) => endpoint.critical).map(({ name }) => name)
    expect(marked.sort()).toEqual([...critical].sort())
  })

  const always = allEndpoints.filter(({ endpoint }) => endpoint.critical === true)

  it('are refused eleven minutes after the proof, each of them, and say how to go on', async () => {
    await later(11)
    for (const { name, endpoint } of always) {
      const path = endpoint.path.replace('{id}', randomUUID()).replace(/\{\w+\}/g, '1')
      const answer = await ask(endpoint.method, path, endpoint.body && { no_such_field: true })
      expect([name, answer.status, answer.code]).toEqual([name, 401, 'STEP_UP_REQUIRED'])
      expect(answer.details).toEqual({ max_age: 600, methods: ['totp', 'recovery_code'] })
      expect(answer.headers.get('WWW-Authenticate')).toMatch(
        /^Bearer error="insufficient_user_authentication", error_description=".+", max_age="600"$/,
      )
    }
  })

  it('go through nine minutes after the proof', async () => {
    await later(9)
    for (const { name, endpoint } of always) {
      const path = endpoint.path.replace('{id}', randomUUID()).replace(/\{\w+\}/g, '1')
      const answer = await ask(endpoint.method, path, endpoint.body && { no_such_field: true })
      expect([name, answer.code]).not.toEqual([name, 'STEP_UP_REQUIRED'])
      expect(answer.status, name).not.toBe(401)
    }
  })

  it('that were refused go through as they were sent once a code is given: the same key, done once', async () => {
    await later(11)
    const document = soundProcess()
    const path = `/api/sales-processes/${document.process.id}/versions/`
    const publish = () =>
      ask(
        'POST',
        path,
        { document: documentToWire(document) },
        { 'If-Match': '"v0"', 'Idempotency-Key': 'once' },
      )
    expect(await publish()).toMatchObject({ status: 401, code: 'STEP_UP_REQUIRED' })
    const code = codeNow()
    expect((await prove('000000')).code).toBe('VALIDATION_FAILED')
    expect((await prove(code)).status).toBe(204)
    const done = await publish()
    expect([done.status, done.said.revision]).toEqual([201, 1])
    expect((await publish()).said.revision).toBe(1)
    await later(11)
    expect((await prove(code)).code).toBe('VALIDATION_FAILED')
  })

  it('need no proof where the company does not ask', async () => {
    const stranger = await backend.member('administrator')
    person = stranger
    await signIn()
    const answer = await ask('PUT', '/api/publish-policy', { four_eyes: false })
    expect(answer.status).toBe(200)
  })

  it('tell who has no second factor that none is set up', async () => {
    const colleague = await backend.colleague(person, 'administrator')
    person = colleague
    await signIn()
    const answer = await ask('PUT', '/api/publish-policy', { four_eyes: false })
    expect(answer).toMatchObject({ status: 401, code: 'STEP_UP_REQUIRED', details: { methods: [] } })
  })

  it('are those that go live or let go live: what is only shown or reviewed needs no proof', async () => {
    await later(11)
    const settings = (opportunities: object) => ask('POST', '/api/settings', { opportunities })
    expect((await settings({ itemsPerPage: 30 })).status).toBe(200)
    expect((await settings({ autoCalculateProbability: false })).code).toBe('STEP_UP_REQUIRED')
    const document = soundProcess()
    const request = (more: object) =>
      ask(
        'POST',
        `/api/sales-processes/${document.process.id}/publish-requests/`,
        { document: documentToWire(document), reason: 'Why', ...more },
        { 'If-Match': '"v0"' },
      )
    const publish_at = new Date(backend.clock.now().getTime() + 3_600_000).toISOString()
    expect((await request({ review: false, publish_at })).code).toBe('STEP_UP_REQUIRED')
    expect((await request({})).status).toBe(201)
  })

  it('are asked for as the first of two administrators said: the second looks at it again', async () => {
    const path = '/api/security-policy/'
    const seen = await ask('GET', path)
    const tag = seen.headers.get('ETag') ?? ''
    const put = (fresh_second_factor: boolean, headers = {}) =>
      ask('PUT', path, { fresh_second_factor }, headers)
    const answers = await Promise.all([1, 2].map(() => put(false, { 'If-Match': tag })))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const late = answers.find(({ status }) => status === 412)
    const now = await ask('GET', path)
    expect(now.headers.get('ETag')).toBe('"y-policy-2"')
    expect([late?.code, late?.details.current_etag]).toEqual(['VERSION_CONFLICT', '"y-policy-2"'])
    expect((await put(true, { 'If-Match': '"m-policy-2"' })).code).toBe('VERSION_CONFLICT')
    expect((await put(true)).headers.get('ETag')).toBe('"y-policy-3"')
    expect((await put(true)).headers.get('ETag')).toBe('"y-policy-3"')
  })

  it('cannot be opened by switching the rule off without a proof', async () => {
    await later(11)
    const off = () => ask('PUT', '/api/security-policy/', { fresh_second_factor: false })
    expect((await off()).code).toBe('STEP_UP_REQUIRED')
    await prove(codeNow())
    expect((await off()).status).toBe(200)
    const rows = await backend.database.company({ companyId: person.companyId }, (tx) =>
      tx.selectFrom('audit_log').select('body').where('type', '=', 'security_policy.changed').execute(),
    )
    expect(rows).toHaveLength(2)
  })
})

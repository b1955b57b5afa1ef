/**
 * Every operation of the contract × every role, and those who may not come in at all: nothing is open that does not
 * say so, and nothing is shut to whom the matrix of roles lets in.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allEndpoints } from '../../src/contract/api.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { openApiDocument } from '../../src/contract/openapi.ts'
import { rolePermissions, roles } from '../../src/contract/roles.ts'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { type App, createApp } from '../app.ts'
import type { Actor } from '../services.ts'
import { accessTokenSeconds } from './accessTokens.ts'

/** What somebody may reach before signing in: a new public operation has to be written down here. */
const openToAll = [
  'auth.signIn',
  'auth.refresh',
  'auth.signOut',
  'auth.invitation',
  'auth.join',
  'auth.forgotten',
  'auth.newPassword',
  'service.capabilities',
  'service.openApi',
  'service.health',
  'service.readiness',
]

describe.each(databaseKinds)('permissions on %s', (kind) => {
  let backend: TestBackend
  let app: App
  let administrator: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    app = createApp(backend.services)
    administrator = await backend.member('administrator')
  })
  afterAll(() => backend.close())

  const guarded = allEndpoints.filter(({ endpoint }) => endpoint.access !== 'public')

  const tokenOf = async ({ email }: Actor) =>
    (await backend.services.identity.signIn({ email, password: testPassword, address: '10.0.0.1' }))
      .accessToken

  /** Right enough to pass the permission, wrong enough to change nothing. */
  const statusOf = async (endpoint: Endpoint, token: string | null): Promise<number> => {
    const path = endpoint.path.replace('{id}', randomUUID()).replace(/\{\w+\}/g, '1')
    const headers = new Headers({ 'If-Match': '"v999999"' })
    if (token !== null) headers.set('Authorization', `Bearer ${token}`)
    if (endpoint.body) headers.set('Content-Type', 'application/json')
    const init = {
      method: endpoint.method,
      headers,
      ...(endpoint.body && { body: '{"no_such_field":true}' }),
    }
    return (await app.fetch(new Request(`http://stagecraft.test${path}`, init))).status
  }
  const refusedEverything = async (token: string | null) => {
    const answers = await Promise.all(
      guarded.map(async ({ name, endpoint }) => `${name} ${await statusOf(endpoint, token)}`),
    )
    expect(answers.filter((answer) => !answer.endsWith(' 401'))).toEqual([])
  }

  it('are declared by every operation, in openapi.json too', () => {
    expect(
      allEndpoints.filter(({ endpoint }) => endpoint.access === 'public').map(({ name }) => name),
    ).toEqual(openToAll)
    const { paths } = openApiDocument()
    const declared = Object.values(Object(paths)).flatMap((methods) =>
      Object.values<{ 'x-permission'?: string }>(Object(methods)).map(
        (operation) => operation['x-permission'],
      ),
    )
    expect(declared).toHaveLength(allEndpoints.length)
    expect(declared).not.toContain(undefined)
  })

  it.each(roles)('let a %s do what the role says, and nothing else', async (role) => {
    const token = await tokenOf(await backend.colleague(administrator, role))
    const wrong: string[] = []
    for (const { name, endpoint } of guarded) {
      const may =
        endpoint.access === 'signed_in' || rolePermissions[role].some((one) => one === endpoint.access)
      const status = await statusOf(endpoint, token)
      // Where one may, a body with an unknown field or an id that is nobody's is what is refused.
      const changes = endpoint.method !== 'GET' && status < 300 && name !== 'settings.write'
      if ((status === 403) === may || status === 401 || status >= 500 || changes)
        wrong.push(`${name} ${status}`)
    }
    expect(wrong).toEqual([])
    expect(backend.bugs).toEqual([])
  })

  it('let nobody in without a token, with a made-up one, or with an expired one', async () => {
    const token = await tokenOf(administrator)
    await refusedEverything(null)
    await refusedEverything('made.up.token')
    backend.clock.advance(accessTokenSeconds * 1_000 + 1_000)
    await refusedEverything(token)
  })

  it('let nobody in whose session ended, who was disabled, or who left the company', async () => {
    const { identity } = backend.services
    const ended = await identity.signIn({ ...administrator, password: testPassword, address: '10.0.0.1' })
    await identity.signOut(ended.refreshToken)
    await refusedEverything(ended.accessToken)
    for (const table of ['users', 'memberships'] as const) {
      const person = await backend.colleague(administrator, 'administrator')
      const token = await tokenOf(person)
      await backend.database.identity((tx) =>
        table === 'users'
          ? tx.updateTable('users').set({ is_active: false }).where('id', '=', person.userId).execute()
          : tx
              .updateTable('memberships')
              .set({ is_active: false })
              .where('user_id', '=', person.userId)
              .execute(),
      )
      await refusedEverything(token)
    }
  })
})

import { expect, it } from 'vitest'
import type { Fetch } from '../client.ts'
import { describedSession } from './session.ts'

const cookie = JSON.stringify({
  base_url: 'https://crm.test',
  auth: { mode: 'cookie', person: 'Ada', company: 'Analytical Engines' },
})

it('takes whoever the browser has a session with, sends its cookie and no token', async () => {
  const asked: Request[] = []
  const session = describedSession(cookie, async (request) => {
    asked.push(request)
    return Response.json([])
  })
  expect(await session.resume()).toMatchObject({
    ok: true,
    value: { display_name: 'Ada', company: { name: 'Analytical Engines' } },
  })
  expect(asked.map(({ credentials, url }) => [credentials, url])).toEqual([
    ['include', 'https://crm.test/api/sales-stages/'],
  ])
  expect(asked[0]?.headers.has('Authorization')).toBe(false)
})

it('asks a stranger to sign in where they always do, and waits for a backend that is silent', async () => {
  const stranger: Fetch = async () => Response.json({}, { status: 403 })
  expect(await describedSession(cookie, stranger).resume()).toMatchObject({
    ok: false,
    failure: { status: 401, message: 'Sign in to your CRM as you always do, then load this page again.' },
  })
  const silence: Fetch = async () => {
    throw new TypeError('offline')
  }
  expect(await describedSession(cookie, silence).resume()).toMatchObject({
    ok: false,
    failure: { kind: 'network' },
  })
})

it('signs in by e-mail and password at the described address otherwise', async () => {
  const asked: string[] = []
  const session = describedSession('{"base_url":"https://crm.test/x"}', async (request) => {
    asked.push(request.url)
    return Response.json({ error_code: 'INVALID_CREDENTIALS', message: 'No.', details: {} }, { status: 401 })
  })
  expect(session.user()).toBeNull()
  expect((await session.signIn('ada@crm.test', 'x')).ok).toBe(false)
  expect(asked).toEqual(['https://crm.test/x/api/auth/login/'])
})

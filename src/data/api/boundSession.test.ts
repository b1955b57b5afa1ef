/** What one company's part of the app still sends never goes out in the name of another one. */
import { expect, it } from 'vitest'
import type { User } from '../../contract/auth.ts'
import { boundSession } from './boundSession.ts'
import { createSession } from './session.ts'

const userIn = (company: string, id = 'rosa'): User => ({
  id,
  email: 'rosa@demo.example',
  display_name: 'Rosa',
  role: 'sales_manager',
  permissions: ['read_stage'],
  company: { id: company, name: company },
})

/** Signs whoever it is told in. */
function sessionOf(...users: readonly User[]) {
  const coming = [...users]
  let now = coming[0]
  return createSession({
    baseUrl: 'http://crm.test',
    fetch: async () => {
      now = coming.shift() ?? now
      return Response.json({ access_token: `token of ${now?.company.id}`, expires_in: 300, user: now })
    },
  })
}

it('speaks for its own person and company', async () => {
  const session = sessionOf(userIn('a'))
  const bound = boundSession(userIn('a'), session)
  expect(bound.token()).toBeNull()
  await session.signIn('rosa@demo.example', 'secret')
  expect(bound.token()).toBe('token of a')
  expect(await bound.refresh()).toEqual({ ok: true, token: 'token of a' })
})

it.each([
  ['the same person goes on in another company', userIn('b')],
  ['somebody else signs in', userIn('a', 'tom')],
])('gives no token and wakes nobody once %s', async (_, next) => {
  const session = sessionOf(userIn('a'), next)
  await session.signIn('rosa@demo.example', 'secret')
  const bound = boundSession(userIn('a'), session)
  const told: unknown[] = []
  bound.subscribe((user) => told.push(user))
  // As where another tab changed whose cookie it is: the answer to the refresh is somebody else's.
  expect(await bound.refresh()).toMatchObject({ ok: false, failure: { code: 'SESSION_ENDED' } })
  expect(bound.token()).toBeNull()
  expect(await bound.refresh()).toMatchObject({ ok: false })
  expect(told).toEqual([])
})

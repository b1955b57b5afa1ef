/** What is answered where the server itself failed: never its words, and whether to come again. */
import { expect, it } from 'vitest'
import { respondWithFault, responseOf } from './respond.ts'

const telling = { requestId: 'r-1', also: {} }

it('says of a full disk that nothing was saved, and when to come again', async () => {
  const full = Object.assign(new Error('could not extend file "base/5/16966"'), { code: '53100' })
  const response = responseOf(respondWithFault(full, telling))
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '30'])
  expect(await response.json()).toMatchObject({
    error_code: 'NOT_READY',
    message: expect.stringContaining('no room left, and nothing was saved'),
  })
})

it.each([
  Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' }),
  Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
  new Error('Connection terminated unexpectedly'),
])('says of a database that is away to come again, and nothing of where it is', async (away) => {
  const response = responseOf(respondWithFault(away, telling))
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '1'])
  const text = await response.text()
  expect(text).toContain('The database does not answer at this moment')
  expect(text).not.toContain('10.0.0.7')
})

it.each([new Error('secret'), Object.assign(new Error('secret'), { code: '23505' }), 'secret'])(
  'says of a bug only under which number it was reported',
  async (bug) => {
    const response = responseOf(respondWithFault(bug, telling))
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).toContain('reported as r-1')
    expect(text).not.toContain('secret')
  },
)

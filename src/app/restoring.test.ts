import { describe, expect, it, vi } from 'vitest'
import { publishRequest } from '../../tests/kit/publishRequest.ts'
import { createClient } from '../data/api/client.ts'
import { requestInstead, restoringOf } from './restoring.ts'

/** A backend that takes every request; what it was sent stands in `sent`. */
function office() {
  const sent: { path: string; body: unknown; ifMatch: string | null; key: string | null }[] = []
  const client = createClient({
    baseUrl: 'http://stagecraft.test',
    getToken: () => null,
    fetch: async (request) => {
      sent.push({
        path: new URL(request.url).pathname,
        body: await request.json(),
        ifMatch: request.headers.get('If-Match'),
        key: request.headers.get('Idempotency-Key'),
      })
      return Response.json(publishRequest({ number: 5, restores: 2 }), { status: 201 })
    },
  })
  const withdraw = vi.fn(async () => {})
  return { sent, withdraw, workspace: { backend: { client }, outbox: { withdraw } } }
}

const asked = {
  path: '/api/sales-processes/p1/publish-requests/',
  body: { restores: 2, reason: 'It sold better', review: true },
  ifMatch: '"v7"',
  key: 'k',
}

describe('a restore that nobody may do alone', () => {
  it('becomes a request for that revision, and leaves the making of its document to the server', async () => {
    const { workspace, sent } = office()
    const lead = vi.fn()
    const restoring = restoringOf({ ...workspace, want: async () => ({ kind: 'waits' }) }, 'p1', {
      needsReview: true,
      onRequest: lead,
    })
    const order = { key: 'k', revision: 2, baseRevision: 7, reason: 'It sold better' }
    expect(await restoring.request(order)).toBeNull()
    expect(sent).toEqual([asked])
    expect(lead).toHaveBeenCalledWith(5)
  })

  it('does so under the same key when it was asked for without a network and had to wait', async () => {
    const { workspace, sent, withdraw } = office()
    const parked = { key: 'k', processId: 'p1', baseRevision: 7, reason: 'It sold better' }
    const wish = { kind: 'restore', revision: 2 } as const
    expect(await requestInstead(workspace, { ...parked, wish })).toBe(5)
    expect(sent).toEqual([asked])
    expect(withdraw).toHaveBeenCalledOnce()
  })
})

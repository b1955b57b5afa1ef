import { describe, expect, it } from 'vitest'
import { patient } from './patience.ts'

const busy = (after?: string) =>
  new Response('busy', { status: 429, ...(after && { headers: { 'Retry-After': after } }) })

describe('a backend that is asked too often', () => {
  it('is asked the same again after the time it named', async () => {
    const answers = [busy('53'), busy('1'), new Response('taken', { status: 201 })]
    const bodies: string[] = []
    const waited: number[] = []
    const ask = patient(
      async (request) => {
        bodies.push(await request.text())
        return answers.shift() ?? new Response()
      },
      async (seconds) => void waited.push(seconds),
    )
    const answer = await ask(new Request('https://crm.example/', { method: 'POST', body: 'a stage' }))
    expect([answer.status, waited]).toEqual([201, [53, 1]])
    expect(bodies).toEqual(['a stage', 'a stage', 'a stage'])
  })

  it('has its word where it names no time, or one that nobody waits', async () => {
    for (const after of [undefined, '3600', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      const ask = patient(
        async () => busy(after),
        () => Promise.reject(new Error('It waited.')),
      )
      expect((await ask(new Request('https://crm.example/'))).status).toBe(429)
    }
  })
})

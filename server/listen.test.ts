/** How an instance leaves: nobody who was being answered is cut off, and the balancer is told first. */
import { get } from 'node:http'
import { describe, expect, it, vi } from 'vitest'
import type { App } from './app.ts'
import { type Answered, listen } from './listen.ts'
import { createMetrics } from './operate/metrics.ts'

const hub = {
  connect: () => ({ receive: () => {}, closed: () => {} }),
  heartbeat: async () => {},
  sweep: async () => {},
  subscribers: 0,
  close: () => {},
}

async function start(fetch: App['fetch'], drainSeconds: number, metricsToken?: string, trustProxy = false) {
  const told: Answered[] = []
  const listening = await listen(
    { fetch },
    {
      config: { host: '127.0.0.1', port: 0, trustProxy, drainSeconds, metricsToken },
      hub,
      files: null,
      metrics: createMetrics(),
      report: (error) => {
        throw error
      },
      answered: (answer) => told.push(answer),
    },
  )
  return { ...listening, told, url: `http://127.0.0.1:${listening.port}` }
}

describe('an instance that is to end', () => {
  it('finishes what it has begun, and takes nothing new', async () => {
    let finish: (response: Response) => void = () => {}
    let arrived: () => void = () => {}
    const asked = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const server = await start(() => {
      arrived()
      return new Promise((resolve) => {
        finish = resolve
      })
    }, 0)
    const answer = fetch(`${server.url}/api/me`)
    await asked
    const closed = server.close()
    await expect(fetch(`${server.url}/api/me`)).rejects.toThrow()
    finish(new Response('done'))
    expect(await (await answer).text()).toBe('done')
    await closed
  })

  it('says that it is not ready while it still answers', async () => {
    const server = await start(async () => new Response('here'), 1)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    const closed = server.close()
    const ready = await fetch(`${server.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([
      503,
      expect.objectContaining({ error_code: 'NOT_READY' }),
    ])
    const other = await fetch(`${server.url}/api/me`)
    expect([await other.text(), other.headers.get('Connection')]).toEqual(['here', 'close'])
    await closed
    await expect(fetch(`${server.url}/readyz`)).rejects.toThrow()
  })
})

describe('what was answered', () => {
  it('is counted and told by the endpoint’s pattern; without a token only the machine itself reads it', async () => {
    const server = await start(async () => new Response('', { status: 404 }), 0)
    await fetch(`${server.url}/api/sales-stages/secret-id/?token=secret`)
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toContain('route="/api/sales-stages/{id}/",status="404"} 1')
    expect(server.told).toMatchObject([{ method: 'GET', route: '/api/sales-stages/{id}/', status: 404 }])
    expect(metrics + JSON.stringify(server.told)).not.toContain('secret')
    await server.close()
  })
})

describe('more than can be done', () => {
  it('is refused with when to come back, while what asks how the machine does is answered', async () => {
    const release: (() => void)[] = []
    const server = await start(async ({ url }) => {
      if (!url.endsWith('/healthz')) await new Promise<void>((resolve) => release.push(resolve))
      return new Response('done')
    }, 0)
    const asked = Array.from({ length: 400 }, () => fetch(`${server.url}/api/me`))
    const refused = await Promise.any(
      asked.map(async (one) => {
        const answer = await one
        if (answer.status !== 503) throw new Error('let in')
        return answer
      }),
    )
    expect([refused.headers.get('Retry-After'), await refused.json()]).toEqual([
      '1',
      expect.objectContaining({ error_code: 'NOT_READY' }),
    ])
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    await expect
      .poll(() => {
        for (const finish of release.splice(0)) finish()
        return server.told.length
      })
      .toBeGreaterThanOrEqual(400)
    const answers = await Promise.all(asked)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
    await server.close()
  })
})

describe('a company whose quota is used up', () => {
  it('takes nobody else’s turn: refused, it is answered a moment later and cannot ask again before', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    let arrived = () => {}
    const server = await start(async ({ url }) => {
      if (url.endsWith('/api/me')) return new Response('here')
      arrived()
      return new Response('too many', { status: 429 })
    }, 0)
    const another = async () => expect((await fetch(`${server.url}/api/me`)).status).toBe(200)
    let told = 0
    const flood: Promise<number>[] = []
    // More than may run at a time: those who wait to be refused are in nobody's way.
    for (let number = 0; number < 300; number += 1) {
      const asked = new Promise<void>((resolve) => {
        arrived = resolve
      })
      flood.push(
        fetch(`${server.url}/api/sales-stages/`).then(({ status }) => {
          told += 1
          return status
        }),
      )
      await asked
    }
    await another()
    vi.advanceTimersByTime(499)
    await another()
    expect(told).toBe(0)
    vi.advanceTimersByTime(1)
    expect(new Set(await Promise.all(flood))).toEqual(new Set([429]))
    vi.useRealTimers()
    await server.close()
  })
})

describe('behind a proxy that speaks TLS', () => {
  it('asks the browser to come by TLS alone from then on; over plain HTTP, or unasked, it does not', async () => {
    const askedBy = async (trustProxy: boolean, proto: string) => {
      const server = await start(async () => new Response('here'), 0, undefined, trustProxy)
      const { headers } = await fetch(`${server.url}/api/me`, { headers: { 'X-Forwarded-Proto': proto } })
      await server.close()
      return headers.get('Strict-Transport-Security')
    }
    expect(await askedBy(true, 'https')).toBe('max-age=31536000')
    expect(await askedBy(true, 'http')).toBeNull()
    expect(await askedBy(false, 'https')).toBeNull()
  })
})

describe('a client that offers another protocol', () => {
  it('is answered in this one, as every Java program expects', async () => {
    const server = await start(async () => new Response('here'), 0)
    const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' }
    const status = await new Promise((resolve, reject) => {
      get(`${server.url}/api/me`, { headers, agent: false }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      }).on('error', reject)
    })
    expect(status).toBe(200)
    await server.close()
  })
})

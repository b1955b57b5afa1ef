/**
 * P16: the line to the events is cut a thousand times in the middle of what it says, now to one instance and now to
 * another of the same database. The client gets every event once, in order, and misses none.
 */
import { randomBytes } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventSocketPath } from '../../src/contract/events.ts'
import { type Cursor, connectRealtime } from '../../src/data/realtime/socket.ts'
import { freePort } from '../kit/ports.ts'
import { type RunningPostgres, startPostgres } from '../kit/postgres.ts'
import { type RunningServer, startServer } from '../kit/server.ts'

const cuts = 1_000

/** Passes bytes on, to one instance after the other, and cuts each line after a few hundred bytes of its answers. */
class CuttingProxy {
  made = 0
  private readonly server: Server
  private readonly lines = new Set<Socket>()
  private readonly seed = fc.sample(fc.integer({ min: 1, max: 1_200 }), { numRuns: cuts, seed: 16 })

  constructor(targets: readonly URL[]) {
    let turn = 0
    this.server = createServer((line) => {
      const target = targets[turn++ % targets.length]
      const upstream = connect(Number(target?.port), target?.hostname)
      // The WebSocket's own greeting is about 130 bytes: before and after it are places to be cut at as well.
      let left = this.made < cuts ? (this.seed[this.made] ?? 0) : Number.POSITIVE_INFINITY
      this.lines.add(line)
      const end = () => {
        this.lines.delete(line)
        line.destroy()
        upstream.destroy()
      }
      line.on('error', end).on('close', end)
      upstream.on('error', end).on('close', end)
      line.pipe(upstream)
      upstream.on('data', (bytes: Buffer) => {
        if (bytes.length < left) {
          left -= bytes.length
          line.write(bytes)
          return
        }
        this.made += 1
        upstream.destroy()
        line.write(bytes.subarray(0, left), end)
      })
    })
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve))
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

describe('two instances on one PostgreSQL', () => {
  let postgres: RunningPostgres
  let instances: RunningServer[]
  beforeAll(async () => {
    postgres = await startPostgres()
    const env = { DATABASE_URL: postgres.url, AUTH_SECRET: randomBytes(32).toString('hex') }
    // The first one migrates and seeds; the second finds it done.
    const first = await startServer(env)
    instances = [first, await startServer(env)]
  }, 180_000)
  afterAll(async () => {
    await Promise.all(instances.map((instance) => instance.stop()))
    await postgres.stop()
  })

  const signIn = async (url: string): Promise<string> => {
    const answer = await fetch(`${url}/api/auth/login/`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email: 'operations@demo.example', password: 'Stagecraft-demo-1' }),
    })
    return z.object({ access_token: z.string() }).parse(await answer.json()).access_token
  }

  it('tell every event once and in order over a line that is cut a thousand times', async () => {
    const urls = instances.map(({ url }) => new URL(url))
    const [first = '', second = ''] = instances.map(({ url }) => url)
    const token = await signIn(first)
    const ask = async (url: string, path: string, init: RequestInit = {}) => {
      const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
      const answer = await fetch(`${url}${path}`, { ...init, headers })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      return answer.json()
    }
    const headOf = z.object({ epoch: z.string(), head: z.int() })
    const start = headOf.parse(await ask(first, '/api/events?since=0&limit=1'))
    const proxy = new CuttingProxy(urls)
    const port = await freePort()
    await proxy.listen(port)

    const heard: number[] = []
    let resets = 0
    let cursor: Cursor = { epoch: start.epoch, seq: start.head }
    let look = () => {}
    const realtime = connectRealtime({
      url: `ws://127.0.0.1:${port}${eventSocketPath}`,
      open: (url) => new WebSocket(url),
      token: async () => token,
      cursor: {
        read: async () => cursor,
        write: async (next) => {
          cursor = next
        },
      },
      random: () => 0,
      onEvent: ({ seq }) => {
        heard.push(seq)
        look()
      },
      onReset: () => {
        resets += 1
      },
      onConnection: () => {},
    })
    const tell = (url: string, name: string) =>
      ask(url, '/api/stage-categories/', {
        method: 'POST',
        body: JSON.stringify({ category_name: name, category_code: name, category_type: 'closing' }),
      })
    let told = start.head
    while (proxy.made < cuts) {
      await tell(told % 2 === 0 ? first : second, `T_${told}`)
      told += 1
    }
    const { head } = headOf.parse(await ask(second, '/api/events?since=0&limit=1'))
    await new Promise<void>((resolve) => {
      look = () => {
        if (heard.at(-1) === head) resolve()
      }
      look()
    })
    realtime.close()
    await proxy.close()
    expect(resets).toBe(0)
    expect(heard).toEqual(Array.from({ length: head - start.head }, (_, index) => start.head + 1 + index))
  }, 240_000)
})

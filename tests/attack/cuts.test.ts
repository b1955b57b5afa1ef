/**
 * P16: the line to the events is cut a thousand times in the middle of what it says, now to one instance and now to
 * another of the same database. The client gets every event once, in order, and misses none; also a thousand that it
 * missed.
 */
import { randomBytes } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { eventSocketPath } from '../../src/contract/events.ts'
import { type Cursor, connectRealtime } from '../../src/data/realtime/socket.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { layeredProcess } from '../kit/layeredProcess.ts'
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

  const headOf = z.object({ epoch: z.string(), head: z.int() })
  /** Somebody signed in, who asks either instance. */
  const somebody = async () => {
    const [first = '', second = ''] = instances.map(({ url }) => url)
    const token = await signIn(first)
    const ask = async (url: string, path: string, init: RequestInit = {}) => {
      const headers = {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...init.headers,
      }
      const answer = await fetch(`${url}${path}`, { ...init, headers })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      return answer.json()
    }
    const standing = async (url: string) => headOf.parse(await ask(url, '/api/events?since=0&limit=1'))
    const happens = (url: string, name: string) =>
      ask(url, '/api/stage-categories/', {
        method: 'POST',
        body: JSON.stringify({ category_name: name, category_code: name, category_type: 'closing' }),
      })
    return { first, second, token, ask, standing, happens }
  }

  /** The app's own line, from where it stood. */
  function listens(url: string, token: string, from: Cursor, random = 0) {
    let cursor = from
    let look = () => {}
    const told = { seqs: [] as number[], resets: 0, lines: 0 }
    const realtime = connectRealtime({
      url,
      open: (at) => {
        told.lines += 1
        return new WebSocket(at)
      },
      token: async () => token,
      cursor: {
        read: async () => cursor,
        write: async (next) => {
          cursor = next
        },
      },
      random: () => random,
      onEvent: ({ seq }) => {
        told.seqs.push(seq)
        look()
      },
      onReset: () => {
        told.resets += 1
      },
      onConnection: () => {},
    })
    const until = (head: number) =>
      new Promise<void>((resolve) => {
        look = () => {
          if (told.seqs.at(-1) === head) resolve()
        }
        look()
      })
    return { ...realtime, told, until }
  }
  const all = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + 1 + index)

  it('tell every event once and in order over a line that is cut a thousand times', async () => {
    const { first, second, token, happens, standing } = await somebody()
    const start = await standing(first)
    const proxy = new CuttingProxy([new URL(first), new URL(second)])
    const port = await freePort()
    await proxy.listen(port)
    const listener = listens(`ws://127.0.0.1:${port}${eventSocketPath}`, token, {
      epoch: start.epoch,
      seq: start.head,
    })
    let told = start.head
    while (proxy.made < cuts) {
      await happens(told % 2 === 0 ? first : second, `T_${told}`)
      told += 1
    }
    const { head } = await standing(second)
    await listener.until(head)
    listener.close()
    await proxy.close()
    expect(listener.told).toMatchObject({ resets: 0, seqs: all(start.head, head) })
  }, 240_000)

  it('tell a thousand that were missed over one line, though they are more than it holds at a time', async () => {
    const { first, second, token, ask, standing } = await somebody()
    const start = await standing(first)
    const process = layeredProcess(420)
    const stages = Object.entries(process.stages).map(([id, stage]) => [
      id,
      { ...stage, guidance: 'What to ask the customer. '.repeat(150) },
    ])
    const document = documentToWire({ ...process, stages: Object.fromEntries(stages) })
    await ask(first, '/api/sales-processes/process/versions/', {
      method: 'POST',
      headers: { 'If-Match': '"v0"' },
      body: JSON.stringify({ document }),
    })
    const { head } = await standing(second)
    expect(head - start.head).toBeGreaterThan(1_000)
    const listener = listens(`${second.replace('http', 'ws')}${eventSocketPath}`, token, {
      epoch: start.epoch,
      seq: start.head,
    })
    await listener.until(head)
    listener.close()
    expect(listener.told).toEqual({ lines: 1, resets: 0, seqs: all(start.head, head) })
  })

  it('tell what happened while the one was killed and started again', async () => {
    const { first, second, token, standing, happens } = await somebody()
    const { epoch, head: seq } = await standing(first)
    const listener = listens(`${second.replace('http', 'ws')}${eventSocketPath}`, token, { epoch, seq }, 0.2)
    await happens(second, 'BEFORE')
    await listener.until(seq + 1)
    await instances[1]?.crash()
    await happens(first, 'MEANWHILE')
    await instances[1]?.resume()
    await happens(second, 'AFTER')
    await listener.until(seq + 3)
    listener.close()
    expect(listener.told).toMatchObject({ resets: 0, seqs: all(seq, seq + 3) })
  })
})

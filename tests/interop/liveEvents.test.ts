/** The app's live line against the server's hub, over real WebSockets that really break. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createHub, type Hub } from '../../server/realtime/hub.ts'
import { serveSocket } from '../../server/realtime/nodeSocket.ts'
import type { Actor } from '../../server/services.ts'
import { eventSocketPath } from '../../src/contract/events.ts'
import {
  type Connection,
  type Cursor,
  connectRealtime,
  type Realtime,
} from '../../src/data/realtime/socket.ts'
import { startBackend, type TestBackend, testPassword } from '../kit/backend.ts'
import { freePort } from '../kit/ports.ts'

let backend: TestBackend
let actor: Actor
let port: number
let stop: (() => Promise<void>) | null = null
const lines: Realtime[] = []

/** The server as one can stop and start it, on one port. */
async function serve() {
  const server = createServer((_request, response) => response.end())
  const { identity, companyEvents, wakeUps } = backend.services
  const hub: Hub = createHub({
    identity,
    companyEvents,
    wakeUps,
    clock: backend.clock.now,
    report: (error) => backend.bugs.push(error),
  })
  const end = serveSocket(server, hub)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  stop = async () => {
    end()
    await new Promise((resolve) => server.close(resolve))
  }
}

beforeAll(async () => {
  backend = await startBackend('PGlite')
  actor = await backend.member()
  port = await freePort()
  await serve()
})
afterEach(() => {
  for (const line of lines.splice(0)) line.close()
})
afterAll(async () => {
  await stop?.()
  await backend.close()
})

const change = (value: number) => backend.services.settings.save(actor, { 'a.b': value })

async function listen(kept: Cursor | null) {
  const { accessToken } = await backend.services.identity.signIn({
    email: actor.email,
    password: testPassword,
    address: '',
  })
  const state = { cursor: kept, heard: [] as number[], resets: 0, connection: 'connecting' as Connection }
  const realtime = connectRealtime({
    url: `ws://127.0.0.1:${port}${eventSocketPath}`,
    open: (url) => new WebSocket(url),
    token: async () => accessToken,
    cursor: {
      read: async () => state.cursor,
      write: async (cursor) => {
        state.cursor = cursor
      },
    },
    random: () => 0.1,
    onEvent: ({ seq }) => state.heard.push(seq),
    onReset: () => {
      state.resets += 1
    },
    onConnection: (connection) => {
      state.connection = connection
    },
  })
  lines.push(realtime)
  await expect.poll(() => state.connection).toBe('live')
  return { state, realtime }
}

describe('the live line and the real hub', () => {
  it('tells what happens from now on, once and in order', async () => {
    const { state } = await listen(null)
    const from = state.cursor?.seq ?? 0
    for (const value of [1, 2, 3]) await change(value)
    await expect.poll(() => state.heard).toEqual([from + 1, from + 2, from + 3])
    expect(state.cursor?.seq).toBe(from + 3)
  })

  it('makes up for what happened while the server could not be reached', async () => {
    const { state } = await listen(null)
    const from = state.cursor?.seq ?? 0
    await stop?.()
    await change(4)
    await change(5)
    await serve()
    await expect.poll(() => state.heard, { timeout: 20_000 }).toEqual([from + 1, from + 2])
    expect(state.resets).toBe(0)
  })

  it('goes on after a reload from where it stood', async () => {
    const before = await listen(null)
    before.realtime.close()
    await change(6)
    const { state } = await listen(before.state.cursor)
    await expect.poll(() => state.heard).toEqual([(before.state.cursor?.seq ?? 0) + 1])
  })

  it('loads afresh where the server is another one than before', async () => {
    const { state } = await listen({ epoch: 'before the backup', seq: 900 })
    await expect.poll(() => state.resets).toBe(1)
    const from = state.cursor?.seq ?? 0
    await change(7)
    await expect.poll(() => state.heard).toEqual([from + 1])
    expect(backend.bugs).toEqual([])
  })
})

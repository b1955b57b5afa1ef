/** The hub over real WebSockets: who may open one, and a conversation from the first message to the end. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { eventSocketPath } from '../../src/contract/events.ts'
import { startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import type { Actor } from '../services.ts'
import { createHub } from './hub.ts'
import { serveSocket } from './nodeSocket.ts'

describe('the socket on Node', () => {
  let backend: TestBackend
  let actor: Actor
  let stop: () => void
  let address: string
  const server = createServer((_request, response) => response.end())
  beforeAll(async () => {
    backend = await startBackend('PGlite')
    actor = await backend.member()
    const { identity, companyEvents, wakeUps } = backend.services
    const hub = createHub({
      identity,
      companyEvents,
      wakeUps,
      clock: backend.clock.now,
      report: (error) => backend.bugs.push(error),
    })
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    stop = serveSocket(server, hub)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    address = `127.0.0.1:${port}`
  })
  afterAll(async () => {
    stop()
    vi.useRealTimers()
    await new Promise((resolve) => server.close(resolve))
    await backend.close()
  })
  const outcome = (path: string, headers: Record<string, string> = {}) =>
    new Promise<number | 'open'>((resolve) => {
      const socket = new WebSocket(`ws://${address}${path}`, { headers })
      socket.once('open', () => {
        socket.terminate()
        resolve('open')
      })
      socket.once('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
      socket.on('error', () => {})
    })

  it('opens for our own pages and for programs, and for no other site', async () => {
    expect(await outcome(eventSocketPath)).toBe('open')
    expect(await outcome(eventSocketPath, { Origin: `http://${address}` })).toBe('open')
    for (const origin of [
      'http://evil.example',
      'null',
      `http://${address}.evil.example`,
      'http://localhost',
    ]) {
      expect(await outcome(eventSocketPath, { Origin: origin }), origin).toBe(403)
    }
    expect(await outcome('/api/other')).toBe(404)
  })

  it('ends a line on which nobody answers within forty seconds, and no other', async () => {
    const connect = async (autoPong: boolean) => {
      const socket = new WebSocket(`ws://${address}${eventSocketPath}`, { autoPong })
      await new Promise((resolve) => socket.once('open', resolve))
      return socket
    }
    const silent = await connect(false)
    const answering = await connect(true)
    const ended = new Promise<number>((resolve) => silent.once('close', resolve))
    for (let twice = 0; twice < 2; twice += 1) {
      vi.advanceTimersByTime(20_000)
      // What the server answers to this comes after it has heard all that was said before.
      const heard = new Promise((resolve) => answering.once('pong', resolve))
      await new Promise((resolve) => (twice === 0 ? answering.once('ping', resolve) : resolve(null)))
      answering.ping()
      await heard
    }
    expect(await ended).toBe(1006)
    expect(answering.readyState).toBe(WebSocket.OPEN)
    answering.terminate()
  })

  it('carries the conversation, uncompressed, and ends with the server', async () => {
    const socket = new WebSocket(`ws://${address}${eventSocketPath}`)
    const received: unknown[] = []
    const got = (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (received.length >= count) resolve()
        }
        socket.on('message', look)
        look()
      })
    socket.on('message', (data) => received.push(JSON.parse(String(data))))
    await new Promise((resolve) => socket.once('open', resolve))
    expect(socket.extensions).toBe('')
    const { accessToken } = await backend.services.identity.signIn({
      email: actor.email,
      password: testPassword,
      address: '',
    })
    socket.send(JSON.stringify({ type: 'auth', token: accessToken }))
    await got(1)
    expect(received[0]).toMatchObject({ type: 'hello', head: 0, heartbeat_ms: 25_000 })
    const epoch = await backend.services.events.epoch()
    socket.send(JSON.stringify({ type: 'resume', epoch, since: 0 }))
    await got(2)
    await backend.services.settings.save(actor, { 'a.b': 1 })
    await got(3)
    expect(received[2]).toMatchObject({
      type: 'event',
      seq: 1,
      prev: 0,
      kind: 'settings.changed',
      fields: ['a.b'],
    })
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    stop()
    expect([1001, 1006]).toContain(await closed)
    expect(backend.bugs).toEqual([])
  })
})

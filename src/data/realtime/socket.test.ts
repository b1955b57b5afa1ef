import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ServerMessage, WireEvent } from '../../contract/events.ts'
import { type Connection, type Cursor, connectRealtime, type SocketLine } from './socket.ts'

/** A line whose other end is the test. */
class Line implements SocketLine {
  readyState = 0
  onopen: SocketLine['onopen'] = null
  onmessage: SocketLine['onmessage'] = null
  onclose: SocketLine['onclose'] = null
  readonly said: unknown[] = []
  closed = false
  send(text: string) {
    this.said.push(JSON.parse(text))
  }
  close() {
    this.closed = true
  }
  accept() {
    this.readyState = 1
    this.onopen?.(new Event('open'))
  }
  say(...messages: (ServerMessage | { type: string })[]) {
    for (const message of messages)
      this.onmessage?.(new MessageEvent('message', { data: JSON.stringify(message) }))
    return settled()
  }
  break(code = 1006) {
    this.readyState = 3
    this.onclose?.(new CloseEvent('close', { code }))
  }
}

/** Lets everything that waits for nothing but its turn go on. */
const settled = () => vi.advanceTimersByTimeAsync(0)

const hello = (head: number, epoch = 'e1') => ({ type: 'hello', epoch, head, heartbeat_ms: 25_000 }) as const
const event = (seq: number, prev = seq - 1): WireEvent => ({
  type: 'event',
  seq,
  prev,
  kind: 'process.published',
  process_id: 'p1',
  id: 'p1',
  version: seq,
  op: null,
  fields: [],
  at: '2026-01-31T09:00:00.000Z',
  by: { id: 'u2', name: 'Olga' },
  data: {},
})

type Token = (renew: boolean) => Promise<string | null>

function desk(kept: Cursor | null = null, token: Token = async () => 'token') {
  const lines: Line[] = []
  const heard: number[] = []
  const connections: Connection[] = []
  const state = { cursor: kept, resets: 0, token }
  const realtime = connectRealtime({
    url: 'ws://test/api/events/socket',
    open: () => {
      const line = new Line()
      lines.push(line)
      return line
    },
    token: (renew) => state.token(renew),
    cursor: {
      read: async () => state.cursor,
      write: async (cursor) => {
        state.cursor = cursor
      },
    },
    random: () => 1,
    onEvent: ({ seq }) => heard.push(seq),
    onReset: () => {
      state.resets += 1
    },
    onConnection: (connection) => connections.push(connection),
  })
  const line = () => {
    const last = lines.at(-1)
    if (!last) throw new Error('No line was opened.')
    return last
  }
  return { realtime, lines, line, heard, connections, state }
}

async function live(kept: Cursor | null, head: number) {
  const opened = desk(kept)
  await settled()
  opened.line().accept()
  await opened.line().say(hello(head))
  return opened
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the live line', () => {
  it('says who it is first, then where it stands', async () => {
    const { line, connections } = await live({ epoch: 'e1', seq: 4 }, 9)
    expect(line().said).toEqual([
      { type: 'auth', token: 'token' },
      { type: 'resume', epoch: 'e1', since: 4 },
    ])
    expect(connections.at(-1)).toBe('live')
  })

  it('begins at the head on a new device', async () => {
    const { line, state } = await live(null, 9)
    expect(line().said.at(-1)).toEqual({ type: 'resume', epoch: 'e1', since: 9 })
    expect(state.cursor).toEqual({ epoch: 'e1', seq: 9 })
  })

  it('tells each event once and in order, whatever comes twice', async () => {
    const { line, heard, state } = await live({ epoch: 'e1', seq: 4 }, 6)
    await line().say(event(5), event(5), event(6), event(5), event(7))
    expect(heard).toEqual([5, 6, 7])
    expect(state.cursor?.seq).toBe(7)
  })

  it('asks again for what is missing instead of skipping over it', async () => {
    const { line, heard } = await live({ epoch: 'e1', seq: 4 }, 6)
    await line().say(event(7))
    expect(heard).toEqual([])
    expect(line().said.at(-1)).toEqual({ type: 'resume', epoch: 'e1', since: 4 })
    await line().say(event(5), event(6), event(7))
    expect(heard).toEqual([5, 6, 7])
  })

  it('takes a jump that the server itself made for this person', async () => {
    const { line, heard } = await live({ epoch: 'e1', seq: 4 }, 4)
    await line().say(event(9, 4))
    expect(heard).toEqual([9])
  })

  it('moves on at a bookmark', async () => {
    const { line, state } = await live({ epoch: 'e1', seq: 4 }, 4)
    await line().say({ type: 'bookmark', seq: 8 })
    expect(state.cursor?.seq).toBe(8)
  })

  it('loads afresh after a reset and goes on from its head', async () => {
    const { line, heard, state } = await live({ epoch: 'e1', seq: 4 }, 2)
    await line().say({ type: 'reset', reason: 'epoch', epoch: 'e2', head: 2 })
    expect(state.resets).toBe(1)
    expect(line().said.at(-1)).toEqual({ type: 'resume', epoch: 'e2', since: 2 })
    await line().say(event(3))
    expect(heard).toEqual([3])
  })

  it('ignores what a newer server says and this app does not know', async () => {
    const { line, lines, heard } = await live({ epoch: 'e1', seq: 4 }, 4)
    await line().say({ type: 'weather' }, event(5))
    expect(heard).toEqual([5])
    expect(lines).toHaveLength(1)
  })
})

describe('a line that breaks', () => {
  it('comes back and resumes after the last event, calling it broken only when it stays away', async () => {
    const { line, lines, connections, heard } = await live({ epoch: 'e1', seq: 4 }, 4)
    await line().say(event(5))
    line().break()
    expect(connections.at(-1)).toBe('connecting')
    await vi.advanceTimersByTimeAsync(500)
    expect(lines).toHaveLength(2)
    line().break()
    expect(connections.at(-1)).toBe('broken')
    await vi.advanceTimersByTimeAsync(1_000)
    line().accept()
    await line().say(hello(6))
    expect(line().said.at(-1)).toEqual({ type: 'resume', epoch: 'e1', since: 5 })
    await line().say(event(6))
    expect(heard).toEqual([5, 6])
    expect(connections.at(-1)).toBe('live')
  })

  it('is given up after forty silent seconds, although it calls itself open', async () => {
    const { line, lines } = await live({ epoch: 'e1', seq: 4 }, 4)
    await vi.advanceTimersByTimeAsync(39_000)
    await line().say({ type: 'bookmark', seq: 4 })
    await vi.advanceTimersByTimeAsync(39_000)
    expect(lines).toHaveLength(1)
    const dead = line()
    await vi.advanceTimersByTimeAsync(1_500)
    expect(dead.closed).toBe(true)
    expect(lines).toHaveLength(2)
    await dead.say(event(5))
    expect(lines).toHaveLength(2)
  })

  it('is given up sooner where the network came back and it does not answer', async () => {
    const { realtime, line, lines } = await live({ epoch: 'e1', seq: 4 }, 4)
    realtime.wake()
    expect(line().said.at(-1)).toEqual({ type: 'ping' })
    await vi.advanceTimersByTimeAsync(10_500)
    expect(lines).toHaveLength(2)
  })

  it('is tried at once when the network comes back', async () => {
    const { realtime, lines, line } = await live(null, 0)
    for (let tries = 0; tries < 6; tries++) {
      line().break()
      await vi.advanceTimersByTimeAsync(10_000)
    }
    line().break()
    const before = lines.length
    realtime.wake()
    await settled()
    expect(lines).toHaveLength(before + 1)
  })

  it('keeps trying where it cannot be found out who is signed in', async () => {
    const opened = desk(null, async () => {
      throw new Error('The server cannot be reached.')
    })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(opened.connections.at(-1)).toBe('broken')
    opened.state.token = async () => 'token'
    await vi.advanceTimersByTimeAsync(10_000)
    expect(opened.lines).toHaveLength(1)
  })

  it('waits for a sign-in where nobody is signed in', async () => {
    const opened = desk(null, async () => null)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(opened.connections).toEqual(['signed_out'])
    opened.state.token = async () => 'token'
    opened.realtime.wake()
    await settled()
    expect(opened.lines).toHaveLength(1)
  })

  it('asks for a fresh token after the server refused the old one', async () => {
    const { line, state } = await live(null, 0)
    const asked: boolean[] = []
    state.token = async (renew) => {
      asked.push(renew)
      return 'fresh'
    }
    line().break(4401)
    await vi.advanceTimersByTimeAsync(500)
    line().accept()
    expect(asked).toEqual([true])
    expect(line().said).toEqual([{ type: 'auth', token: 'fresh' }])
  })

  it('opens one line, however often it is woken', async () => {
    const { realtime, lines } = desk()
    realtime.wake()
    realtime.wake()
    await settled()
    expect(lines).toHaveLength(1)
  })

  it('says and hears nothing after it was closed', async () => {
    const { realtime, line, lines, heard } = await live(null, 0)
    const last = line()
    realtime.close()
    await last.say(event(1))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(lines).toHaveLength(1)
    expect(heard).toEqual([])
  })
})

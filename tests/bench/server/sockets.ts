/** Many people who listen live, as the app does: they say who they are and note when each event came. */
import { WebSocket } from 'ws'
import { eventSocketPath } from '../../../src/contract/events.ts'

export interface Crowd {
  /** When each of them got the event that `op` made, in milliseconds of this process's clock. */
  arrivals(op: string): readonly number[]
  readonly size: number
  /** From now on arrivals are noted. */
  watch(): void
  close(): void
}

const atOnce = 50

/** Resolves once all of them were greeted. */
export async function listenTogether(url: string, tokens: readonly string[], count: number): Promise<Crowd> {
  const arrived = new Map<string, number[]>()
  let watching = false
  const sockets: WebSocket[] = []
  const open = (token: string) =>
    new Promise<void>((resolve, reject) => {
      const socket = new WebSocket(`${url.replace('http', 'ws')}${eventSocketPath}`, {
        perMessageDeflate: false,
      })
      sockets.push(socket)
      socket.once('open', () => socket.send(JSON.stringify({ type: 'auth', token })))
      socket.on('error', reject)
      socket.on('message', (data) => {
        const now = performance.now()
        const text = data.toString()
        // Who only listens must not take the machine's time from the server.
        if (!watching && text.startsWith('{"type":"event"')) return
        const message: { type?: string; op?: string | null; epoch?: string; head?: number } = JSON.parse(text)
        if (message.type === 'hello') {
          socket.send(JSON.stringify({ type: 'resume', epoch: message.epoch, since: message.head }))
          resolve()
        }
        if (message.type !== 'event' || !message.op) return
        const times = arrived.get(message.op) ?? []
        arrived.set(message.op, times)
        times.push(now)
      })
    })
  for (let from = 0; from < count; from += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, count - from) }, (_, index) =>
        open(tokens[(from + index) % tokens.length] ?? ''),
      ),
    )
  return {
    arrivals: (op) => arrived.get(op) ?? [],
    size: count,
    watch: () => {
      watching = true
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

/** Milliseconds from opening a line until the last of `count` missed events has come, each after the one before. */
export function catchesUp(url: string, token: string, count: number): Promise<number> {
  const from = performance.now()
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}${eventSocketPath}`, {
      perMessageDeflate: false,
    })
    let head = 0
    let last = 0
    socket.on('error', reject)
    socket.on('close', () => reject(new Error(`The line was closed at ${last} of ${head}.`)))
    socket.once('open', () => socket.send(JSON.stringify({ type: 'auth', token })))
    socket.on('message', (data) => {
      const message = JSON.parse(data.toString())
      if (message.type === 'hello') {
        head = message.head
        last = head - count
        socket.send(JSON.stringify({ type: 'resume', epoch: message.epoch, since: last }))
      }
      if (message.type !== 'event') return
      if (message.prev !== last) reject(new Error(`After ${last} came ${message.seq}.`))
      last = message.seq
      if (last !== head) return
      resolve(performance.now() - from)
      socket.terminate()
    })
  })
}

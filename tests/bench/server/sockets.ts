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

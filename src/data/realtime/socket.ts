/**
 * The company's events, live: each one once and in order, or word that the state has to be loaded afresh. The socket
 * is a convenience and the numbers are the truth: what a broken line swallowed is asked for again by `resume`.
 */
import {
  type ClientMessage,
  closingCodes,
  heartbeatMilliseconds,
  serverMessage,
  type WireEvent,
} from '../../contract/events.ts'

/** Where this device stands in the company's events. Kept over reloads. */
export interface Cursor {
  readonly epoch: string
  readonly seq: number
}

/** `broken` from the second failed try on: a line that comes back at once is no news. */
export type Connection = 'connecting' | 'live' | 'broken' | 'signed_out'

/** What of a WebSocket is used. */
export interface SocketLine {
  readonly readyState: number
  send(text: string): void
  close(): void
  onopen: ((event: Event) => void) | null
  onmessage: ((event: MessageEvent) => void) | null
  onclose: ((event: CloseEvent) => void) | null
}

export interface RealtimeEnvironment {
  /** `wss://…/api/events/socket`. */
  readonly url: string
  readonly open: (url: string) => SocketLine
  /**
   * An access token, or null where nobody is signed in. Rejects where that cannot be found out now. `renew`: the
   * server refused the last one.
   */
  readonly token: (renew: boolean) => Promise<string | null>
  readonly cursor: { read(): Promise<Cursor | null>; write(cursor: Cursor): Promise<void> }
  /** 0 ≤ x < 1; spreads reconnects. */
  readonly random: () => number
  readonly onEvent: (event: WireEvent) => void
  /** Events were lost for good (too old, restored backup): load what is shown afresh. */
  readonly onReset: () => void
  readonly onConnection: (connection: Connection) => void
}

export interface Realtime {
  /** Tries at once: the network is back, or somebody signed in. A line that seems open has to prove it. */
  wake(): void
  close(): void
}

/** A line that was silent for so long is dead, whatever its state says: browsers keep broken sockets "open". */
const silenceMs = heartbeatMilliseconds + 15_000
/** So long a new or a doubtful line has to say something. */
const answerMs = 10_000
const longestWaitMs = 10_000
/** `WebSocket.OPEN`. */
const isOpen = 1

export function connectRealtime(environment: RealtimeEnvironment): Realtime {
  let socket: SocketLine | null = null
  let cursor: Cursor | null = null
  let attempts = 0
  let starting = false
  let refused = false
  let closed = false
  let silence: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const send = (message: ClientMessage) => socket?.send(JSON.stringify(message))

  function expectWord(within: number) {
    clearTimeout(silence)
    silence = setTimeout(drop, within)
  }

  function drop() {
    const dead = socket
    socket = null
    clearTimeout(silence)
    dead?.close()
    if (dead) later()
  }

  function later() {
    if (closed) return
    environment.onConnection(attempts === 0 ? 'connecting' : 'broken')
    const wait = environment.random() * Math.min(longestWaitMs, 500 * 2 ** attempts)
    attempts += 1
    clearTimeout(again)
    again = setTimeout(() => void start(), wait)
  }

  async function move(next: Cursor) {
    cursor = next
    await environment.cursor.write(next)
  }

  async function receive(text: string) {
    const parsed = serverMessage.safeParse(JSON.parse(text))
    if (!parsed.success) return // a newer server may say more than this client knows
    const message = parsed.data
    switch (message.type) {
      case 'hello': {
        attempts = 0
        refused = false
        environment.onConnection('live')
        if (!cursor) await move({ epoch: message.epoch, seq: message.head })
        send({ type: 'resume', epoch: cursor?.epoch ?? message.epoch, since: cursor?.seq ?? message.head })
        return
      }
      case 'event': {
        if (!cursor || message.seq <= cursor.seq) return
        if (message.prev > cursor.seq) {
          // Something between is missing: ask for it again instead of skipping over it.
          send({ type: 'resume', epoch: cursor.epoch, since: cursor.seq })
          return
        }
        await move({ epoch: cursor.epoch, seq: message.seq })
        environment.onEvent(message)
        return
      }
      case 'bookmark': {
        if (cursor && message.seq > cursor.seq) await move({ epoch: cursor.epoch, seq: message.seq })
        return
      }
      case 'reset': {
        await move({ epoch: message.epoch, seq: message.head })
        environment.onReset()
        send({ type: 'resume', epoch: message.epoch, since: message.head })
      }
    }
  }

  async function start() {
    if (closed || socket || starting) return
    starting = true
    try {
      const token = await environment.token(refused)
      cursor ??= await environment.cursor.read()
      if (closed) return
      if (token) open(token)
      else environment.onConnection('signed_out')
    } catch {
      later() // that is how it is told: `onConnection`
    } finally {
      starting = false
    }
  }

  function open(token: string) {
    const line = environment.open(environment.url)
    socket = line
    let inOrder: Promise<unknown> = Promise.resolve()
    expectWord(answerMs)
    line.onopen = () => send({ type: 'auth', token })
    line.onmessage = (frame) => {
      if (socket !== line) return
      expectWord(silenceMs)
      const text = String(frame.data)
      // A frame that cannot be taken in leaves us unsure where we stand: reconnect and resume from the cursor.
      inOrder = inOrder.then(() => (socket === line ? receive(text) : undefined)).catch(drop)
    }
    line.onclose = (event) => {
      if (socket !== line) return
      socket = null
      clearTimeout(silence)
      refused = event.code === closingCodes.unauthorized || event.code === closingCodes.sessionChanged
      later()
    }
  }

  void start()
  return {
    wake() {
      attempts = 0
      clearTimeout(again)
      if (!socket) void start()
      else if (socket.readyState === isOpen) {
        expectWord(answerMs)
        send({ type: 'ping' })
      }
    },
    close() {
      closed = true
      clearTimeout(again)
      clearTimeout(silence)
      socket?.close()
      socket = null
    },
  }
}

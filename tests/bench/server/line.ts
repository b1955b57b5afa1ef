/** One kept-alive connection that says prepared requests and reads no more of an answer than a measurement needs. */
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  /** Whether it says when to come back. */
  readonly retryAfter: boolean
}

export interface Line {
  /** One at a time. Rejects where the connection breaks; the next call opens another. */
  ask(request: Buffer): Promise<Answer>
  close(): void
}

export function openLine(port: number): Line {
  let socket: Socket | null = null
  let read: Buffer = Buffer.alloc(0)
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null

  const broken = (error: Error) => {
    socket?.destroy()
    socket = null
    waiting?.reject(error)
    waiting = null
  }
  const take = (part: Buffer) => {
    read = read.length === 0 ? part : Buffer.concat([read, part])
    const answer = wholeAnswer(read)
    if (!answer) return
    read = Buffer.alloc(0)
    const { resolve } = waiting ?? { resolve: () => {} }
    waiting = null
    resolve(answer)
  }
  const opened = (): Socket => {
    read = Buffer.alloc(0)
    const made = connect({ port, host: '127.0.0.1', noDelay: true })
    made.on('data', take)
    made.on('error', broken)
    made.on('close', () => {
      if (made === socket) broken(new Error('The connection was closed.'))
    })
    return made
  }

  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket ??= opened()
        socket.write(request)
      }),
    close: () => {
      const gone = socket
      socket = null
      gone?.destroy()
    },
  }
}

/** Null while some of it is still on its way. */
function wholeAnswer(read: Buffer): Answer | null {
  const end = read.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = read.toString('latin1', 0, end).toLowerCase()
  const status = Number(head.slice(9, 12))
  const answer = { status, retryAfter: head.includes('\r\nretry-after:') }
  if (status === 304 || status === 204) return answer
  if (head.includes('\r\ntransfer-encoding: chunked'))
    return read.subarray(-5).toString('latin1') === '0\r\n\r\n' ? answer : null
  const length = Number(/\r\ncontent-length: (\d+)/.exec(head)?.[1] ?? 0)
  return read.length >= end + 4 + length ? answer : null
}

/** A request as it goes over the line. */
export function requestOf(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: unknown,
): Buffer {
  const text = body === undefined ? '' : JSON.stringify(body)
  const all = {
    Host: 'localhost',
    ...headers,
    ...(text === ''
      ? {}
      : { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${text}`)
}

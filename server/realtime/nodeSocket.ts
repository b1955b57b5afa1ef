/** The hub on Node: WebSocket upgrades of an HTTP server. Only our own pages may open one from a browser. */
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { eventSocketPath } from '../../src/contract/events.ts'
import type { Hub } from './hub.ts'

const largestMessage = 16_384
/** A half-open line is noticed within twice this time: forty seconds, as in the client. */
const pulseMilliseconds = 20_000

/** Serves `eventSocketPath`; any other upgrade is answered 404. Returns how to stop. */
export function serveSocket(server: Server, hub: Hub): () => void {
  // Compression would cost more memory per socket than these few bytes are worth.
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: largestMessage,
  })
  const answered = new WeakSet<WebSocket>()

  const upgrade = (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?', 1)[0]
    if (path !== eventSocketPath && path !== `${eventSocketPath}/`) return refuse(stream, '404 Not Found')
    if (!isOurOwn(request)) return refuse(stream, '403 Forbidden')
    sockets.handleUpgrade(request, stream, head, (socket) => connect(socket, stream))
  }

  function connect(socket: WebSocket, stream: Duplex): void {
    answered.add(socket)
    let gathering = false
    /** What is sent in one go goes out in one packet: each of its own would cost as much as all of them. */
    const gather = () => {
      if (gathering) return
      gathering = true
      stream.cork()
      process.nextTick(() => {
        gathering = false
        stream.uncork()
      })
    }
    const line = hub.connect({
      send: (text) => {
        gather()
        socket.send(text)
      },
      close: (code, reason) => socket.close(code, reason),
      buffered: () => socket.bufferedAmount,
    })
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(1003, 'Text only.')
      else line.receive(textOf(data))
    })
    socket.on('pong', () => answered.add(socket))
    socket.on('close', () => line.closed())
    // A broken line: `close` follows.
    socket.on('error', () => socket.terminate())
  }

  /** A line that did not answer since the last time is half open: nobody is there any more. */
  const pulse = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!answered.has(socket)) socket.terminate()
      else {
        answered.delete(socket)
        if (socket.readyState === WebSocket.OPEN) socket.ping()
      }
    }
  }, pulseMilliseconds)

  server.on('upgrade', upgrade)
  return () => {
    clearInterval(pulse)
    server.off('upgrade', upgrade)
    hub.close()
    for (const socket of sockets.clients) socket.terminate()
    sockets.close()
  }
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Programs send no Origin; a browser always does, and another site's page sends another one. */
function isOurOwn(request: IncomingMessage): boolean {
  const { origin } = request.headers
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const { protocol, host } = new URL(origin)
  return host === request.headers.host && (protocol === 'http:' || protocol === 'https:')
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8')
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8')
}

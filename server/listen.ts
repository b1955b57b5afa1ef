/**
 * The one HTTP server: API, socket and app on one port. Says to the API who asks, and lets nobody else say it; counts
 * and logs what was answered; ends without cutting anybody off.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener, RequestError } from '@hono/node-server'
import { type ErrorCode, errorStatus } from '../src/contract/errors.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { addressOf } from './http/address.ts'
import { plainGet, send } from './http/plainGet.ts'
import { asRequestId } from './http/requestId.ts'
import { type Reply, responseOf } from './http/respond.ts'
import { mayRead } from './operate/mayRead.ts'
import type { Metrics } from './operate/metrics.ts'
import { createRefusedLater } from './operate/refusedLater.ts'
import { createShedding, type Shedding } from './operate/shedding.ts'
import type { Hub } from './realtime/hub.ts'
import { serveSocket } from './realtime/nodeSocket.ts'
import type { StaticFiles } from './static/files.ts'

export interface Listening {
  readonly port: number
  /**
   * Says first that it is not ready, for as long as the balancer needs to notice (`drainSeconds`) and still answering;
   * then takes nothing new, lets what runs end (at most ten seconds), closes all sockets.
   */
  close(): Promise<void>
}

interface Surroundings {
  readonly config: Pick<Config, 'host' | 'port' | 'trustProxy' | 'drainSeconds' | 'metricsToken'>
  /** Null: no live events here. */
  readonly hub: Hub | null
  readonly files: StaticFiles | null
  readonly metrics: Metrics
  readonly report: (error: unknown, where: string) => void
  /** Told of each answer of the API: `route` is the endpoint's pattern, so no id or secret of an address is in it. */
  readonly answered: (answer: Answered) => void
}

export interface Answered {
  readonly method: string
  readonly route: string
  readonly status: number
  readonly milliseconds: number
  readonly requestId: string
}

const lateMilliseconds = 10_000
const ofTheApi = /^\/(api|healthz|readyz|metrics)(\/|$)/

/** @throws Error in one sentence where the port is taken or may not be used. */
export async function listen(app: App, surroundings: Surroundings): Promise<Listening> {
  const { config, hub, files, metrics, report } = surroundings
  let leaving = false
  const shedding = createShedding()
  const refusedLater = createRefusedLater()
  /** How those whose request runs over `fetch` say that it does no more. */
  const leaves = new WeakMap<object, () => void>()
  /** Before the API has the request in hand, or after it let go of it. */
  const unforeseen = (error: unknown): Reply => {
    report(error, 'http')
    return refused('INTERNAL', 'Something went wrong here. It was recorded.')
  }
  const answer = getRequestListener(
    async (request, { incoming }) => {
      const { pathname } = addressOf(request.url)
      if (leaving && pathname === '/readyz')
        return responseOf(refused('NOT_READY', 'This instance is about to end.'))
      if (pathname === '/metrics' && mayRead(request, config.metricsToken)) {
        return new Response(metrics.text(hub?.subscribers ?? 0), {
          headers: {
            'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
            'Cache-Control': 'no-store',
          },
        })
      }
      if (files && !ofTheApi.test(pathname)) {
        const file = await files.respond(request)
        if (file) return file
      }
      const response = await app.fetch(request)
      if (response.status === errorStatus.RATE_LIMITED) {
        leaves.get(incoming)?.()
        await refusedLater()
      }
      return response
    },
    {
      errorHandler: (error) =>
        responseOf(
          error instanceof RequestError
            ? refused('MALFORMED_REQUEST', `${error.message}.`)
            : unforeseen(error),
        ),
    },
  )
  const { answer: answerPlainly } = app
  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse, leave: () => void) => {
    const plain = answerPlainly && plainGet(incoming)
    if (!plain) {
      leaves.set(incoming, leave)
      return answer(incoming, outgoing)
    }
    const reply = await answerPlainly(plain, plain).catch(unforeseen)
    if (reply.status === errorStatus.RATE_LIMITED) {
      leave()
      await refusedLater()
    }
    send(reply, outgoing)
  }
  // Java and curl offer HTTP/2 with any request: whoever offers what is not spoken here is answered as if they had not.
  const shouldUpgradeCallback = ({ headers: { upgrade } }: IncomingMessage) =>
    hub !== null && upgrade?.toLowerCase() === 'websocket'
  const server = createServer({ joinDuplicateHeaders: true, shouldUpgradeCallback }, (incoming, outgoing) => {
    // Only a proxy knows that it was TLS; from then on the browser asks for nothing else.
    if (config.trustProxy && incoming.headers['x-forwarded-proto'] === 'https')
      outgoing.setHeader('Strict-Transport-Security', 'max-age=31536000')
    sayAddress(incoming, config.trustProxy)
    const leave = watch(incoming, outgoing, { ...surroundings, shedding })
    if (!leave) {
      void refusedLater().then(() => refuseForNow(outgoing))
      return
    }
    outgoing.on('close', () => {
      // Kept alive it would be waited for: the one who is answered last would hold the end up.
      if (leaving) setImmediate(() => server.closeIdleConnections())
    })
    // Whoever keeps a connection open is to come back to another instance.
    if (leaving) outgoing.setHeader('Connection', 'close')
    serve(incoming, outgoing, leave).catch((error: unknown) => report(error, 'http'))
  })
  // Longer than load balancers keep idle connections, or they would send into one that is just being closed.
  server.keepAliveTimeout = 65_000
  const stopSocket = hub ? serveSocket(server, hub) : () => {}
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, config)))
    // Many who come back at once are to be heard, and refused where it is too much, not left ringing.
    server.listen({ port: config.port, host: config.host, backlog: 2_048 }, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.port,
    close: async () => {
      leaving = true
      if (config.drainSeconds > 0) await setTimeout(config.drainSeconds * 1_000)
      stopSocket()
      const late = new AbortController()
      setTimeout(lateMilliseconds, undefined, { signal: late.signal }).then(
        () => server.closeAllConnections(),
        () => undefined, // all ended before
      )
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeIdleConnections()
      })
      late.abort()
    },
  }
}

/**
 * Counts and tells an answer of the API once it is out; the app's files say nothing about how the service does.
 * Null: there is too much to do to answer this one. Whoever asks how the machine does is always answered. Else what says
 * that it is as good as answered, before it is out.
 */
function watch(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  {
    metrics,
    answered,
    shedding,
  }: Pick<Surroundings, 'metrics' | 'answered'> & { readonly shedding: Shedding },
): (() => void) | null {
  const pathname = (incoming.url ?? '').split('?', 1)[0] ?? ''
  if (!ofTheApi.test(pathname) || pathname === '/metrics') return () => {}
  const kind = incoming.method === 'GET' ? 'read' : 'write'
  const left = pathname.startsWith('/api') ? shedding.enter(kind) : () => {}
  const started = performance.now()
  let inside = left !== null
  const leave = () => {
    if (inside) left?.(performance.now() - started)
    inside = false
  }
  const requestId = sayRequestId(incoming)
  outgoing.on('close', () => {
    const milliseconds = performance.now() - started
    leave()
    const { method = 'GET' } = incoming
    // 499: whoever asked did not wait for the answer.
    const status = outgoing.writableFinished ? outgoing.statusCode : 499
    const route = metrics.routeOf(pathname)
    metrics.answered(method, route, status, milliseconds / 1_000)
    answered({ method, route, status, milliseconds: Math.round(milliseconds * 10) / 10, requestId })
  })
  return left && leave
}

const refused = (code: ErrorCode, message: string): Reply => ({
  status: errorStatus[code],
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ error_code: code, message, details: {} }),
})

/** Without a word of the app, so that it costs next to nothing; the body that was sent is not waited for. */
function refuseForNow(outgoing: ServerResponse): void {
  const message = 'The server has more to do than it can at this moment: try again in a few seconds.'
  outgoing.writeHead(errorStatus.NOT_READY, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'Retry-After': '1',
  })
  outgoing.end(JSON.stringify({ error_code: 'NOT_READY', message, details: { retry_after: 1 } }))
}

const ours = ['x-client-address']
const notTheirs = [...ours, 'x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-for']

/** Who asks, as the API reads it. Only a proxy that we were told of may speak for somebody else. */
function sayAddress(incoming: IncomingMessage, trustProxy: boolean): void {
  const { headers } = incoming
  const forwarded = trustProxy ? headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim() : undefined
  for (const name of trustProxy ? ours : notTheirs) drop(incoming, name)
  say(incoming, 'x-client-address', forwarded || (incoming.socket.remoteAddress ?? 'unknown'))
}

/** The id that whoever asks gave it, else one of ours. */
function sayRequestId(incoming: IncomingMessage): string {
  const given = asRequestId(incoming.headers['x-request-id'])
  if (given !== null) return given
  const made = randomUUID()
  drop(incoming, 'x-request-id')
  say(incoming, 'x-request-id', made)
  return made
}

function say({ headers, rawHeaders }: IncomingMessage, name: string, value: string): void {
  headers[name] = value
  rawHeaders.push(name, value)
}

function drop(incoming: IncomingMessage, dropped: string): void {
  const { headers, rawHeaders } = incoming
  if (headers[dropped] === undefined) return
  delete headers[dropped]
  incoming.rawHeaders = rawHeaders.filter(
    (_, index) => rawHeaders[index - (index % 2)]?.toLowerCase() !== dropped,
  )
}

function inWords(error: Error, { host, port }: Surroundings['config']): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Error(
      `PORT: ${port} on ${host} is in use by another program: end it, or set PORT to another number.`,
    )
  }
  if (code === 'EACCES')
    return new Error(`PORT: ${port} may not be used by this user: choose one above 1023.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Error(
      `HOST: this machine has no address "${host}": use 127.0.0.1, or 0.0.0.0 for all of its addresses.`,
    )
  }
  return error
}

/** The one HTTP server: API, socket and app on one port. Says to the API who asks, and lets nobody else say it. */
import { createServer, type IncomingMessage } from 'node:http'
import { getRequestListener, RequestError } from '@hono/node-server'
import { type ErrorCode, errorStatus } from '../src/contract/errors.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import type { Hub } from './realtime/hub.ts'
import { serveSocket } from './realtime/nodeSocket.ts'
import type { StaticFiles } from './static/files.ts'

export interface Listening {
  readonly port: number
  /** Takes nothing new, lets what runs end (at most ten seconds), closes all sockets. */
  close(): Promise<void>
}

interface Surroundings {
  readonly config: Pick<Config, 'host' | 'port' | 'trustProxy'>
  readonly hub: Hub
  readonly files: StaticFiles | null
  readonly report: (error: unknown, where: string) => void
}

const drainMilliseconds = 10_000
const ofTheApi = /^\/(api|healthz|readyz|metrics)(\/|$)/

/** @throws Error in one sentence where the port is taken or may not be used. */
export async function listen(app: App, { config, hub, files, report }: Surroundings): Promise<Listening> {
  const answer = getRequestListener(
    async (request) => {
      if (files && !ofTheApi.test(new URL(request.url).pathname)) {
        const file = await files.respond(request)
        if (file) return file
      }
      return app.fetch(request)
    },
    {
      // Before the API has the request in hand: it has no id yet.
      errorHandler: (error) => {
        if (error instanceof RequestError) return refused('MALFORMED_REQUEST', `${error.message}.`)
        report(error, 'http')
        return refused('INTERNAL', 'Something went wrong here. It was recorded.')
      },
    },
  )
  const server = createServer((incoming, outgoing) => {
    sayAddress(incoming, config.trustProxy)
    answer(incoming, outgoing).catch((error: unknown) => report(error, 'http'))
  })
  // Longer than load balancers keep idle connections, or they would send into one that is just being closed.
  server.keepAliveTimeout = 65_000
  const stopSocket = serveSocket(server, hub)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, config)))
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : config.port,
    close: () =>
      new Promise((resolve) => {
        stopSocket()
        const late = setTimeout(() => server.closeAllConnections(), drainMilliseconds)
        server.close(() => {
          clearTimeout(late)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

const refused = (code: ErrorCode, message: string): Response =>
  Response.json({ error_code: code, message, details: {} }, { status: errorStatus[code] })

const spoken = ['x-forwarded-proto', 'x-forwarded-host', 'x-forwarded-for']

/** Who asks, as the API reads it. Only a proxy that we were told of may speak for somebody else. */
function sayAddress(incoming: IncomingMessage, trustProxy: boolean): void {
  const forwarded = incoming.headers['x-forwarded-for']?.toString().split(',').at(-1)?.trim()
  const address = (trustProxy && forwarded) || (incoming.socket.remoteAddress ?? 'unknown')
  const dropped = new Set(['x-client-address', ...(trustProxy ? [] : spoken)])
  const kept: string[] = []
  for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = incoming.rawHeaders.slice(index, index + 2)
    if (!dropped.has(name.toLowerCase())) kept.push(name, value)
  }
  for (const name of dropped) delete incoming.headers[name]
  incoming.rawHeaders = [...kept, 'X-Client-Address', address]
  incoming.headers['x-client-address'] = address
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

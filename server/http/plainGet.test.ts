/** A GET is answered the same whether it is plain or takes the road over `fetch`: status, headers and bytes. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { soundProcess } from '../../tests/conformance/scene.ts'
import { startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import { createApp } from '../app.ts'
import { type Listening, listen } from '../listen.ts'
import { createMetrics } from '../operate/metrics.ts'
import { createRateLimits, quotasFor } from './rateLimits.ts'

let backend: TestBackend
let listening: Listening
let bearer: string
/** Which road was taken by what was asked last. */
let over: 'fetch' | 'the short road' = 'fetch'

beforeAll(async () => {
  backend = await startBackend('PGlite')
  const { services } = backend
  const app = createApp(services, createRateLimits(quotasFor(600)))
  const actor = await backend.member()
  const signedIn = await services.identity.signIn({
    email: actor.email,
    password: testPassword,
    address: 'local',
  })
  bearer = `Bearer ${signedIn.accessToken}`
  const document = soundProcess()
  const published = await app.fetch(
    new Request(`http://here/api/sales-processes/${document.process.id}/versions/`, {
      method: 'POST',
      headers: { Authorization: bearer, 'Content-Type': 'application/json', 'If-Match': '"v0"' },
      body: JSON.stringify({ document: documentToWire(document) }),
    }),
  )
  expect(published.status).toBe(201)
  const { answer } = app
  listening = await listen(
    {
      fetch: (request) => {
        over = 'fetch'
        return app.fetch(request)
      },
      ...(answer && {
        answer: (asking, address) => {
          over = 'the short road'
          return answer(asking, address)
        },
      }),
    },
    {
      config: { host: '127.0.0.1', port: 0, trustProxy: false, drainSeconds: 0, metricsToken: undefined },
      hub: null,
      files: null,
      metrics: createMetrics(),
      report: (error) => {
        throw error
      },
      answered: () => {},
    },
  )
})
afterAll(async () => {
  await listening.close()
  await backend.close()
})

interface Heard {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

const ask = (path: string, headers: OutgoingHttpHeaders, method = 'GET'): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const asked = request({ port: listening.port, host: '127.0.0.1', path, headers, method }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text }))
    })
    asked.on('error', reject)
    asked.end()
  })

const given = (): Record<string, [path: string, headers?: OutgoingHttpHeaders]> => ({
  'a list': ['/api/sales-stages/?page=1&page_size=20', { Authorization: bearer }],
  'a list that is known': ['/api/sales-stages/', { Authorization: bearer, 'If-None-Match': '*' }],
  'by an id that a request brings': ['/api/sales-stages/', { Authorization: bearer, 'X-Request-Id': 'r-7' }],
  'as a spreadsheet': ['/api/stage-history/', { Authorization: bearer, Accept: 'text/csv' }],
  'with a mistake in it': ['/api/sales-stages/?page=none', { Authorization: bearer }],
  'with a parameter twice': ['/api/sales-stages/?page=1&page=2', { Authorization: bearer }],
  'of nothing': ['/api/sales-nothing/', { Authorization: bearer }],
  'of no stage': ['/api/sales-stages/not-there/', { Authorization: bearer }],
  'by nobody': ['/api/sales-stages/'],
  'by a stranger': ['/api/sales-stages/', { Authorization: 'Bearer not-one-of-ours' }],
  'with two tokens': ['/api/sales-stages/', { Authorization: [bearer, bearer] }],
  'for somebody else’s address': ['/api/sales-stages/', { 'X-Client-Address': '10.0.0.9' }],
})

it.each(Object.keys(given()))('a GET %s', async (name) => {
  const [path, headers = {}] = given()[name] ?? ['']
  const short = await ask(path, { Host: 'localhost', ...headers })
  expect(over).toBe('the short road')
  const long = await ask(path, { Host: 'LOCALHOST', ...headers })
  expect(over).toBe('fetch')
  expect(comparable(short)).toEqual(comparable(long))
})

/** Without what differs from one request to the next. */
function comparable({ status, headers, text }: Heard) {
  const { date: _, 'x-request-id': id, ratelimit: left, ...rest } = headers
  return { status, rest, text, id: id?.length, left: left?.toString().replace(/\d+/g, 'n') }
}

it.each([
  ['HEAD', '/api/sales-stages/', 'localhost'],
  ['GET', '/api/./sales-stages/', 'localhost'],
  ['GET', '/api/sales-stages/?search=a%20b', 'localhost'],
  ['GET', '/api/sales-stages/', 'LOCALHOST'],
])('%s %s of %s is looked at twice', async (method, path, Host) => {
  over = 'the short road'
  const { status } = await ask(path, { Authorization: bearer, Host }, method)
  expect([status, over]).toEqual([200, 'fetch'])
})

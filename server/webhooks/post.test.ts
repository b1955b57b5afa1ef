/** What somebody could make the server do with an address of their choice: nothing but a POST to the public internet. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Posting, post, type Resolve } from './post.ts'

/** Stands for a service inside the network that nobody outside may reach. */
let inside: Server
let port: number
let asked: string[] = []
let answer: (request: IncomingMessage, response: ServerResponse) => void
beforeAll(async () => {
  inside = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host}${request.url}`)
    answer(request, response)
  })
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve))
  const address = inside.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})
afterAll(() => {
  inside.closeAllConnections()
  inside.close()
})
beforeEach(() => {
  asked = []
  answer = (_, response) => response.end('welcome')
})

const open = { plainHttp: true, privateTargets: true }
const closed = { plainHttp: true, privateTargets: false }
const send = (url: string, posting: Partial<Posting> = {}) =>
  post({ url, headers: { 'webhook-id': '1' }, body: '{"a":1}' }, { policy: open, ...posting })
const names =
  (...answers: readonly (readonly string[])[]): Resolve =>
  async () =>
    answers[Math.min(asks++, answers.length - 1)] ?? []
let asks = 0
beforeEach(() => {
  asks = 0
})

describe('a post', () => {
  it('arrives with its headers and tells how it was answered', async () => {
    let body = ''
    let headers: IncomingMessage['headers'] = {}
    answer = (request, response) => {
      headers = request.headers
      request.on('data', (chunk) => {
        body += chunk
      })
      request.on('end', () => response.writeHead(202).end('thank you'))
    }
    const outcome = await send(`http://127.0.0.1:${port}/in`)
    expect(outcome).toMatchObject({ delivered: true, status: 202, excerpt: 'thank you' })
    expect([body, headers['webhook-id'], headers['content-type']]).toEqual([
      '{"a":1}',
      '1',
      'application/json; charset=utf-8',
    ])
  })

  it('goes to the address that was looked at, under the name that was meant', async () => {
    const outcome = await send(`http://hooks.example:${port}/`, { resolve: names(['127.0.0.1']) })
    expect(outcome).toMatchObject({ delivered: true })
    expect(asked).toEqual([`POST hooks.example:${port}/`])
    expect(asks).toBe(1)
  })

  it.each([301, 302, 303, 307, 308])('does not follow a redirect (%i), wherever it leads', async (status) => {
    answer = (_, response) =>
      response.writeHead(status, { Location: 'http://169.254.169.254/latest/meta-data/' }).end()
    const outcome = await send(`http://127.0.0.1:${port}/`)
    expect(outcome).toMatchObject({ delivered: false, status, failure: expect.stringMatching(/redirects/) })
    expect(asked).toHaveLength(1)
  })

  it('is given up where the other side wants no more, and tried again where it fails', async () => {
    answer = (_, response) => response.writeHead(410).end()
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({ delivered: false, final: true })
    answer = (_, response) => response.writeHead(500).end('oh')
    expect(await send(`http://127.0.0.1:${port}/`)).toMatchObject({
      delivered: false,
      final: false,
      status: 500,
      excerpt: 'oh',
    })
  })

  it.each([
    [429, '120', 120_000],
    [503, '7', 7_000],
    [500, '120', undefined],
    [429, 'Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('hears for how long it is to stay away (%i, %s)', async (status, after, leaveFor) => {
    answer = (_, response) => response.writeHead(status, { 'Retry-After': after }).end()
    expect((await send(`http://127.0.0.1:${port}/`)).leaveFor).toBe(leaveFor)
  })

  it('takes only the beginning of an endless answer', async () => {
    answer = (_, response) => {
      const more = () => {
        while (response.write('x'.repeat(8_192)));
        response.once('drain', more)
      }
      more()
    }
    const outcome = await send(`http://127.0.0.1:${port}/`)
    expect(outcome.delivered).toBe(true)
    expect(outcome.excerpt).toHaveLength(500)
  })

  it('waits no longer than it may: for an answer, or for a name', async () => {
    answer = () => {}
    expect(await send(`http://127.0.0.1:${port}/`, { milliseconds: 60 })).toMatchObject({
      delivered: false,
      failure: 'There was no answer within 0.06 seconds.',
    })
    const never: Resolve = () => new Promise(() => {})
    expect(await send('http://hooks.example/', { milliseconds: 60, resolve: never })).toMatchObject({
      delivered: false,
    })
  })

  it('says without our own words why there was no connection', async () => {
    const nobody: Resolve = () =>
      Promise.reject(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }))
    expect((await send('http://hooks.example/', { resolve: nobody })).failure).toBe(
      'No connection: ENOTFOUND.',
    )
    expect((await send('http://127.0.0.1:1/')).failure).toMatch(/^No connection: E[A-Z]+\.$/)
  })
})

describe('a post to a name that leads inside', () => {
  const attack = (resolve: Resolve) => send(`http://hooks.example:${port}/`, { policy: closed, resolve })

  it.each([
    ['127.0.0.1'],
    ['10.0.0.5'],
    ['169.254.169.254'],
    ['100.64.3.3'],
    ['::1'],
    ['::ffff:127.0.0.1'],
    ['fd00:ec2::254'],
  ])('%s is not sent', async (address) => {
    const outcome = await attack(names([address]))
    expect(outcome).toMatchObject({ delivered: false, failure: expect.stringMatching(/private network/) })
    expect(asked).toEqual([])
  })

  it('is not sent where only one of its addresses does', async () => {
    expect((await attack(names(['93.184.216.34', '127.0.0.1']))).failure).toMatch(/private network/)
    expect(asked).toEqual([])
  })

  it('cannot be rebound: a second answer of the name is never asked for', async () => {
    // First a public address, then ours. A connection that resolved again would reach the service inside.
    const outcome = await send(`http://hooks.example:${port}/`, {
      policy: closed,
      resolve: names(['192.88.98.1'], ['127.0.0.1']),
      milliseconds: 150,
    })
    expect(outcome.delivered).toBe(false)
    expect(asks).toBe(1)
    expect(asked).toEqual([])
  })

  it('is not even resolved where the address itself says so', async () => {
    const outcome = await send(`http://127.0.0.1:${port}/`, { policy: closed, resolve: names(['1.1.1.1']) })
    expect(outcome).toMatchObject({ delivered: false, final: true })
    expect([asks, asked]).toEqual([0, []])
  })
})

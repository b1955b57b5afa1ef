/**
 * The demo's backend in a thread of its own: the database may work without the page noticing, and only a worker gets
 * the browser's synchronous files. Requests and answers cross as plain data.
 */
import { OpfsAhpFS } from '@electric-sql/pglite/opfs-ahp'
import { expose, proxy } from 'comlink'
import { createPageBackend, type PageBackend } from './pageBackend.ts'
import type { CarriedAnswer, CarriedRequest, DemoBackend } from './workerSeam.ts'

/**
 * Files have to be there before a transaction asks for them: PostgreSQL's own take a thousand, the migrations a few
 * hundred more in one go. With a pool that runs dry the database stops for good.
 */
const files = { initialPoolSize: 1_600, maintainedPoolSize: 400 }

let opened: Promise<PageBackend> | undefined

const backend: DemoBackend = {
  async open(name) {
    opened ??= createPageBackend(new OpfsAhpFS(name, files))
    await opened
  },
  async answer({ url, method, headers, body }: CarriedRequest): Promise<CarriedAnswer> {
    const { fetch } = await running()
    const response = await fetch(new Request(url, { method, headers: [...headers], ...(body && { body }) }))
    return {
      status: response.status,
      headers: [...response.headers].filter(([name]) => name !== 'set-cookie'),
      body: await response.arrayBuffer(),
    }
  },
  async connect(send, close) {
    const line = (await running()).connect({
      send: (text) => void send(text),
      close: (code, reason) => void close(code, reason),
      buffered: () => 0,
    })
    return proxy(line)
  },
}

function running(): Promise<PageBackend> {
  if (!opened) throw new Error('The demo’s backend was asked before it was opened.')
  return opened
}

expose(backend)

/**
 * The demo's backend in a thread of its own: the database may work without the page noticing, and only a worker gets
 * the browser's synchronous files. Requests and answers cross as plain data.
 */
import { expose, proxy } from 'comlink'
import { createPageBackend, type PageBackend } from './pageBackend.ts'
import type { CarriedAnswer, CarriedRequest, DemoBackend } from './workerSeam.ts'

let opened: Promise<PageBackend> | undefined

const backend: DemoBackend = {
  async open(dataDir) {
    opened ??= createPageBackend({ dataDir })
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

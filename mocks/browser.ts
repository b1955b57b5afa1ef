/**
 * The demo: a page whose backend lives inside it. Its data stay in this browser; one tab at a time has them. With
 * `?scenario=slow|offline|conflict|failing` in the address, something goes wrong on purpose.
 */
import { proxy, type Remote, wrap } from 'comlink'
import { setupWorker } from 'msw/browser'
import { handlersFor, type MountedBackend } from './handlers.ts'
import { scenarios } from './scenarios/index.ts'
import type { DemoBackend } from './workerSeam.ts'

const lockName = 'stagecraft:demo'

/**
 * Resolves once every request of this page is answered in it; the first time that takes some seconds.
 * @throws Error in one sentence for people, where it cannot be.
 */
export async function startDemo(): Promise<void> {
  if (!(await takeTab())) {
    throw new Error('The demo runs in another tab of this browser. Close that one, then reload this page.')
  }
  const worker = new Worker(new URL('./demoBackend.worker.ts', import.meta.url), { type: 'module' })
  const backend = wrap<DemoBackend>(worker)
  const opened = backend.open('stagecraft-demo')
  const mocks = setupWorker(...handlersFor(mounted(backend)))
  await mocks.start({
    quiet: true,
    onUnhandledFrame: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', document.baseURI).href },
  })
  await opened
}

/** Held as long as the page lives: two databases on the same files would destroy them. */
function takeTab(): Promise<boolean> {
  return new Promise((resolve) => {
    void navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
      resolve(lock !== null)
      return lock === null ? undefined : new Promise<void>(() => {})
    })
  })
}

function mounted(backend: Remote<DemoBackend>): MountedBackend {
  const ask = async (request: Request): Promise<Response> => {
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
    const { url, method, headers } = request
    const answer = await backend.answer({ url, method, headers: [...headers], body })
    const empty = answer.status === 204 || answer.status === 304
    return new Response(empty ? null : answer.body, { status: answer.status, headers: answer.headers })
  }
  const scenario = scenarios[new URLSearchParams(location.search).get('scenario') ?? '']
  return {
    fetch: (request) => (scenario ? scenario(request, ask) : ask(request)),
    connect: (send, close) => backend.connect(proxy(send), proxy(close)),
  }
}

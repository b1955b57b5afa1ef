import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Installer, watchUpdates } from './updates.ts'

/** A worker as the browser shows it to a page. */
class Worker extends EventTarget {
  state = 'installing'
  readonly asked: unknown[] = []
  postMessage(message: unknown) {
    this.asked.push(message)
  }
  install() {
    this.state = 'installed'
    this.dispatchEvent(new Event('statechange'))
  }
}

class Container extends EventTarget implements Installer {
  readonly registration = Object.assign(new EventTarget(), {
    installing: null as Worker | null,
    waiting: null as Worker | null,
    update: async () => undefined,
  })
  controller: Worker | null
  constructor(controller: Worker | null) {
    super()
    this.controller = controller
  }
  register = async () => this.registration
  find(): Worker {
    const worker = new Worker()
    this.registration.installing = worker
    this.registration.dispatchEvent(new Event('updatefound'))
    return worker
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

async function page(controller: Worker | null) {
  const container = new Container(controller)
  let reloads = 0
  const updates = watchUpdates(container, () => {
    reloads += 1
  })
  await vi.advanceTimersByTimeAsync(0)
  return { container, updates, reloads: () => reloads }
}

describe('a newer version of the app', () => {
  it('is offered once it is whole, and taken when the person says so', async () => {
    const { container, updates, reloads } = await page(new Worker())
    const newer = container.find()
    expect(updates.ready.getState()).toBe(false)
    newer.install()
    expect(updates.ready.getState()).toBe(true)
    updates.apply()
    expect(newer.asked).toEqual([{ type: 'SKIP_WAITING' }])
    container.dispatchEvent(new Event('controllerchange'))
    expect(reloads()).toBe(1)
  })

  it('never reloads a page whose person was not asked', async () => {
    const { container, reloads } = await page(new Worker())
    container.find().install()
    container.dispatchEvent(new Event('controllerchange'))
    expect(reloads()).toBe(0)
  })

  it('is no news on the first visit', async () => {
    const { container, updates } = await page(null)
    container.find().install()
    expect(updates.ready.getState()).toBe(false)
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepBackedUp } from './keepBackedUp.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('backing drafts up', () => {
  it('copies within five seconds of a change, once for a burst of them', async () => {
    const run = vi.fn(async () => true)
    const timer = keepBackedUp(run)
    for (let change = 0; change < 20; change += 1) {
      timer.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(3_000)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('goes on copying while somebody never stops', async () => {
    const run = vi.fn(async () => true)
    const timer = keepBackedUp(run)
    for (let change = 0; change < 120; change += 1) {
      timer.changed()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(run).toHaveBeenCalledTimes(4)
  })

  it('copies at once when the tab is hidden', async () => {
    const run = vi.fn(async () => true)
    const timer = keepBackedUp(run)
    timer.changed()
    timer.now()
    await vi.advanceTimersByTimeAsync(0)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('copies again what changed while it was copying', async () => {
    let finish = (_complete: boolean) => {}
    const run = vi.fn(() => new Promise<boolean>((resolve) => (finish = resolve)))
    const timer = keepBackedUp(run)
    timer.now()
    timer.changed()
    finish(true)
    await vi.advanceTimersByTimeAsync(3_000)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('tries again later and less and less often where the server does not answer', async () => {
    const run = vi.fn(async () => false)
    const timer = keepBackedUp(run)
    timer.now()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(run).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(run).toHaveBeenCalledTimes(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(run).toHaveBeenCalledTimes(3)
    timer.close()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(run).toHaveBeenCalledTimes(3)
  })
})

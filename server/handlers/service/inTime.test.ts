import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { inTime } from './inTime.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('waits for who never answers as long as it was told to, and no longer', async () => {
  const waited = expect(inTime(new Promise(() => {}), 2_000)).rejects.toThrow('Nothing came in 2000 ms.')
  await vi.advanceTimersByTimeAsync(2_000)
  await waited
})

it('gives what comes before, and what fails', async () => {
  expect(await inTime(Promise.resolve('here'), 2_000)).toBe('here')
  await expect(inTime(Promise.reject(new Error('away')), 2_000)).rejects.toThrow('away')
  expect(vi.getTimerCount()).toBe(0)
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRefusedLater } from './refusedLater.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('lets those who are refused wait, those at once for whom there is no room, and again when there is', async () => {
  const refusedLater = createRefusedLater()
  const answered: number[] = []
  const ask = (number: number) => refusedLater().then(() => answered.push(number))
  for (let number = 0; number < 5_002; number += 1) void ask(number)
  await vi.advanceTimersByTimeAsync(499)
  expect(answered).toEqual([5_000, 5_001])
  await vi.advanceTimersByTimeAsync(1)
  expect(answered).toHaveLength(5_002)
  void ask(6_000)
  await vi.advanceTimersByTimeAsync(499)
  expect(answered).not.toContain(6_000)
})

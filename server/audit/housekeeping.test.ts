import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startHousekeeping } from './housekeeping.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('ends within a round through very many companies, after the one that is being done', async () => {
  const done: string[] = []
  let finish: () => void = () => {}
  const { close } = startHousekeeping(
    [
      async (ending) => {
        for (const company of ['first', 'second', 'third']) {
          if (ending.aborted) return
          await new Promise<void>((resolve) => {
            finish = resolve
          })
          done.push(company)
        }
      },
      async () => void done.push('another chore'),
    ],
    (error) => {
      throw error
    },
  )
  await vi.advanceTimersByTimeAsync(60_000)
  const closed = close()
  finish()
  await closed
  expect(done).toEqual(['first'])
})

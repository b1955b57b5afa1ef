import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { StoredEvent } from '../services.ts'
import { createChannel } from './channel.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const event = (seq: number): StoredEvent => ({
  seq,
  kind: 'stage.updated',
  processId: null,
  rowId: null,
  revision: seq,
  op: null,
  fields: [],
  at: '2026-01-01T00:00:00.000Z',
  by: { id: 'u1', name: 'Ada' },
  data: {},
})

function companyWith(listeners: number) {
  const events: StoredEvent[] = []
  let looks = 0
  const channel = createChannel(
    'c1',
    {
      epoch: async () => 'e',
      head: async () => 0,
      since: async (_company, since, limit) => {
        looks += 1
        return events.filter(({ seq }) => seq > since).slice(0, limit)
      },
    },
    {
      report: (error) => {
        throw error
      },
      emptied: () => {},
    },
  )
  const heard: number[] = []
  for (let number = 0; number < listeners; number += 1)
    channel.join({ deliver: ({ seq }) => (number === 0 ? heard.push(seq) : undefined) })
  const happens = () => {
    events.push(event(events.length + 1))
    void channel.pump()
  }
  return { happens, heard, looks: () => looks }
}

it('tells a crowd at once after a quiet time, and gathers what comes while it was just told', async () => {
  const { happens, heard, looks } = companyWith(2_000)
  happens()
  await vi.advanceTimersByTimeAsync(0)
  expect(heard).toEqual([1])
  for (let count = 0; count < 5; count += 1) happens()
  await vi.advanceTimersByTimeAsync(19)
  expect(heard).toEqual([1])
  await vi.advanceTimersByTimeAsync(1)
  expect(heard).toEqual([1, 2, 3, 4, 5, 6])
  expect(looks()).toBe(2)
})

it('gathers longer while news do not end, never more than a fifth of a second', async () => {
  const { happens, heard, looks } = companyWith(2_000)
  for (let count = 0; count < 1_000; count += 1) {
    happens()
    await vi.advanceTimersByTimeAsync(1)
  }
  expect(looks()).toBeLessThan(10)
  await vi.advanceTimersByTimeAsync(200)
  expect(heard).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1))
})

it('tells a few of each as it happens', async () => {
  const { happens, heard } = companyWith(20)
  for (let seq = 1; seq <= 5; seq += 1) {
    happens()
    await vi.advanceTimersByTimeAsync(0)
    expect(heard.at(-1)).toBe(seq)
  }
})

it('lets a crowd wait no longer for what comes one by one', async () => {
  const { happens, heard } = companyWith(2_000)
  happens()
  for (let seq = 2; seq <= 10; seq += 1) {
    await vi.advanceTimersByTimeAsync(10)
    happens()
    await vi.advanceTimersByTimeAsync(10)
    expect(heard.at(-1)).toBe(seq)
  }
})

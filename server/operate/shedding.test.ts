import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createShedding, type Shedding } from './shedding.ts'

describe('too much to do at once', () => {
  let now = 0
  let shedding: Shedding
  beforeEach(() => {
    vi.useFakeTimers()
    now = 0
    shedding = createShedding(() => now)
  })
  afterEach(() => {
    shedding.close()
    vi.useRealTimers()
  })
  const letIn = (count: number) => Array.from({ length: count }, () => shedding.enter())
  const refused = (entered: ReturnType<typeof letIn>) => entered.filter((one) => one === null).length
  const pass = (milliseconds: number) => {
    now += milliseconds
    vi.advanceTimersByTime(50)
  }

  it('refuses those over the bound, and lets others in as soon as one is out', () => {
    const entered = letIn(600)
    const over = refused(entered)
    expect(over).toBeGreaterThan(0)
    expect(shedding.enter()).toBeNull()
    entered[0]?.(10)
    expect(shedding.enter()).not.toBeNull()
  })

  it('lets fewer in while answers take long, some always, and more again when they do not', () => {
    for (const out of letIn(1_000)) out?.(2_000)
    const fewer = letIn(1_000)
    expect(1_000 - refused(fewer)).toBe(64)
    for (const out of fewer) out?.(20)
    for (let round = 0; round < 100; round += 1) for (const out of letIn(1_000)) out?.(20)
    expect(1_000 - refused(letIn(1_000))).toBeGreaterThan(500)
  })

  it('refuses for a moment where many asked and the loop could not turn', () => {
    for (const out of letIn(300)) out?.(1)
    pass(900)
    expect(shedding.enter()).toBeNull()
    pass(50)
    expect(shedding.enter()).not.toBeNull()
  })

  it('refuses nobody for a pause of the machine', () => {
    for (const out of letIn(20)) out?.(1)
    pass(10_000)
    expect(shedding.enter()).not.toBeNull()
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { createShedding, type Shedding } from './shedding.ts'

describe('too much to do at once', () => {
  let now = 0
  let turned: (() => void)[] = []
  let shedding: Shedding
  beforeEach(() => {
    now = 0
    turned = []
    shedding = createShedding({ now: () => now, afterTurn: (run) => turned.push(run) })
  })
  const letIn = (count: number) => Array.from({ length: count }, () => shedding.enter('read'))
  const refused = (entered: ReturnType<typeof letIn>) => entered.filter((one) => one === null).length

  it('refuses those over the bound, and lets others in as soon as one is out', () => {
    const entered = letIn(600)
    expect(refused(entered)).toBeGreaterThan(0)
    expect(shedding.enter('read')).toBeNull()
    entered[0]?.(10)
    expect(shedding.enter('read')).not.toBeNull()
  })

  it('lets fewer in while answers take long, some always, and more again when they do not', () => {
    const slow = () => {
      now += 1_000
      const entered = letIn(1_000)
      for (const out of entered) out?.(2_000)
      return 1_000 - refused(entered)
    }
    const first = slow()
    expect(slow()).toBe(first / 2)
    for (let round = 0; round < 10; round += 1) slow()
    const fewer = letIn(1_000)
    expect(1_000 - refused(fewer)).toBe(32)
    for (const out of fewer) out?.(20)
    for (let round = 0; round < 100; round += 1) for (const out of letIn(1_000)) out?.(20)
    expect(1_000 - refused(letIn(1_000))).toBeGreaterThan(500)
  })

  it('refuses those who were read late in a long turn of the loop, writes before reads, and nobody of the next', () => {
    for (const out of letIn(100)) out?.(1)
    now += 200
    expect(shedding.enter('write')).toBeNull()
    expect(shedding.enter('read')).not.toBeNull()
    now += 200
    expect(shedding.enter('read')).toBeNull()
    for (const run of turned) run()
    expect(shedding.enter('write')).not.toBeNull()
  })

  it('lets some in again while refusals alone keep the loop from turning', () => {
    for (const out of letIn(100)) out?.(1)
    now += 5_000
    const later = letIn(1_000)
    expect(later.at(0)).toBeNull()
    expect(later.at(-1)).not.toBeNull()
  })

  it('refuses nobody for a pause of the machine', () => {
    for (const out of letIn(20)) out?.(1)
    now += 10_000
    expect(shedding.enter('read')).not.toBeNull()
  })
})

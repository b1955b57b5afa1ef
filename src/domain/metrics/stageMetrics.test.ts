import { describe, expect, it } from 'vitest'
import { aProcess } from '../../../tests/kit/builders.ts'
import { rateOf } from './rate.ts'
import { spansOf } from './spans.ts'
import { processMetrics, type Visit } from './stageMetrics.ts'

const document = aProcess()
  .stage('Qualify', 20, { averageDurationDays: 5 })
  .stage('Propose', 90, { maxDurationDays: 10 })
  .stage('Won', { won: true })
  .stage('Lost', { lost: true })
  .connect('Qualify', 'Propose')
  .connect('Propose', 'Won')
  .connect('Qualify', 'Lost').document
const idOf = (name: string) =>
  Object.values(document.stages).find(({ stageName }) => stageName === name)?.id ?? ''
const on = (dayOfMonth: number) => `2026-03-${String(dayOfMonth).padStart(2, '0')}T00:00:00.000Z`

/** A deal's way: stages with the day of March on which it came there. */
function deal(
  dealId: string,
  status: Visit['status'],
  ...way: readonly (readonly [string, number])[]
): Visit[] {
  return way.map(([name, entered], index) => {
    const next = way[index + 1]
    return {
      dealId,
      stageId: idOf(name),
      enteredAt: on(entered),
      leftAt: next ? on(next[1]) : null,
      nextStageId: next ? idOf(next[0]) : null,
      status,
      closedAt: status === 'open' ? null : on(way.at(-1)?.[1] ?? 1),
      amount: 100,
    }
  })
}
const visits = [
  ...deal('a', 'won', ['Qualify', 1], ['Propose', 3], ['Won', 9]),
  ...deal('b', 'lost', ['Qualify', 2], ['Lost', 6]),
  ...deal('c', 'open', ['Qualify', 4], ['Propose', 5], ['Qualify', 8]),
  ...deal('d', 'open', ['Qualify', 10], ['Propose', 12]),
]
const metrics = processMetrics(document, visits, on(28))
const of = (name: string) => metrics.stages.find(({ stageName }) => stageName === name)

describe('what happened in a process', () => {
  it('counts deals once, and stays by how they ended', () => {
    expect(of('Qualify')).toMatchObject({ entered: 4, advanced: 3, returned: 0, lost: 1, stillIn: 1 })
    expect(of('Propose')).toMatchObject({ entered: 3, advanced: 1, returned: 1, lost: 0, stillIn: 1 })
    expect(of('Won')).toMatchObject({ entered: 1, stillIn: 0, daysSpent: 0 })
    expect(of('Qualify')?.conversion).toMatchObject({ value: 0.75, n: 4 })
  })

  it('measures time, and who stays longer than the stage allows', () => {
    expect(of('Qualify')?.days).toMatchObject({ mean: 2.25, median: 2, p90: expect.closeTo(3.4, 9), n: 4 })
    expect(of('Qualify')?.daysSpent).toBe(2 + 4 + 1 + 2 + 20)
    expect(of('Propose')).toMatchObject({ overdue: 1, maximumDays: 10, daysSpent: 6 + 3 + 16 })
    expect(metrics.bottlenecks).toEqual([idOf('Qualify'), idOf('Propose')])
  })

  it('holds what a stage promises against what was won, with how little that may say', () => {
    expect(of('Qualify')).toMatchObject({ configuredProbability: 20, probabilityDiffers: false })
    expect(of('Qualify')?.observedWin).toMatchObject({ value: 0.5, n: 2 })
    const many = Array.from({ length: 60 }, (_, index) =>
      deal(
        `x${index}`,
        index % 2 ? 'won' : 'lost',
        ['Qualify', 1],
        ['Propose', 3],
        [index % 2 ? 'Won' : 'Lost', 9],
      ),
    ).flat()
    const [, propose] = processMetrics(document, many, on(28)).stages
    expect(propose?.observedWin).toMatchObject({ value: 0.5, n: 60 })
    expect(propose?.probabilityDiffers).toBe(true)
  })

  it('tells the ways that were taken, those too that the process does not have', () => {
    const way = (from: string, to: string) =>
      metrics.moves.find(({ fromStageId, toStageId }) => fromStageId === idOf(from) && toStageId === idOf(to))
    expect(way('Qualify', 'Propose')).toMatchObject({
      moves: 3,
      share: 0.75,
      transitionId: expect.any(String),
    })
    expect(way('Propose', 'Qualify')).toMatchObject({ moves: 1, transitionId: null })
  })

  it('sums the whole', () => {
    expect(metrics).toMatchObject({ deals: 4, won: 1, lost: 1, open: 2, wonAmount: 100 })
    expect(metrics.winRate).toMatchObject({ value: 0.5, n: 2 })
    expect(metrics.daysToClose).toMatchObject({ mean: 6, n: 2 })
  })

  it('gives a stage the past of the one whose place it took', () => {
    const stages = { ...document.stages }
    const heir = stages[idOf('Qualify')]
    if (!heir) throw new Error('There is no such stage.')
    const renewed = { ...document, stages: { ...stages, [heir.id]: { ...heir, lineage: ['former'] } } }
    const past = deal('z', 'open', ['Qualify', 1]).map((visit) => ({ ...visit, stageId: 'former' }))
    expect(processMetrics(renewed, past, on(2)).stages[0]).toMatchObject({ entered: 1, stillIn: 1 })
  })

  it('says nothing of nothing: no share, no time, never NaN', () => {
    const empty = processMetrics(document, [], on(1))
    expect(empty).toMatchObject({
      deals: 0,
      winRate: { value: null, n: 0 },
      daysToClose: { mean: null, meanLow: null, medianLow: null, n: 0 },
    })
    expect(JSON.stringify(empty)).not.toContain('NaN')
  })
})

describe('a share', () => {
  it('has Wilson’s interval', () => {
    // Newcombe 1998, table I: 81 of 263.
    const { low, high } = rateOf(81, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
    expect(rateOf(0, 20)).toMatchObject({ value: 0, low: 0, high: expect.closeTo(0.1611, 4) })
    expect(rateOf(1, 1)).toMatchObject({ value: 1, low: expect.closeTo(0.2065, 4), high: 1 })
  })
})

describe('times', () => {
  it('are ordered before they are divided', () => {
    expect(spansOf([10, 1, 2])).toMatchObject({ median: 2, n: 3 })
    expect(spansOf([1, 3])).toMatchObject({ mean: 2, median: 2, p90: 2.8 })
  })

  it('have an interval of the median: two of those observed', () => {
    const first = (n: number) => Array.from({ length: n }, (_, index) => index + 1)
    // Ranks of Conover 1999, table A3 at p = 0.5; and of the normal distribution for many.
    for (const [n, low, high] of [
      [6, 1, 6],
      [10, 2, 9],
      [17, 5, 13],
      [20, 6, 15],
      [10_000, 4902, 5099],
    ] as const)
      expect(spansOf(first(n))).toMatchObject({ medianLow: low, medianHigh: high })
    expect(spansOf(first(5))).toMatchObject({ median: 3, medianLow: null, medianHigh: null })
  })

  it('have Student’s interval of the mean, not below nothing', () => {
    // 8, 10, 12: standard deviation 2, t(2) = 4.3027.
    const few = spansOf([8, 10, 12])
    expect(few.meanLow).toBeCloseTo(10 - (4.3027 * 2) / Math.sqrt(3), 3)
    expect(few.meanHigh).toBeCloseTo(10 + (4.3027 * 2) / Math.sqrt(3), 3)
    // 1 to 10: standard deviation 3.02765, t(9) = 2.2622.
    expect(spansOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).meanHigh).toBeCloseTo(5.5 + 2.2622 * 0.957427, 2)
    expect(spansOf([0, 0, 9]).meanLow).toBe(0)
    expect(spansOf([4])).toMatchObject({ mean: 4, meanLow: null, meanHigh: null })
  })
})

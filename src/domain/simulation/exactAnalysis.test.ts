import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newProcess, type ProcessDocument, withRows } from '../process/process.ts'
import { newStage, type SalesStage } from '../process/stage.ts'
import { newTransition, type StageTransition } from '../process/transition.ts'
import { exactAnalysis } from './exactAnalysis.ts'
import { shareOut } from './shares.ts'

type Exits = Record<string, Partial<StageTransition>>

/** Stages by id with what is special about them, transitions by "from>to" ("*>to" is global). */
function process(stages: Record<string, Partial<SalesStage>>, exits: Exits): ProcessDocument {
  return withRows(newProcess({ id: 'p', processName: 'P' }), {
    stages: Object.entries(stages).map(([id, given], index) =>
      newStage({
        id,
        stageName: id,
        stageOrder: index + 1,
        isClosedWon: id === 'won',
        isClosedLost: id === 'lost',
        averageDurationDays: 10,
        ...given,
      }),
    ),
    transitions: Object.entries(exits).map(([ends, given]) => {
      const [from = '', to = ''] = ends.split('>')
      const isGlobal = from === '*'
      return newTransition({
        id: ends,
        fromStageId: isGlobal ? null : from,
        toStageId: to,
        isGlobal,
        ...given,
      })
    }),
  })
}
const stages = {
  lead: { defaultProbability: 20 },
  offer: { defaultProbability: 50 },
  won: { defaultProbability: 100 },
  lost: {},
}
const straight: Exits = { 'lead>offer': {}, 'offer>won': {}, '*>lost': {} }

describe('the exact numbers of a process', () => {
  it('give back the stated probabilities where nothing else is known', () => {
    const exact = exactAnalysis(process(stages, straight))
    expect(exact.winRate).toBeCloseTo(0.2, 12)
    expect(exact.winFrom.offer).toBeCloseTo(0.5, 12)
    expect(exact.expectedDays).toBeCloseTo(10 + 0.4 * 10, 12)
    expect(exact.expectedDaysToWon).toBeCloseTo(20, 12)
    expect(exact.weakestStage).toMatchObject({ stageId: 'lead' })
    expect(exact.weakestStage?.lostShare).toBeCloseTo(0.6, 12)
    expect(exact.notes).toEqual([])
    expect(
      exact.moves.map(({ fromStageId, toStageId, shareSource }) => [fromStageId, toStageId, shareSource]),
    ).toContainEqual(['lead', 'lost', 'implied'])
  })

  it('are the same object for the same document', () => {
    const document = process(stages, straight)
    expect(exactAnalysis(document)).toBe(exactAnalysis(document))
  })

  it('go by weights before probabilities, and by counted moves before weights', () => {
    const weighted = process(stages, { ...straight, 'offer>won': { weight: 9 }, '*>lost': { weight: 1 } })
    const exact = exactAnalysis(weighted)
    expect(exact.winFrom.offer).toBeCloseTo(0.9, 12)
    expect(exact.winRate).toBe(0)
    expect(exact.notes.map(({ sentence }) => sentence)).toEqual([
      'No deal is ever won: no way leads from “lead” to a won stage.',
      'In “lead” some exits have a weight and some have none: those without get no deals.',
    ])
    const counted = exactAnalysis(weighted, { 'lead>offer': 30, '*>lost': 10 })
    expect(counted.moves.find(({ transitionId }) => transitionId === 'lead>offer')).toMatchObject({
      share: 0.75,
      shareSource: 'observed',
    })
  })

  it('say what the graph does not imply', () => {
    const exact = exactAnalysis(process(stages, { 'lead>offer': {}, 'offer>won': {}, 'offer>lost': {} }))
    expect(exact.winRate).toBeCloseTo(0.5, 12)
    expect(exact.notes.map(({ sentence }) => sentence)).toEqual([
      'The 20% of “lead” are not implied by the graph: its exits lead to stages that give 50%.',
    ])
  })

  it('say what they assume', () => {
    const exact = exactAnalysis(
      process(
        { ...stages, lead: { defaultProbability: 20, averageDurationDays: null } },
        { ...straight, 'offer>lead': { isRework: true } },
      ),
    )
    expect(exact.notes.map(({ kind, stageIds }) => [kind, stageIds])).toEqual([
      ['duration-assumed', ['lead']],
      ['rework-not-counted', ['offer']],
    ])
    expect(exact.stages[0]?.dwellDays).toBeCloseTo(1, 12)
  })

  it('move on whoever outstays a time-out, keeping the stated probability', () => {
    const exact = exactAnalysis(
      process(
        {
          ...stages,
          lead: { defaultProbability: 20, simulation: { duration: { kind: 'exponential', mean: 20 } } },
        },
        { ...straight, '*>lost': {}, 'lead>lost': { isAutomatic: true, afterDays: 30 } },
      ),
    )
    const timeout = exact.moves.find(({ shareSource }) => shareSource === 'timeout')
    expect(timeout?.share).toBeCloseTo(Math.exp(-1.5), 12)
    expect(exact.winRate).toBeCloseTo(0.2, 12)
    expect(exact.stages[0]?.dwellDays).toBeCloseTo(20 * (1 - Math.exp(-1.5)), 10)
  })

  it('speak of loops without exit and of stages without moves', () => {
    const exact = exactAnalysis(
      process(
        { ...stages, loop: {}, pool: {} },
        { ...straight, '*>lost': {}, 'lead>loop': {}, 'loop>pool': {}, 'pool>loop': {} },
      ),
    )
    expect(exact.neverRate).toBe(0)
    const trapped = exactAnalysis(process({ lead: {}, won: {} }, {}))
    expect(trapped).toMatchObject({ winRate: 0, neverRate: 1, expectedDays: null, weakestStage: null })
    expect(trapped.notes.map(({ kind }) => kind)).toEqual(['no-exit', 'trapped', 'cannot-win'])
  })

  it('are absent where there is nowhere to start', () => {
    const exact = exactAnalysis(newProcess({ id: 'p', processName: 'P' }))
    expect(exact).toMatchObject({ winRate: null, expectedDays: null, weakestStage: null })
    expect(exact.notes.map(({ kind }) => kind)).toEqual(['no-start'])
  })

  it('are finite whatever the stages say', () => {
    const odd = fc.constantFrom(null, 0, -3, 140, 1e308, 1e-320, 10)
    fc.assert(
      fc.property(fc.array(odd, { minLength: 12, maxLength: 12 }), (values) => {
        const exact = exactAnalysis(
          process(
            {
              lead: { defaultProbability: values[0] ?? 0, averageDurationDays: values[1] ?? null },
              offer: { defaultProbability: values[2] ?? 0, averageDurationDays: values[3] ?? null },
              won: { defaultProbability: values[4] ?? 0 },
              lost: { defaultProbability: values[5] ?? 0 },
            },
            {
              'lead>offer': { weight: values[6] ?? null },
              'offer>lead': { weight: values[7] ?? null, isRework: true },
              'offer>won': { weight: values[8] ?? null },
              'lead>lead': { weight: values[9] ?? null },
              'lead>lost': { isAutomatic: true, afterDays: values[10] ?? null },
              '*>lost': { weight: values[11] ?? null },
            },
          ),
        )
        const days = [exact.expectedDays, exact.expectedDaysToWon, exact.timeToClose?.sd ?? null]
        const rates = [exact.winRate, exact.lostRate, exact.neverRate, ...Object.values(exact.winFrom)]
        for (const value of [...days, ...rates]) expect(value === null || Number.isFinite(value)).toBe(true)
        for (const rate of rates) expect(rate).toBeLessThanOrEqual(1)
        expect((exact.winRate ?? 0) + (exact.lostRate ?? 0) + exact.neverRate).toBeCloseTo(1, 9)
      }),
      { numRuns: 300 },
    )
  })
})

describe('implied shares', () => {
  const exit = (kind: 'forward' | 'lost' | 'rework', winProbability: number) => ({
    transitionId: `${kind}${winProbability}`,
    kind,
    winProbability,
    weight: null,
    observed: null,
  })

  it('are equal over the successors and scaled, the rest is lost', () => {
    const { shares } = shareOut(0.25, [exit('forward', 0.4), exit('forward', 0.6), exit('lost', 0)])
    expect(shares.map((share) => Math.round(share * 1e12) / 1e12)).toEqual([0.25, 0.25, 0.5])
  })

  it('spread what is lost over several lost stages and send nobody back', () => {
    expect(
      shareOut(0.5, [exit('forward', 1), exit('lost', 0), exit('lost', 0), exit('rework', 0.1)]).shares,
    ).toEqual([0.5, 0.25, 0.25, 0])
  })

  it('are as near as can be where the probability cannot be reached', () => {
    expect(shareOut(0.9, [exit('forward', 0.4), exit('lost', 0)])).toMatchObject({
      shares: [1, 0],
      impliedInstead: 0.4,
    })
  })
})

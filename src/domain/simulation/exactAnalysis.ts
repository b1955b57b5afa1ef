/**
 * The exact numbers of a process, for the strip above the canvas, the linter and the command line: win rate, days,
 * the weakest stage, and what they rest on. Memoised by document, so everyone asks as often as they like.
 */
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { Chain, ShareSource } from './chain.ts'
import { chainOf, type ObservedMoves } from './chainOf.ts'
import { type MarkovSolution, solveChain } from './markov.ts'
import { type AnalysisNote, listed, percent } from './notes.ts'
import type { TimesTo } from './timesTo.ts'
import { matrixOf } from './transitionMatrix.ts'

/** Days; the standard deviation too. */
export interface TimeSummary {
  readonly mean: number
  readonly variance: number
  readonly sd: number
}

export interface StageAnalysis {
  readonly stageId: string
  /** Expected visits of a deal that starts at the entry; null where it never closes from here. */
  readonly visits: number | null
  /** Win probability of a deal that stands here, 0…1; of closed stages 1 or 0. */
  readonly winFrom: number
  /** Expected days until closed of a deal that stands here and closes; null where it cannot close. */
  readonly daysToClose: number | null
  /** Mean days of one stay. */
  readonly dwellDays: number
  /** Share of all deals that are lost directly from here, 0…1. */
  readonly lostShare: number
  readonly reachable: boolean
  /** True for an open stage from which no closed stage can be reached. */
  readonly trapped: boolean
}

export interface MoveAnalysis {
  readonly transitionId: string
  /** A global transition has one entry for each stage that it leaves. */
  readonly fromStageId: string
  readonly toStageId: string
  readonly share: number
  readonly shareSource: ShareSource
  /** Expected number of times a deal takes this move. */
  readonly traffic: number
}

export interface ExactAnalysis {
  /** 0…1; null where there is no stage to start in. */
  readonly winRate: number | null
  readonly lostRate: number | null
  /** Share of deals that never close. */
  readonly neverRate: number
  /** Mean days from entry to closed, of the deals that close; null where none does. */
  readonly expectedDays: number | null
  readonly expectedDaysToWon: number | null
  readonly timeToClose: TimeSummary | null
  readonly timeToWon: TimeSummary | null
  readonly timeToLost: TimeSummary | null
  /** The open stage from which most deals are lost, with the share of all deals lost there. */
  readonly weakestStage: { readonly stageId: string; readonly lostShare: number } | null
  readonly winFrom: Readonly<Record<string, number>>
  readonly stages: readonly StageAnalysis[]
  readonly moves: readonly MoveAnalysis[]
  readonly notes: readonly AnalysisNote[]
  readonly chain: Chain
  readonly solution: MarkovSolution
}

const cache = new WeakMap<ProcessDocument, ExactAnalysis>()

/** Every number is finite; what cannot be said as a number is null and said in a note. */
export function exactAnalysis(document: ProcessDocument, observed?: ObservedMoves): ExactAnalysis {
  if (observed) return analyse(document, observed)
  const had = cache.get(document)
  if (had) return had
  const analysis = analyse(document, {})
  cache.set(document, analysis)
  return analysis
}

function analyse(document: ProcessDocument, observed: ObservedMoves): ExactAnalysis {
  const { chain, notes } = chainOf(document, observed)
  const matrix = matrixOf(chain)
  const solution = solveChain(matrix)
  const { start, states } = chain
  const lostFrom = new Float64Array(states.length)
  const moves = chain.moves.map((move): MoveAnalysis => {
    const traffic = (solution.visits[move.from] ?? 0) * move.share
    if (states[move.to]?.kind === 'lost') lostFrom[move.from] = (lostFrom[move.from] ?? 0) + traffic
    return {
      transitionId: move.transitionId ?? '',
      fromStageId: states[move.from]?.id ?? '',
      toStageId: states[move.to]?.id ?? '',
      share: move.share,
      shareSource: move.source,
      traffic,
    }
  })
  const stages = states.map((state, index): StageAnalysis => {
    const trapped = solution.trapped[index] === 1
    return {
      stageId: state.id,
      visits: trapped ? null : finite(solution.visits[index]),
      winFrom: clamp(solution.won.probability[index] ?? 0),
      daysToClose: trapped ? null : finite(solution.closed.mean[index]),
      dwellDays: state.dwell.mean,
      lostShare: clamp(lostFrom[index] ?? 0),
      reachable: solution.reachable[index] === 1,
      trapped,
    }
  })
  let weakest: StageAnalysis | null = null
  for (const stage of stages) if (stage.lostShare > (weakest?.lostShare ?? 0)) weakest = stage
  const time = (to: TimesTo): TimeSummary | null => {
    if (start === null || !to.probability[start]) return null
    const mean = to.mean[start] ?? 0
    const variance = to.variance[start] ?? 0
    return Number.isFinite(mean + variance) ? { mean, variance, sd: Math.sqrt(variance) } : null
  }
  const timeToClose = time(solution.closed)
  const timeToWon = time(solution.won)
  return {
    winRate: start === null ? null : clamp(solution.won.probability[start] ?? 0),
    lostRate: start === null ? null : clamp(solution.lost.probability[start] ?? 0),
    neverRate: clamp(solution.never),
    expectedDays: timeToClose?.mean ?? null,
    expectedDaysToWon: timeToWon?.mean ?? null,
    timeToClose,
    timeToWon,
    timeToLost: time(solution.lost),
    weakestStage: weakest ? { stageId: weakest.stageId, lostShare: weakest.lostShare } : null,
    winFrom: Object.fromEntries(stages.map((stage) => [stage.stageId, stage.winFrom])),
    stages,
    moves,
    notes: [...outcomeNotes(chain, solution, (id) => stageNameOf(document, id)), ...notes],
    chain,
    solution,
  }
}

/** What the outcome itself has to say: nowhere to start, nothing to win, deals that never close. */
export function outcomeNotes(
  chain: Chain,
  solution: MarkovSolution,
  nameOf: (stageId: string) => string,
): AnalysisNote[] {
  const { start, states } = chain
  if (start === null)
    return [{ kind: 'no-start', sentence: 'There is no open stage to start in: add one.', stageIds: [] }]
  const notes: AnalysisNote[] = []
  const caught = states.flatMap(({ id }, index) =>
    solution.reachable[index] === 1 && solution.trapped[index] === 1 ? [{ id, index }] : [],
  )
  const leaving = new Set(chain.moves.filter((move) => move.share > 0).map((move) => move.from))
  const deadEnds = caught.filter(({ index }) => !leaving.has(index)).map(({ id }) => id)
  if (deadEnds.length > 0)
    notes.push({
      kind: 'no-exit',
      sentence: `Nothing leads out of ${listed(deadEnds, nameOf)}: deals that get there stay.`,
      stageIds: deadEnds,
    })
  if (solution.never > 0)
    notes.push({
      kind: 'trapped',
      sentence: `${percent(solution.never)} of deals never close: they end up in ${listed(
        caught.map(({ id }) => id),
        nameOf,
      )}, from where no closed stage can be reached. Times are those of the deals that close.`,
      stageIds: caught.map(({ id }) => id),
    })
  if (!Number.isFinite((solution.closed.mean[start] ?? 0) + (solution.closed.variance[start] ?? 0)))
    notes.push({
      kind: 'endless',
      sentence:
        'Deals circle so long before they close that no time can be said. Check the weights of the ways back.',
      stageIds: [],
    })
  if (!solution.won.probability[start])
    notes.push({
      kind: 'cannot-win',
      sentence: `No deal is ever won: no way leads from “${nameOf(states[start]?.id ?? '')}” to a won stage.`,
      stageIds: [],
    })
  return notes
}

const finite = (value = 0): number | null => (Number.isFinite(value) ? value : null)

/** Rounding may leave a probability a hair outside 0…1. */
const clamp = (probability: number): number => Math.min(1, Math.max(0, probability))

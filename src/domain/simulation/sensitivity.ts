/**
 * What a small change is worth, from the numbers that the exact solution already has: no second solve. The rates of
 * change are exact; a change of five points is nearly linear for most processes, but not quite.
 */
import type { Chain } from './chain.ts'
import type { MarkovSolution } from './markov.ts'

export interface MoveGradient {
  /** Index among the chain's moves. */
  readonly move: number
  /** Where the share is taken from: this stage's way to lost, or evenly from its other exits. */
  readonly takenFrom: 'lost' | 'others'
  /** Change of the win rate per unit of share: 0.2 means one more point of share wins 0.2 more deals in 100. */
  readonly win: number
}

/** ∂win/∂share of every move that does not lead to lost: visits_i · (win from j − win from where it is taken). */
export function winGradients(chain: Chain, solution: MarkovSolution): MoveGradient[] {
  const lostFrom = new Set<number>()
  const total = new Float64Array(chain.states.length)
  for (const { from, to, share } of chain.moves) {
    if (chain.states[to]?.kind === 'lost' && share > 0) lostFrom.add(from)
    total[from] = (total[from] ?? 0) + share * (solution.won.probability[to] ?? 0)
  }
  return chain.moves.flatMap(({ from, to, share }, move): MoveGradient[] => {
    if (chain.states[to]?.kind === 'lost' || chain.states[from]?.kind !== 'open') return []
    const visits = solution.visits[from] ?? 0
    const here = solution.won.probability[to] ?? 0
    if (lostFrom.has(from)) return [{ move, takenFrom: 'lost', win: visits * here }]
    // Proportionally from the siblings; with none there is nothing to take.
    const others = share < 1 ? ((total[from] ?? 0) - share * here) / (1 - share) : here
    return [{ move, takenFrom: 'others', win: visits * (here - others) }]
  })
}

/**
 * ∂E[days to close]/∂(mean days of a stage), by state: its expected visits. Where deals may never close it is the
 * derivative of the days spent in stages that can close.
 */
export function daysGradients(solution: MarkovSolution, chain: Chain): number[] {
  return chain.states.map(({ kind }, index) => (kind === 'open' ? (solution.visits[index] ?? 0) : 0))
}

/** Open deals in each state in the long run (Little's law), with so many new deals a day. */
export function workInProgress(chain: Chain, solution: MarkovSolution, arrivalsPerDay: number): number[] {
  return chain.states.map(({ kind, dwell }, index) =>
    kind === 'open' ? arrivalsPerDay * (solution.visits[index] ?? 0) * dwell.mean : 0,
  )
}

import { expect, it } from 'vitest'
import { describeWithFixtures, fixtureText } from '../../../tests/kit/fixtures.ts'
import type { Chain, Moments } from './chain.ts'
import { closedFormAnswer } from './closedForm.ts'
import { cutAt } from './dwell.ts'
import { erlangC } from './erlang.ts'
import { outcomeNotes } from './exactAnalysis.ts'
import { parseFraction } from './fraction.ts'
import { solveChain } from './markov.ts'
import { daysGradients, winGradients, workInProgress } from './sensitivity.ts'
import { matrixOf } from './transitionMatrix.ts'

type Shares = Record<string, Record<string, number | string>>

const moments: Record<string, (a: number, b: number) => Moments> = {
  fixed: (a) => ({ mean: a, variance: 0 }),
  exp: (a) => ({ mean: a, variance: a * a }),
  uniform: (a, b) => ({ mean: (a + b) / 2, variance: (b - a) ** 2 / 12 }),
  lognormal: (a, b) => ({ mean: a, variance: b * b }),
}
const dwells = (given: Record<string, (string | number)[]>): Record<string, Moments> =>
  Object.fromEntries(
    Object.entries(given).map(([stage, [kind, a, b]]) => {
      // "lognormal mean 8 sd 6"
      const [name = '', , mean, , sd] = String(kind).split(' ')
      return [stage, moments[name]?.(Number(a ?? mean), Number(b ?? sd)) ?? { mean: Number.NaN, variance: 0 }]
    }),
  )

function chain(
  start: string,
  dwell: Record<string, Moments>,
  shares: Shares,
  exitDwell: Record<string, Moments> = {},
): Chain {
  const ids = [
    ...new Set([...Object.keys(shares), ...Object.values(shares).flatMap((row) => Object.keys(row))]),
  ]
  return {
    start: ids.indexOf(start),
    states: ids.map((id) => ({
      id,
      kind: shares[id] ? 'open' : id.startsWith('Won') ? 'won' : 'lost',
      dwell: dwell[id] ?? { mean: 0, variance: 0 },
    })),
    moves: Object.entries(shares).flatMap(([from, row]) =>
      Object.entries(row).map(([to, share]) => {
        const own = exitDwell[`${from}>${to}`]
        return {
          transitionId: null,
          from: ids.indexOf(from),
          to: ids.indexOf(to),
          share: parseFraction(share) ?? Number.NaN,
          source: 'given' as const,
          ...(own ? { dwell: own } : {}),
        }
      }),
    ),
  }
}
const solve = (given: Chain) => {
  const solution = solveChain(matrixOf(given))
  return { ...closedFormAnswer(given, solution), solution }
}
const near = (value: number | undefined, exact: unknown, tolerance = 1e-9) => {
  const expected = parseFraction(exact) ?? Number.NaN
  expect(Math.abs((value ?? Number.NaN) - expected)).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(expected)),
  )
}
const nearAll = (values: Record<string, number>, exact: Record<string, unknown>) => {
  for (const [id, value] of Object.entries(exact)) near(values[id], value)
}

describeWithFixtures('closed-form', () => {
  const { cases } = JSON.parse(fixtureText('closed-form', 'handmade.json'))
  const given = (id: string) => cases.find((item: { id: string }) => item.id === id)

  it('C1: a straight funnel of fixed durations', () => {
    const { start, dur, p, exact } = given('C1')
    const own = solve(chain(start, dwells(dur), p))
    near(own.pWin, exact.win)
    near(own.timeToClose?.mean, exact.ET)
    near(own.timeToClose?.var, exact.Var)
    near(own.timeToWon?.mean, 22)
    near(own.timeToWon?.sd, 0)
    near(own.timeToLost?.mean, exact.ET_lost)
    nearAll(own.visits, exact.visits)
  })

  it('C2: loops, and what a change is worth', () => {
    const { start, dur, p, exact } = given('C2')
    const dwell = dwells(dur)
    const base = chain(start, dwell, p)
    const own = solve(base)
    near(own.pWin, exact.win)
    near(own.timeToClose?.mean, exact.ET)
    near(own.timeToClose?.var, exact.Var)
    near(own.timeToWon?.mean, exact.ET_won)
    near(own.timeToWon?.var, exact.Var_won)
    near(own.timeToLost?.mean, exact.ET_lost)
    nearAll(own.visits, exact.visits)
    nearAll(own.everReach, { Proposal: exact.everReach.Proposal, Negotiation: exact.everReach.Negotiation })
    nearAll(own.winFrom, exact.winFrom)

    const shifted = (change: Record<string, Record<string, string>>) =>
      solve(
        chain(start, dwell, {
          ...p,
          ...Object.fromEntries(Object.entries(change).map(([k, v]) => [k, { ...p[k], ...v }])),
        }),
      )
    const plus5 = exact.sensitivity_plus5pt_from_Lost
    near(shifted({ Qualify: { Proposal: '13/20', Lost: '7/20' } }).pWin, plus5['Qualify>Proposal'])
    near(shifted({ Proposal: { Negotiation: '11/20', Lost: '7/20' } }).pWin, plus5['Proposal>Negotiation'])
    near(shifted({ Negotiation: { Won: '11/20', Lost: '3/20' } }).pWin, plus5['Negotiation>Won'])
    const variant = shifted({ Negotiation: { Won: '3/5', Proposal: '1/5', Lost: '1/5' } })
    near(variant.pWin, exact.variantB.win)
    near(variant.timeToClose?.mean, exact.variantB.ET)

    const step = 1e-6
    for (const gradient of winGradients(base, own.solution)) {
      const move = base.moves[gradient.move]
      const from = base.states[move?.from ?? 0]?.id ?? ''
      const to = base.states[move?.to ?? 0]?.id ?? ''
      const share = (id: string) => parseFraction(p[from][id]) ?? 0
      const moved = solve(
        chain(start, dwell, {
          ...p,
          [from]: { ...p[from], [to]: share(to) + step, Lost: share('Lost') - step },
        }),
      )
      near((moved.pWin - own.pWin) / step, gradient.win, 1e-5)
    }
    const days = daysGradients(own.solution, base)
    for (const [stage, shorter] of Object.entries(exact.dwell_minus10pct_ET)) {
      const at = base.states.findIndex(({ id }) => id === stage)
      near((own.timeToClose?.mean ?? 0) - 0.1 * (dwell[stage]?.mean ?? 0) * (days[at] ?? 0), shorter)
    }
    const wip = workInProgress(base, own.solution, 3)
    near(
      wip.reduce((sum, value) => sum + value, 0),
      exact.poisson3perday.steadyWIP,
      1e-7,
    )
    near(wip[0], exact.poisson3perday.steadyWIPbyStage[0], 1e-6)
  })

  it('C3: the gambler’s ruin', () => {
    const { exact } = given('C3')
    const up = { S1: 'S2', S2: 'S3', S3: 'S4', S4: 'Won' }
    const down = { S1: 'Lost', S2: 'S1', S3: 'S2', S4: 'S3' }
    const rungs = ['S1', 'S2', 'S3', 'S4'] as const
    const p = Object.fromEntries(rungs.map((rung) => [rung, { [up[rung]]: '3/5', [down[rung]]: '2/5' }]))
    const day = { mean: 1, variance: 0 }
    const own = solve(chain('S2', { S1: day, S2: day, S3: day, S4: day }, p))
    near(own.pWin, exact.win)
    near(own.timeToClose?.mean, exact.ET)
    near(own.timeToClose?.var, exact.Var)
    near(own.timeToWon?.mean, exact.ET_won)
    near(own.timeToLost?.mean, exact.ET_lost)
    nearAll(own.winFrom, exact.winFrom)
  })

  it('C4: an approval that sends back', () => {
    const { dur, p, exact } = given('C4')
    const own = solve(chain('Prepare', dwells(dur), p))
    near(own.pWin, exact.win)
    near(own.timeToClose?.mean, exact.ET)
    near(own.timeToClose?.var, exact.Var)
    near(own.timeToWon?.mean, exact.ET_won)
    near(own.timeToWon?.var, exact.Var_won)
    near(own.visits.Approval, exact.submissionsPerDeal)
  })

  it('C5: reopened deals and two won ends', () => {
    const { dur, p, exact } = given('C5')
    const own = solve(chain('Open', dwells(dur), p))
    near(own.pWin, exact.win)
    nearAll(own.absorb, {
      WonAnnual: exact.WonAnnual,
      WonMonthly: exact.WonMonthly,
      LostFinal: exact.LostFinal,
    })
    near(own.timeToClose?.mean, exact.ET)
    near(own.timeToClose?.var, exact.Var)
    near(own.timeToWon?.mean, exact.ET_won)
  })

  it('C6: approvers and their queue', () => {
    for (const row of given('C6').exact) {
      const result = erlangC(row.lambda, row.mu, row.c)
      if (!result.stable) {
        expect(row.expect).toMatch(/without bound/)
        expect(result.sentence).toBe(
          'The queue grows without bound: 4 requests a day need at least 3 approvers at 2 a day each, there are 2.',
        )
        continue
      }
      const { queue } = result
      const own = {
        rho: queue.utilization,
        erlangC: queue.probabilityOfWaiting,
        Wq: queue.meanWait,
        W: queue.meanTime,
        Lq: queue.meanWaiting,
        L: queue.meanInSystem,
      }
      for (const [key, value] of Object.entries(own)) if (row[key] !== undefined) near(value, row[key])
      if (row.P95_W) near(queue.timePercentile(0.95), row.P95_W, 1e-7)
    }
  })

  it('C7: a time-out after the longest duration', () => {
    const { exact } = given('C7')
    const cut = cutAt({ kind: 'exponential', mean: 20 }, 30)
    const natural = (1 - cut.timedOut) / 2
    const own = solve(
      chain(
        'Proposal',
        { Proposal: cut.all, Stalled: { mean: 10, variance: 0 } },
        {
          Proposal: { Won: natural, Lost: natural, Stalled: cut.timedOut },
          Stalled: { Proposal: 0.3, Lost: 0.7 },
        },
        {
          'Proposal>Won': cut.before,
          'Proposal>Lost': cut.before,
          'Proposal>Stalled': { mean: 30, variance: 0 },
        },
      ),
    )
    near(cut.timedOut, exact.pTimeout, 1e-8)
    near(own.pWin, exact.win, 1e-8)
    near(own.timeToClose?.mean, exact.ET, 1e-6)
    near(own.timeToClose?.var, exact.Var, 1e-6)
    near(own.visits.Proposal, exact.visitsProposal, 1e-6)
    near(own.visits.Stalled, exact.visitsStalled, 1e-6)
  })

  it('C9: deals that never close are said in words', () => {
    const trapped = chain(
      'Start',
      { Start: { mean: 1, variance: 0 }, Loop: { mean: 1, variance: 0 } },
      { Start: { Loop: '1/5', Won: '1/2', Lost: '3/10' }, Loop: { Loop: '1' } },
    )
    const own = solve(trapped)
    const { exact } = given('C9')
    near(own.pWin, exact.win)
    near(own.pLost, exact.lost)
    near(own.pNever, exact.never)
    near(own.pWin / (own.pWin + own.pLost), exact.winGivenClosed)
    expect(own.timeToClose).toEqual({ mean: 1, var: 0, sd: 0 })
    expect(outcomeNotes(trapped, own.solution, (id) => id).map((note) => note.sentence)).toEqual([
      '20% of deals never close: they end up in “Loop”, from where no closed stage can be reached. Times are those of the deals that close.',
    ])
  })

  it('C10: two exponential stages and Little’s law', () => {
    const exp10 = { mean: 10, variance: 100 }
    const two = chain('A', { A: exp10, B: exp10 }, { A: { B: 1 }, B: { Won: '3/10', Lost: '7/10' } })
    const own = solve(two)
    near(own.timeToClose?.mean, 20)
    near(own.timeToClose?.sd, Math.sqrt(200))
    near(
      workInProgress(two, own.solution, 2).reduce((sum, value) => sum + value, 0),
      given('C10').exact.steadyWIP,
    )
  })
})

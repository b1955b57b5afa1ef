/**
 * Chains given as numbers: stages with mean and variance, shares as numbers or fractions. The format in which exact
 * cases are exchanged, and in which `stagecraft simulate` answers.
 */
import { z } from 'zod'
import type { Chain } from './chain.ts'
import { parseFraction } from './fraction.ts'
import type { MarkovSolution } from './markov.ts'
import type { TimesTo } from './timesTo.ts'

const number = z.union([z.number(), z.string()]).transform((given, context) => {
  const value = parseFraction(given)
  if (value !== null) return value
  context.addIssue({
    code: 'custom',
    message: `“${given}” is neither a number nor a fraction such as "6/13"`,
  })
  return z.NEVER
})

const closedFormSchema = z.object({
  name: z.string().optional(),
  start: z.string(),
  stages: z.array(
    z.object({
      id: z.string().min(1),
      kind: z.enum(['open', 'won', 'lost']),
      mean: number.pipe(z.number().nonnegative('a mean is at least 0')).default(0),
      var: number.pipe(z.number().nonnegative('a variance is at least 0')).default(0),
      dist: z.string().optional(),
    }),
  ),
  transitions: z.array(
    z.object({ from: z.string(), to: z.string(), p: number.pipe(z.number().min(0).max(1)) }),
  ),
})

export type ClosedFormResult =
  | { readonly ok: true; readonly chain: Chain }
  | { readonly ok: false; readonly sentence: string }

/** Whether a JSON value means to be such a file: its stages have a `kind`, or its transitions a share `p`. */
export function looksLikeClosedForm(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || 'process_name' in json) return false
  const has = (list: unknown, key: string) =>
    Array.isArray(list) &&
    list.some((item: unknown) => typeof item === 'object' && item !== null && key in item)
  return (
    ('stages' in json && has(json.stages, 'kind')) || ('transitions' in json && has(json.transitions, 'p'))
  )
}

/** Reads a chain. What is wrong comes back as one sentence that names the place. */
export function readClosedForm(json: unknown): ClosedFormResult {
  const parsed = closedFormSchema.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return {
      ok: false,
      sentence: `At ${issue?.path.join('.') || 'the top'}: ${issue?.message ?? 'not readable'}.`,
    }
  }
  const { start, stages, transitions } = parsed.data
  const indexOf = new Map(stages.map((stage, index) => [stage.id, index]))
  if (indexOf.size < stages.length)
    return { ok: false, sentence: `Two stages have the id “${repeated(stages)}”.` }
  if (!indexOf.has(start)) return { ok: false, sentence: `The start “${start}” is not among the stages.` }
  const unknown = transitions.flatMap(({ from, to }) => [from, to]).find((id) => !indexOf.has(id))
  if (unknown !== undefined)
    return { ok: false, sentence: `A transition names the stage “${unknown}”, which is not there.` }

  const sums = new Map<string, number>()
  for (const { from, p } of transitions) sums.set(from, (sums.get(from) ?? 0) + p)
  for (const { id, kind } of stages) {
    const sum = sums.get(id)
    if (kind !== 'open' || sum === undefined || Math.abs(sum - 1) <= 1e-6) continue
    return {
      ok: false,
      sentence: `The shares out of “${id}” add up to ${Number(sum.toPrecision(6))}, not to 1.`,
    }
  }
  const place = (id: string) => indexOf.get(id) ?? 0
  return {
    ok: true,
    chain: {
      start: place(start),
      states: stages.map(({ id, kind, mean, var: variance }) => ({ id, kind, dwell: { mean, variance } })),
      moves: transitions.map(({ from, to, p }) => ({
        transitionId: null,
        from: place(from),
        to: place(to),
        share: p / (sums.get(from) ?? 1),
        source: 'given',
      })),
    },
  }
}

const repeated = (stages: readonly { readonly id: string }[]): string =>
  stages.find((stage, index) => stages.some((other, at) => at > index && other.id === stage.id))?.id ?? ''

/** Days; null where the outcome cannot come. */
type PrintedTime = { mean: number; var: number; sd: number } | null

export interface ClosedFormAnswer {
  readonly pWin: number
  readonly pLost: number
  readonly pNever: number
  readonly absorb: Record<string, number>
  readonly visits: Record<string, number>
  readonly everReach: Record<string, number>
  readonly winFrom: Record<string, number>
  readonly timeToClose: PrintedTime
  readonly timeToWon: PrintedTime
  readonly timeToLost: PrintedTime
  readonly reachable: string[]
  readonly unreachable: string[]
  readonly trapped: string[]
}

/**
 * The answer under the format's keys, with plain finite numbers. `timeToClose` is that of the deals that close.
 * Stages without a number (unreachable, trapped) are left out of the tables.
 */
export function closedFormAnswer(chain: Chain, solution: MarkovSolution): ClosedFormAnswer {
  const { start, states } = chain
  const pick = (holds: (index: number) => boolean) =>
    states.flatMap(({ id, kind }, index) => (holds(index) ? [{ id, kind, index }] : []))
  const came = (index: number) => solution.reachable[index] === 1
  const closes = (index: number) =>
    states[index]?.kind === 'open' && came(index) && solution.trapped[index] === 0
  const table = (holds: (index: number) => boolean, value: (index: number) => number) =>
    Object.fromEntries(pick(holds).map(({ id, index }) => [id, value(index)]))
  const visits = (index: number) => solution.visits[index] ?? 0
  const time = (to: TimesTo): PrintedTime => {
    if (start === null || !to.probability[start]) return null
    const mean = to.mean[start] ?? 0
    const variance = to.variance[start] ?? 0
    return Number.isFinite(mean + variance) ? { mean, var: variance, sd: Math.sqrt(variance) } : null
  }
  const ids = (holds: (index: number) => boolean) =>
    pick(holds)
      .map(({ id }) => id)
      .sort()
  const at = start ?? 0
  return {
    pWin: start === null ? 0 : (solution.won.probability[at] ?? 0),
    pLost: start === null ? 0 : (solution.lost.probability[at] ?? 0),
    pNever: solution.never,
    absorb: table((index) => states[index]?.kind !== 'open' && came(index), visits),
    visits: table(closes, visits),
    everReach: table(closes, (index) => (index === start ? 1 : visits(index) / solution.returns(index))),
    winFrom: table(closes, (index) => solution.won.probability[index] ?? 0),
    timeToClose: time(solution.closed),
    timeToWon: time(solution.won),
    timeToLost: time(solution.lost),
    reachable: ids(came),
    unreachable: ids((index) => !came(index)),
    trapped: ids((index) => came(index) && solution.trapped[index] === 1),
  }
}

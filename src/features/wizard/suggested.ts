/** First guesses, to be put right by whoever knows better. Pure. */
import type { SalesStage } from '../../domain/process/stage.ts'

type Changes = Record<string, Partial<SalesStage>>

/** Probabilities that rise evenly from stage to stage, in steps of 5, for open stages in their order. */
export function evenProbabilities(open: readonly SalesStage[]): Changes {
  return Object.fromEntries(
    open.flatMap(({ id, defaultProbability }, index) => {
      const even = Math.round(((index + 1) / (open.length + 1)) * 20) * 5
      return even === defaultProbability ? [] : [[id, { defaultProbability: even }]]
    }),
  )
}

/** At most twice the usual days, where the usual are known and the most are not. */
export function doubledMaximum(open: readonly SalesStage[]): Changes {
  return Object.fromEntries(
    open.flatMap(({ id, averageDurationDays, maxDurationDays }) =>
      averageDurationDays !== null && maxDurationDays === null
        ? [[id, { maxDurationDays: averageDurationDays * 2 }]]
        : [],
    ),
  )
}

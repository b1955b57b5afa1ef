/**
 * What was measured of the stages beside what the draft assumes of them: where they differ, the measured value can be
 * taken over. Few deals say little: below `enough` nothing is offered. Pure.
 */

import type { readStageAnalytics } from '../../contract/analytics.ts'
import type { ResultOf } from '../../contract/call.ts'
import type { StageChanges } from '../../domain/commands/changes.ts'
import { isHidden } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { SalesStage } from '../../domain/process/stage.ts'

export type StageAnalytics = ResultOf<typeof readStageAnalytics>
export type MeasuredStage = StageAnalytics['stages'][number]

/** Below so many deals or stays, what was measured is not offered. */
export const enough = 10

export interface StageRow {
  readonly measured: MeasuredStage
  /** As it is in the draft; null where it is not there any more. */
  readonly stage: SalesStage | null
  readonly probability: Assumption
  readonly days: Assumption
}

export interface Assumption {
  /** Percent or days; null where the process says nothing, or not to this person. */
  readonly assumed: number | null
  readonly hidden: boolean
  readonly measured: number | null
  /** What is assumed lies outside the interval of what was measured. */
  readonly differs: boolean
  /** What would be taken over; null where there is nothing to offer. */
  readonly offer: StageChanges | null
}

/** Open stages in the order of the process: deals pass through them. */
export function stageRows(analytics: StageAnalytics, draft: ProcessDocument): StageRow[] {
  return analytics.stages
    .filter(({ kind }) => kind === 'open')
    .map((measured) => {
      const stage = draft.stages[measured.stage_id] ?? null
      return { measured, stage, probability: probabilityOf(measured, stage), days: daysOf(measured, stage) }
    })
}

/** All that is offered, by stage. */
export function allOffers(rows: readonly StageRow[]): Readonly<Record<string, StageChanges>> {
  return Object.fromEntries(
    rows.flatMap(({ measured, probability, days }) =>
      probability.offer || days.offer
        ? [[measured.stage_id, { ...probability.offer, ...days.offer }] as const]
        : [],
    ),
  )
}

function probabilityOf({ observed_win }: MeasuredStage, stage: SalesStage | null): Assumption {
  const hidden = isHidden(stage ?? undefined, 'defaultProbability')
  const assumed = hidden ? null : (stage?.defaultProbability ?? null)
  const { value, low, high, n } = observed_win
  const measured = value === null ? null : Math.round(value * 100)
  const differs =
    assumed !== null && low !== null && high !== null && (assumed < low * 100 || assumed > high * 100)
  const offers = assumed !== null && measured !== null && n >= enough && measured !== assumed
  return { assumed, hidden, measured, differs, offer: offers ? { defaultProbability: measured } : null }
}

/** Forecasts reckon with the mean. */
function daysOf({ days }: MeasuredStage, stage: SalesStage | null): Assumption {
  const hidden = isHidden(stage ?? undefined, 'averageDurationDays')
  const assumed = hidden ? null : (stage?.averageDurationDays ?? null)
  const measured = days.mean === null ? null : roundedDays(days.mean)
  const offers = stage !== null && !hidden && measured !== null && days.n >= enough && measured !== assumed
  const { mean_low: low, mean_high: high } = days
  const outside = assumed !== null && low !== null && high !== null && (assumed < low || assumed > high)
  return {
    assumed,
    hidden,
    measured,
    differs: outside && days.n >= enough,
    offer: offers ? { averageDurationDays: measured } : null,
  }
}

/** Whole days, below ten to a tenth. */
export const roundedDays = (days: number): number =>
  days < 10 ? Math.round(days * 10) / 10 : Math.round(days)

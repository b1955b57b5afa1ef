/** How long a deal stays, judged by its stage: as usual, longer than usual, too long, escalated. */
import { stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { SalesStage } from '../process/stage.ts'
import { listInWords } from '../process/who.ts'
import { daysBetween } from './dates.ts'
import type { Deal } from './deal.ts'

export type Stay = 'usual' | 'slow' | 'too_long' | 'escalated'

/** The worst that holds; what a stage does not say never holds. */
export function stayOf({ averageDurationDays, maxDurationDays, escalation }: SalesStage, days: number): Stay {
  const beyond = (limit: number | null | undefined) => typeof limit === 'number' && days > limit
  if (escalation && days >= escalation.after_days) return 'escalated'
  if (beyond(maxDurationDays)) return 'too_long'
  return beyond(averageDurationDays) ? 'slow' : 'usual'
}

/** Who is told, in one sentence, where the deal's days in its stage run out between two moments; null where they do not. */
export function escalationBetween(
  document: ProcessDocument,
  { stageId, enteredStageAt }: Pick<Deal, 'stageId' | 'enteredStageAt'>,
  before: string,
  after: string,
): string | null {
  const { escalation } = document.stages[stageId] ?? {}
  if (!escalation || escalation.tell.length === 0) return null
  const { after_days: days, tell } = escalation
  const runsOut = daysBetween(enteredStageAt, before) < days && daysBetween(enteredStageAt, after) >= days
  if (!runsOut) return null
  const count = `${days} ${days === 1 ? 'day' : 'days'}`
  const stage = `“${stageNameOf(document, stageId)}”`
  return `After ${count} in ${stage} this is escalated to ${listInWords(tell, 'and')}.`
}

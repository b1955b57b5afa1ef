/** The blueprint's §6.3: a closed stage that deals refer to stays closed, or their outcome would be rewritten. */
import type { ProcessDocument } from '../src/domain/process/process.ts'
import { type SalesStage, stageKind } from '../src/domain/process/stage.ts'
import { ApiError } from './apiError.ts'

type Closing = Pick<SalesStage, 'isClosedWon' | 'isClosedLost'>
export type StageAfter = (stage: SalesStage) => Closing | undefined

/** Closed stages that will be open. `after` gives a stage as it will be; undefined where it will not be there. */
export const reopened = (before: ProcessDocument | undefined, after: StageAfter): readonly SalesStage[] =>
  Object.values(before?.stages ?? {}).filter((stage) => {
    const next = after(stage)
    return next !== undefined && stageKind(stage) !== 'open' && stageKind(next) === 'open'
  })

/** @param deals how many stand in each stage, closed ones too. @throws ApiError STAGE_IN_USE. */
export function refuseUsed(stages: readonly SalesStage[], deals: Readonly<Record<string, number>>): void {
  const used = stages.filter((stage) => (deals[stage.id] ?? 0) > 0)
  const [first] = used
  if (!first) return
  throw new ApiError(
    'STAGE_IN_USE',
    `“${first.stageName}” cannot become an open stage: ${deals[first.id]} ${deals[first.id] === 1 ? 'deal was' : 'deals were'} closed in it. Disable it and add a new stage instead.`,
    {
      stages: used.map((stage) => ({
        stage_id: stage.id,
        stage_name: stage.stageName,
        deals: deals[stage.id] ?? 0,
        remedy: 'disable_and_add',
      })),
    },
  )
}

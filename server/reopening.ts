/** The blueprint's §6.3: a closed stage that deals refer to stays closed, or their outcome would be rewritten. */
import type { ProcessDocument } from '../src/domain/process/process.ts'
import { type SalesStage, stageKind } from '../src/domain/process/stage.ts'
import { ApiError } from './apiError.ts'

/** Closed stages that the next document opens. */
export const reopened = (
  before: ProcessDocument | undefined,
  next: ProcessDocument | null,
): readonly SalesStage[] =>
  Object.values(before?.stages ?? {}).filter((stage) => {
    const after = next?.stages[stage.id]
    return after !== undefined && stageKind(stage) !== 'open' && stageKind(after) === 'open'
  })

/** @param deals how many stand in each stage, closed ones too. @throws ApiError STAGE_IN_USE. */
export function refuseReopening(
  stages: readonly SalesStage[],
  deals: Readonly<Record<string, number>>,
): void {
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

/** The blueprint's §6.3: a closed stage that deals refer to stays closed, or their outcome would be rewritten. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { type SalesStage, stageKind } from '../../src/domain/process/stage.ts'
import { ApiError } from '../apiError.ts'
import type { Actor, Services } from '../services.ts'

type Closing = Pick<SalesStage, 'isClosedWon' | 'isClosedLost'>

/**
 * Asked before the write, for deals come and go without it. `after` gives a stage as it will be; undefined where it
 * will not be there any more. @throws ApiError STAGE_IN_USE.
 */
export async function refuseReopening(
  { services, actor }: { readonly services: Services; readonly actor: Actor },
  before: ProcessDocument | undefined,
  after: (stage: SalesStage) => Closing | undefined,
): Promise<void> {
  const reopened = Object.values(before?.stages ?? {}).filter((stage) => {
    const next = after(stage)
    return stageKind(stage) !== 'open' && next !== undefined && stageKind(next) === 'open'
  })
  if (reopened.length === 0) return
  const deals = await services.usage.countIn(
    actor,
    reopened.map((stage) => stage.id),
  )
  const used = reopened.filter((stage) => (deals[stage.id] ?? 0) > 0)
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

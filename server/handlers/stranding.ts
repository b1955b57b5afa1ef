/** A stage with open deals cannot vanish: said in words before the database has to say it by a foreign key. */
import type { StageUsage } from '../../src/domain/lint/rule.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'

/** @throws ApiError STAGE_IN_USE naming each stage that would vanish under its deals, and the ways out. */
export function refuseStranding(
  before: ProcessDocument,
  after: ProcessDocument | null,
  usage: Readonly<Record<string, StageUsage>>,
): void {
  const stranded = Object.values(before.stages).flatMap((stage) => {
    const deals = usage[stage.id]
    if (!deals || deals.openDeals === 0 || after?.stages[stage.id]) return []
    const destination = after?.process.stageMigrations[stage.id]
    if (destination !== undefined && after && Object.hasOwn(after.stages, destination)) return []
    return [{ stage, deals }]
  })
  const [first] = stranded
  if (!first) return
  const { stageName } = first.stage
  const deals = first.deals.openDeals === 1 ? 'an open deal' : `${first.deals.openDeals} open deals`
  throw new ApiError(
    'STAGE_IN_USE',
    `“${stageName}” cannot be deleted: ${deals} ${first.deals.openDeals === 1 ? 'stands' : 'stand'} in it. Disable it instead, or say where its deals go.`,
    {
      stages: stranded.map(({ stage, deals: { openDeals, openAmount } }) => ({
        stage_id: stage.id,
        stage_name: stage.stageName,
        open_deals: openDeals,
        open_amount: openAmount,
        remedy: 'disable_or_migrate',
      })),
    },
  )
}

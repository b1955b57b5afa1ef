/** A closed stage that would open is told of before anything else; the write path asks again under its lock. */
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { refuseUsed, reopened, type StageAfter } from '../reopening.ts'
import type { Actor, Services } from '../services.ts'

/** @throws ApiError STAGE_IN_USE. */
export async function refuseReopening(
  { services, actor }: { readonly services: Services; readonly actor: Actor },
  before: ProcessDocument | undefined,
  after: StageAfter,
): Promise<void> {
  const stages = reopened(before, after)
  const ids = stages.map(({ id }) => id)
  refuseUsed(stages, await services.usage.countIn(actor, ids))
}

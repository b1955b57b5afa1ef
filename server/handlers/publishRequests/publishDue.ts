/**
 * Publishes what was approved for a time that has come: a chore for every minute, on any number of instances. Each
 * request is done once, for whoever comes second finds it decided; what cannot be published keeps the reason and
 * tells its author. Nothing is kept in memory, so a restart loses nothing.
 */
import { ApiError } from '../../apiError.ts'
import type { Actor, Services, StoredPublishRequest } from '../../services.ts'
import { refuseReopening } from '../reopening.ts'
import { publishable } from '../versions/publishable.ts'
import { replyWith } from './answers.ts'
import { failed, publishedInTime } from './moves.ts'

export async function publishDue(services: Services): Promise<void> {
  for (const { actor, request } of await services.publishRequests.due()) {
    try {
      await publish(services, actor, request)
    } catch (error) {
      await giveUp(services, actor, request, error)
    }
  }
}

async function publish(services: Services, actor: Actor, request: StoredPublishRequest): Promise<void> {
  const { processId, number, document, round } = request
  const head = await services.processes.load(actor, processId)
  await refuseReopening({ services, actor }, head?.document, (stage) => document.stages[stage.id])
  await services.publishRequests.publish(actor, {
    processId,
    number,
    idempotency: null,
    request,
    move: publishedInTime(round, actor),
    decide: (state) => publishable(document).decide({ ...state, mask: actor.mask }),
    reply: replyWith(200),
  })
}

/** A refusal is final until the author renews the request; a fault may pass, so the next round tries again. */
async function giveUp(
  services: Services,
  actor: Actor,
  request: StoredPublishRequest,
  error: unknown,
): Promise<void> {
  if (!(error instanceof ApiError)) {
    services.report(error, `publish request ${request.number}`)
    return
  }
  const { processId, number, round } = request
  try {
    await services.publishRequests.move(actor, {
      processId,
      number,
      idempotency: null,
      move: failed(round, error.message),
      reply: replyWith(200),
    })
  } catch (again) {
    // Another instance published it, or somebody decided otherwise, in this very moment.
    if (!(again instanceof ApiError)) throw again
  }
}

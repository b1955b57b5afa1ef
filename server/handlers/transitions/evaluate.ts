import type { evaluateTransition as evaluateEndpoint } from '../../../src/contract/evaluation.ts'
import type { Deal } from '../../../src/domain/engine/deal.ts'
import { evaluateTransition } from '../../../src/domain/engine/evaluateTransition.ts'
import { locksOn } from '../../../src/domain/engine/locks.ts'
import { graphOf } from '../../../src/domain/process/graph.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import type { Handler } from '../../http/handler.ts'
import { asSeen } from '../../masking/asSeen.ts'
import { maskJson } from '../../masking/maskJson.ts'
import type { Actor } from '../../services.ts'
import { found } from '../notFound.ts'
import { codeNames } from '../wireBody.ts'

/** Judged by the published process, the company's reference data, the caller's permissions and the server's clock. */
export const evaluate: Handler<typeof evaluateEndpoint> = async ({ services, actor, body }) => {
  const deal = codeNames(body.deal)
  const stored = found(
    await services.processes.holding(actor, 'stages', deal.stageId),
    'sales stage',
    deal.stageId,
  )
  const { mask } = actor
  // As the caller sees it: an answer that depends on what is hidden tells it to whoever asks often enough.
  const document = mask ? asSeen(stored.document, mask) : stored.document
  const reference = await services.reference.all(actor)
  const wanted = body.transition_id
  if (wanted !== undefined) found(document.transitions[wanted], 'stage transition', wanted)
  const transitionIds =
    wanted === undefined
      ? graphOf(document)
          .exits(deal.stageId)
          .map(({ id }) => id)
      : [wanted]
  const question = {
    document,
    reference: mask ? maskJson(reference, mask) : reference,
    deal,
    actor: {
      id: actor.userId,
      permissions: [...actor.permissions],
      is: [actor.role, actor.email, ...(owns(actor, deal) ? ['owner'] : [])],
    },
    now: services.now(),
  }
  const locks = locksOn(document, question.reference, deal)
  const verdicts = transitionIds.map((transitionId) =>
    toWire(evaluateTransition({ ...question, transitionId })),
  )
  return {
    status: 200,
    body: { process_id: document.process.id, revision: document.process.revision, verdicts, locks },
  }
}

/** Whose manager somebody is we do not keep, so nobody passes as that here. */
const owns = ({ userId, email }: Pick<Actor, 'userId' | 'email'>, { fields }: Deal): boolean =>
  fields.owner === userId || fields.owner === email

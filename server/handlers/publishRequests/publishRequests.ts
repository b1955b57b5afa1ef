/** Asking, talking, deciding: handlers around the pure moves, each one transaction. */

import type { Endpoint } from '../../../src/contract/endpoint.ts'
import type {
  approvePublishRequest,
  commentPublishRequest,
  createPublishRequest,
  declinePublishRequest,
  listAllPublishRequests,
  listPublishRequests,
  readPublishRequest,
  renewPublishRequest,
  withdrawPublishRequest,
} from '../../../src/contract/publishRequests.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import type { Answer, Asked, Handler } from '../../http/handler.ts'
import type { MoveOrder, Reply } from '../../services.ts'
import { found } from '../notFound.ts'
import { pageOf } from '../pages.ts'
import { impactOf } from '../processes/impact.ts'
import { refuseReopening } from '../reopening.ts'
import { problemsOf, problemToWire } from '../soundness.ts'
import { publishable } from '../versions/publishable.ts'
import { wantedOf } from '../versions/wanted.ts'
import { processTagIn } from '../write.ts'
import { isLive, replyWith, requestToWire } from './answers.ts'
import {
  type Asking,
  approved,
  baseOf,
  commented,
  declined,
  opened,
  renewed,
  waits,
  withdrawn,
} from './moves.ts'

const list: Handler<typeof listPublishRequests> = async ({ services, actor, params: { id }, query, url }) => {
  const which = { processId: id, state: query.state }
  const { count, rows } = await services.publishRequests.list(actor, which, windowOf(query))
  return { status: 200, body: pageOf(url, query, count, rows.map(requestToWire)) }
}

const listAll: Handler<typeof listAllPublishRequests> = async ({ services, actor, query, url }) => {
  const { process_id: processId, state, mine, waiting } = query
  const which = { processId, state, mine, waiting }
  const { count, rows } = await services.publishRequests.list(actor, which, windowOf(query))
  return { status: 200, body: pageOf(url, query, count, rows.map(requestToWire)) }
}

const windowOf = ({ page, page_size }: { readonly page: number; readonly page_size: number }) => ({
  offset: (page - 1) * page_size,
  limit: page_size,
})

const read: Handler<typeof readPublishRequest> = async ({ services, actor, params: { id, number } }) => {
  const request = found(
    await services.publishRequests.find(actor, id, number),
    'publish request',
    `${id} ${number}`,
  )
  const { document, comments } = request
  const shown = {
    ...requestToWire(request),
    document: documentToWire(document),
    comments: comments.map((comment) => ({ ...comment, by: { ...comment.by } })),
  }
  if (!isLive(request)) return { status: 200, body: { ...shown, impact: null, problems: [] } }
  const [impact, current, reference, usage] = await Promise.all([
    impactOf(services, actor, request),
    services.processes.load(actor, id),
    services.reference.all(actor),
    services.usage.ofProcess(actor, id),
  ])
  const problems = problemsOf(document, { current, reference, usage, mask: actor.mask })
    .filter(({ waivedBy, severity }) => waivedBy === null && severity !== 'info')
    .map(problemToWire)
  return { status: 200, body: { ...shown, impact, problems } }
}

/** Judged as a publish would be, so that nobody is asked to look at what cannot be published anyway. */
async function askingOf(
  asked: Asked<typeof createPublishRequest> | Asked<typeof renewPublishRequest>,
): Promise<Asking> {
  const { services, actor, params, body, ifMatch } = asked
  processTagIn(ifMatch, undefined)
  const [{ document, current, restores, madeFrom }, reference, usage] = await Promise.all([
    wantedOf(asked, params.id, body),
    services.reference.all(actor),
    services.usage.ofProcess(actor, params.id),
  ])
  await refuseReopening(asked, current?.document, ({ id }) => document.stages[id])
  publishable(document).decide({ current, reference, usage, now: services.now(), mask: actor.mask })
  const at = body.publish_at
  const from = ifMatch?.revision ?? null
  return {
    document,
    restores,
    reason: body.reason,
    publishAt: at === undefined ? null : new Date(at).toISOString(),
    baseRevision: madeFrom === null ? from : baseOf({ baseRevision: from }, madeFrom),
  }
}

/** The stored reply was made by this same endpoint: the idempotency mark holds method and path. */
const answerOf = <E extends Endpoint>({ status, body, headers }: Reply): Answer<E> =>
  ({ status, body, headers }) as Answer<E>

const create: Handler<typeof createPublishRequest> = async (asked) => {
  const { services, actor, params, body, idempotency } = asked
  const reply = await services.publishRequests.open(actor, {
    processId: params.id,
    idempotency,
    move: opened(await askingOf(asked), actor, body.review),
    reply: replyWith(201),
  })
  return answerOf(reply)
}

type Stepping = Pick<Asked<typeof declinePublishRequest>, 'services' | 'actor' | 'params' | 'idempotency'>

async function step<E extends Endpoint>(
  { services, actor, params: { id, number }, idempotency }: Stepping,
  move: MoveOrder['move'],
  status: 200 | 201 = 200,
): Promise<Answer<E>> {
  const order = { processId: id, number, idempotency, move, reply: replyWith(status) }
  return answerOf(
    found(await services.publishRequests.move(actor, order), 'publish request', `${id} ${number}`),
  )
}

const renew: Handler<typeof renewPublishRequest> = async (asked) => {
  const { id, number } = asked.params
  found(
    await asked.services.publishRequests.find(asked.actor, id, number),
    'publish request',
    `${id} ${number}`,
  )
  return step(asked, renewed(await askingOf(asked), asked.actor))
}

const comment: Handler<typeof commentPublishRequest> = (asked) => step(asked, commented(asked.body.text), 201)

const decline: Handler<typeof declinePublishRequest> = (asked) =>
  step(asked, declined(asked.body, asked.actor))

const withdraw: Handler<typeof withdrawPublishRequest> = (asked) =>
  step(asked, withdrawn(asked.body.reason ?? null, asked.actor))

/** What was read decides the road; both roads look again under the lock, and a round never changes what it holds. */
const approve: Handler<typeof approvePublishRequest> = async (asked) => {
  const { services, actor, params, body, idempotency } = asked
  const { id, number } = params
  const request = found(
    await services.publishRequests.find(actor, id, number),
    'publish request',
    `${id} ${number}`,
  )
  const move = approved({ round: body.round, reason: body.reason ?? null }, actor)
  if (request.state !== 'open' || request.round !== body.round || waits(request, services.now()))
    return step(asked, move)
  const head = await services.processes.load(actor, id)
  await refuseReopening(asked, head?.document, (stage) => request.document.stages[stage.id])
  const reply = await services.publishRequests.publish(actor, {
    processId: id,
    number,
    idempotency,
    request,
    move,
    decide: (state) => publishable(request.document).decide({ ...state, mask: actor.mask }),
    reply: replyWith(200),
  })
  return answerOf(reply)
}

export const publishRequests = { list, listAll, create, read, renew, comment, approve, decline, withdraw }

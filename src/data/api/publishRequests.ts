/** Requests to publish on the backend, in domain terms. Loaded where one is made or looked at. */
import { api } from '../../contract/api.ts'
import type { ResultOf } from '../../contract/call.ts'
import { etagOf } from '../../contract/etag.ts'
import type { PublishPolicy, PublishRequest, PublishRequestSummary } from '../../contract/publishRequests.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { documentFromWire, documentToWire } from '../../domain/process/wireDocument.ts'
import type { Client } from './client.ts'
import { type Result, success } from './failure.ts'

export type RequestOrder = RequestTerms &
  (
    | { readonly document: ProcessDocument }
    /** An earlier revision, which the backend makes a document of and brings its deals back with. */
    | { readonly processId: string; readonly restores: number }
  )

interface RequestTerms {
  /** The published revision it started from; 0 for a process that was never published. */
  readonly baseRevision: number
  readonly reason: string
  /** ISO 8601 UTC; null: as soon as it is approved. */
  readonly publishAt: string | null
  readonly idempotencyKey: string
}

export interface ReadRequest extends Omit<PublishRequest, 'document'> {
  readonly document: ProcessDocument
}

export interface RequestPage {
  readonly count: number
  readonly rows: readonly PublishRequestSummary[]
}

/** `waiting`: that wait for this person, to be decided or, of their own, to be renewed. */
export interface WhichRequests {
  readonly only?: 'waiting' | 'mine' | undefined
  readonly processId?: string | undefined
}

/** Every answer is the request as it is afterwards. */
type Answer = Promise<Result<PublishRequestSummary>>

export interface PublishRequests {
  policy(): Promise<Result<PublishPolicy>>
  savePolicy(change: Partial<PublishPolicy>): Promise<Result<PublishPolicy>>
  /** Newest first; `page` starts at 1. */
  list(processId: string, page?: number): Promise<Result<RequestPage>>
  /** Of all processes of the company, the latest first. */
  all(which: WhichRequests, page?: number): Promise<Result<RequestPage>>
  read(processId: string, number: number): Promise<Result<ReadRequest>>
  /** @param review false: published at its time without anybody else. Failure `REVIEW_REQUIRED`. */
  ask(order: RequestOrder, review: boolean): Answer
  renew(number: number, order: RequestOrder): Answer
  comment(processId: string, number: number, words: string, idempotencyKey: string): Answer
  /** Failures to act on: `VERSION_CONFLICT` (out of date, or renewed since), `OWN_REQUEST`, `STAGE_IN_USE`. */
  approve(at: RequestRound, reason: string): Answer
  decline(at: RequestRound, reason: string): Answer
  withdraw(at: RequestRound): Answer
}

/** A request as it was read, and the key of the wish. */
export interface RequestRound {
  readonly processId: string
  readonly number: number
  readonly round: number
  readonly idempotencyKey: string
}

export function createPublishRequests(client: Client): PublishRequests {
  const { publishRequests, publishPolicy } = api
  const bodyOf = (order: RequestOrder) => ({
    ...('document' in order ? { document: documentToWire(order.document) } : { restores: order.restores }),
    reason: order.reason,
    ...(order.publishAt === null ? {} : { publish_at: order.publishAt }),
  })
  const processOf = (order: RequestOrder) =>
    'document' in order ? order.document.process.id : order.processId
  const sent = ({ baseRevision, idempotencyKey }: RequestOrder) => ({
    ifMatch: etagOf({ of: 'process', revision: baseRevision }),
    idempotencyKey,
  })
  const at = ({ processId, number, idempotencyKey }: RequestRound) => ({
    params: { id: processId, number },
    idempotencyKey,
  })
  return {
    policy: () => client.call(publishPolicy.read, {}),
    savePolicy: (change) => client.call(publishPolicy.write, { body: change }),
    async list(processId, page = 1) {
      const answer = await client.call(publishRequests.list, { params: { id: processId }, query: { page } })
      return answer.ok ? success({ count: answer.value.count, rows: answer.value.results }) : answer
    },
    async all({ only, processId }, page = 1) {
      const answer = await client.call(publishRequests.listAll, {
        query: {
          page,
          ...(only === 'waiting' && { waiting: 'true' as const }),
          ...(only === 'mine' && { mine: 'true' as const }),
          ...(processId !== undefined && { process_id: processId }),
        },
      })
      return answer.ok ? success({ count: answer.value.count, rows: answer.value.results }) : answer
    },
    async read(processId, number) {
      const answer = await client.call(publishRequests.read, { params: { id: processId, number } })
      return answer.ok ? success(readFrom(answer.value)) : answer
    },
    ask: (order, review) =>
      client.call(publishRequests.create, {
        params: { id: processOf(order) },
        body: { ...bodyOf(order), review },
        ...sent(order),
      }),
    renew: (number, order) =>
      client.call(publishRequests.renew, {
        params: { id: processOf(order), number },
        body: bodyOf(order),
        ...sent(order),
      }),
    comment: (id, number, text, idempotencyKey) =>
      client.call(publishRequests.comment, { params: { id, number }, body: { text }, idempotencyKey }),
    approve: (request, reason) =>
      client.call(publishRequests.approve, {
        ...at(request),
        body: { round: request.round, ...(reason === '' ? {} : { reason }) },
      }),
    decline: (request, reason) =>
      client.call(publishRequests.decline, { ...at(request), body: { round: request.round, reason } }),
    withdraw: (request) => client.call(publishRequests.withdraw, { ...at(request), body: {} }),
  }
}

const readFrom = (answer: ResultOf<typeof api.publishRequests.read>): ReadRequest => ({
  ...answer,
  document: documentFromWire(answer.document),
})

/**
 * Requests to publish, as handlers see them: every step of one is a pure move, taken in one transaction under the
 * lock on its row. A step that publishes goes through the write path of ./writing.ts. Types only.
 */
import type { PublishPolicy, PublishRequestState } from '../src/contract/publishRequests.ts'
import type { ProcessDocument } from '../src/domain/process/process.ts'
import type { Actor } from './services.ts'
import type { IdempotencyMark, Reply, WriteOrder } from './writing.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** What moves change. */
export interface PublishRequestFields {
  readonly state: PublishRequestState
  readonly reason: string
  readonly round: number
  readonly baseRevision: number
  /** The revision that it brings back: its document is that one, on top of `baseRevision`. Null: a draft. */
  readonly restores: number | null
  readonly publishAt: string | null
  readonly decidedAt: string | null
  readonly decision: string | null
  readonly revision: number | null
  readonly refusal: string | null
}

export interface PublishRequestHead extends PublishRequestFields {
  readonly processId: string
  readonly processName: string
  readonly number: number
  readonly requestedBy: Person
  readonly requestedAt: string
  readonly decidedBy: Person | null
  /** Of the process now; 0 where it was never published or is archived. */
  readonly currentRevision: number
  readonly commentCount: number
}

export interface PublishRequestComment {
  readonly id: string
  readonly text: string
  readonly by: Person
  readonly at: string
  readonly round: number
}

export interface StoredPublishRequest extends PublishRequestHead {
  readonly document: ProcessDocument
}

/** What a move sees, read under the lock on the request. */
export interface MoveState<Request> {
  readonly request: Request
  readonly currentRevision: number
  readonly policy: PublishPolicy
  readonly now: string
}

export type MoveName =
  | 'created'
  | 'renewed'
  | 'commented'
  | 'approved'
  | 'published'
  | 'declined'
  | 'withdrawn'
  | 'failed'

export interface Move {
  readonly name: MoveName
  readonly change: Partial<PublishRequestFields> & {
    readonly document?: ProcessDocument
    readonly decidedBy?: string | null
  }
  readonly comment?: string
}

/** A first step; throws ApiError to refuse. */
export interface OpeningMove extends Move {
  readonly change: PublishRequestFields & {
    readonly document: ProcessDocument
    readonly decidedBy: string | null
  }
}

interface StepOrder {
  readonly processId: string
  readonly idempotency: IdempotencyMark | null
  /** The answer, made inside the transaction. Pure. */
  readonly reply: (request: StoredPublishRequest) => Reply
}

export interface OpenOrder extends StepOrder {
  readonly move: (state: MoveState<null>) => OpeningMove
}

export interface MoveOrder extends StepOrder {
  readonly number: number
  /** Pure and synchronous; throws ApiError to refuse, and then nothing is stored. May be called again. */
  readonly move: (state: MoveState<StoredPublishRequest>) => Move
}

export interface PublishOrder extends Omit<MoveOrder, 'move'> {
  /** The request as it was read; refused where it was renewed since. */
  readonly request: StoredPublishRequest
  readonly move: (state: MoveState<StoredPublishRequest>) => Move
  readonly decide: WriteOrder['decide']
}

export interface PublishRequestService {
  /** Newest first. */
  list(
    actor: Actor,
    which: {
      /** None for one that was never asked for, published or not. */
      readonly processId?: string | undefined
      readonly state?: PublishRequestState | undefined
      /** That the actor made. */
      readonly mine?: boolean | undefined
      /** That wait for the actor: to be decided or, of their own, to be renewed. */
      readonly waiting?: boolean | undefined
    },
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly count: number; readonly rows: readonly PublishRequestHead[] }>
  find(
    actor: Actor,
    processId: string,
    number: number,
  ): Promise<(StoredPublishRequest & { readonly comments: readonly PublishRequestComment[] }) | null>
  open(actor: Actor, order: OpenOrder): Promise<Reply>
  /** Null where there is no such request. */
  move(actor: Actor, order: MoveOrder): Promise<Reply | null>
  /** The move and the publish of the request's document, both or neither. `move` leaves out the revision. */
  publish(actor: Actor, order: PublishOrder): Promise<Reply>
  /** Whose time has come, in all companies; the actor is whoever decided, with what they may do now. */
  due(): Promise<readonly { readonly actor: Actor; readonly request: StoredPublishRequest }[]>
  policy(actor: Actor): Promise<PublishPolicy>
  savePolicy(
    actor: Actor,
    change: { [Name in keyof PublishPolicy]?: PublishPolicy[Name] | undefined },
  ): Promise<PublishPolicy>
}

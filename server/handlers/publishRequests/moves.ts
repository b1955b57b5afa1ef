/**
 * The life of a publish request as pure moves: each sees the request under its lock, refuses in words or says what it
 * becomes. Open → published or, with a time, scheduled → published; declined and failed ones are renewed by their
 * author; what was published or withdrawn is over.
 */
import type { PublishRequestState } from '../../../src/contract/publishRequests.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import { ApiError } from '../../apiError.ts'
import type { Actor, Move, MoveState, OpeningMove, StoredPublishRequest } from '../../services.ts'

type Now = MoveState<StoredPublishRequest>

export interface Asking {
  readonly document: ProcessDocument
  /** The revision that the document brings back; null: it is a draft. */
  readonly restores: number | null
  readonly reason: string
  /** ISO 8601 UTC; null: as soon as it is approved. */
  readonly publishAt: string | null
  /** From If-Match; null: whatever is current. */
  readonly baseRevision: number | null
}

const undecided = { decidedBy: null, decidedAt: null, decision: null, revision: null, refusal: null } as const

export function opened(asking: Asking, actor: Actor, review: boolean) {
  return (state: MoveState<null>): OpeningMove => {
    const asked = {
      document: asking.document,
      restores: asking.restores,
      reason: asking.reason,
      publishAt: toCome(asking.publishAt, state.now),
      baseRevision: baseOf(asking, state.currentRevision),
      round: 1,
    }
    if (review) return { name: 'created', change: { ...asked, ...undecided, state: 'open' } }
    if (asked.publishAt === null)
      throw new ApiError('VALIDATION_FAILED', 'Without a review, say when: publish_at.')
    if (state.policy.four_eyes)
      throw new ApiError(
        'REVIEW_REQUIRED',
        'In this company every change of a process needs a second person: request a review instead.',
      )
    if (!actor.permissions.has('publish_process')) throw notPermitted('publish_process')
    return {
      name: 'created',
      change: { ...asked, ...undecided, decidedBy: actor.userId, decidedAt: state.now, state: 'scheduled' },
    }
  }
}

export function renewed(asking: Asking, actor: Actor) {
  return (state: Now): Move => {
    const { request } = state
    refuseUnlessIn(request, ['open', 'scheduled', 'failed', 'declined'])
    if (request.requestedBy.id !== actor.userId) throw notTheirs('Only who made a request renews it.')
    return {
      name: 'renewed',
      change: {
        ...undecided,
        state: 'open',
        document: asking.document,
        restores: asking.restores,
        reason: asking.reason,
        publishAt: toCome(asking.publishAt, state.now),
        baseRevision: baseOf(asking, state.currentRevision),
        round: request.round + 1,
      },
    }
  }
}

const mostComments = 500

export const commented =
  (text: string) =>
  ({ request }: Now): Move => {
    if (request.commentCount >= mostComments)
      throw new ApiError('REQUEST_CLOSED', 'This request has 500 comments: that is enough.', {
        state: request.state,
      })
    return { name: 'commented', change: {}, comment: text }
  }

/** Published at once, or left for its time: the caller goes by `waits`. */
export function approved(given: { readonly round: number; readonly reason: string | null }, actor: Actor) {
  return (state: Now): Move => {
    const { request } = state
    refuseUnlessIn(request, ['open'])
    refuseOtherRound(request, given.round)
    if (state.policy.four_eyes && request.requestedBy.id === actor.userId)
      throw new ApiError(
        'OWN_REQUEST',
        'In this company nobody approves what they asked for themselves: somebody else has to.',
      )
    refuseOutOfDate(state)
    const decided = { decidedBy: actor.userId, decidedAt: state.now, decision: given.reason }
    return waits(request, state.now)
      ? { name: 'approved', change: { ...decided, state: 'scheduled' } }
      : { name: 'published', change: { ...decided, state: 'published' } }
  }
}

export const waits = (request: Pick<StoredPublishRequest, 'publishAt'>, now: string): boolean =>
  request.publishAt !== null && request.publishAt > now

/** Its time has come. */
export const publishedInTime =
  (round: number, actor: Actor) =>
  (state: Now): Move => {
    refuseUnlessIn(state.request, ['scheduled'])
    refuseOtherRound(state.request, round)
    const { requestedBy } = state.request
    const reviewed = requestedBy.id !== actor.userId
    if (!reviewed && state.policy.four_eyes)
      throw new ApiError(
        'REVIEW_REQUIRED',
        'In this company every change of a process needs a second person: request a review instead.',
      )
    if (!actor.permissions.has(reviewed ? 'approve_publish' : 'publish_process'))
      throw new ApiError(
        'PERMISSION_DENIED',
        'Whoever agreed to it may not do so any more: somebody else has to approve it.',
      )
    refuseOutOfDate(state)
    return { name: 'published', change: { state: 'published' } }
  }

export const failed =
  (round: number, refusal: string) =>
  ({ request }: Now): Move => {
    refuseUnlessIn(request, ['scheduled'])
    refuseOtherRound(request, round)
    return { name: 'failed', change: { state: 'failed', refusal } }
  }

export const declined =
  (given: { readonly round: number; readonly reason: string }, actor: Actor) =>
  ({ request, now }: Now): Move => {
    refuseUnlessIn(request, ['open', 'scheduled', 'failed'])
    refuseOtherRound(request, given.round)
    const decided = { decidedBy: actor.userId, decidedAt: now, decision: given.reason }
    return { name: 'declined', change: { ...decided, state: 'declined', refusal: null } }
  }

export const withdrawn =
  (reason: string | null, actor: Actor) =>
  ({ request, now }: Now): Move => {
    refuseUnlessIn(request, ['open', 'scheduled', 'failed', 'declined'])
    if (request.requestedBy.id !== actor.userId) throw notTheirs('Only who made a request takes it back.')
    const decided = { decidedBy: actor.userId, decidedAt: now, decision: reason }
    return { name: 'withdrawn', change: { ...decided, state: 'withdrawn', refusal: null } }
  }

function refuseUnlessIn(request: StoredPublishRequest, states: readonly PublishRequestState[]): void {
  if (states.includes(request.state)) return
  throw new ApiError('REQUEST_CLOSED', sentences[request.state], { state: request.state })
}

const sentences: Readonly<Record<PublishRequestState, string>> = {
  open: 'This request waits for a decision.',
  scheduled: 'This request was approved and waits for its time.',
  failed: 'This request could not be published: its author has to renew it.',
  declined: 'This request was declined.',
  published: 'This request was published.',
  withdrawn: 'This request was withdrawn.',
}

function refuseOtherRound(request: StoredPublishRequest, round: number): void {
  if (request.round === round) return
  throw new ApiError('VERSION_CONFLICT', 'The request was renewed since you read it: look at it again.', {
    current_round: request.round,
  })
}

export function refuseOutOfDate({
  request,
  currentRevision,
}: Pick<Now, 'request' | 'currentRevision'>): void {
  if (currentRevision === request.baseRevision) return
  throw new ApiError(
    'VERSION_CONFLICT',
    'Another revision was published since: the author has to renew the request first.',
    { current_revision: currentRevision },
  )
}

/** @throws ApiError VERSION_CONFLICT where something else is current than what somebody started from. */
export function baseOf({ baseRevision }: Pick<Asking, 'baseRevision'>, currentRevision: number): number {
  if (baseRevision === null || baseRevision === currentRevision) return currentRevision
  throw new ApiError(
    'VERSION_CONFLICT',
    'Somebody else changed this in the meantime: read it again, merge and send it once more.',
    { current_revision: currentRevision, current_etag: `"v${currentRevision}"` },
  )
}

function toCome(at: string | null, now: string): string | null {
  if (at === null || at > now) return at
  throw new ApiError('VALIDATION_FAILED', 'This moment is over: choose one to come.', {
    in: 'body',
    issues: [{ path: 'publish_at', message: 'This moment is over: choose one to come.' }],
  })
}

const notTheirs = (message: string): ApiError => new ApiError('PERMISSION_DENIED', message)

const notPermitted = (permission: string): ApiError =>
  new ApiError(
    'PERMISSION_DENIED',
    `This needs the permission ${permission}, which your role does not have.`,
    {
      permission,
    },
  )

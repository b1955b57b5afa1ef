/** The ways out of a draft beside publishing at once: what the company asks for, and what a person has asked for already. */
import type { PublishRequestSummary } from '../../contract/publishRequests.ts'
import type { Result } from '../../data/api/failure.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'

export interface ReviewSituation {
  /** Nobody publishes alone. */
  readonly fourEyes: boolean
  /** IANA name. */
  readonly timeZone: string
  /** A request of this person that is not over: asking again renews it. */
  readonly mine: PublishRequestSummary | null
}

export interface Asking {
  readonly document: ProcessDocument
  readonly baseRevision: number
  readonly reason: string
  /** ISO 8601 UTC; null: as soon as it is approved. */
  readonly publishAt: string | null
  readonly review: boolean
  /** The request whose place it takes. */
  readonly renews: number | null
}

export interface ReviewPort {
  /** Null where the backend keeps no requests, or does not answer. */
  readonly situation: () => Promise<ReviewSituation | null>
  readonly ask: (asking: Asking) => Promise<Result<PublishRequestSummary>>
  readonly onOpen: (number: number) => void
}

export type Way = 'now' | 'review' | 'later'

export function waysOut(
  permissions: readonly string[],
  situation: ReviewSituation | null | undefined,
): readonly Way[] {
  const alone = permissions.includes('publish_process') && !situation?.fourEyes
  const asks = situation && permissions.includes('configure_process')
  return [
    ...(alone ? ['now' as const] : []),
    ...(asks ? ['review' as const] : []),
    ...(alone && asks ? ['later' as const] : []),
  ]
}

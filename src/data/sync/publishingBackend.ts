/** What the outbox asks of a backend, and what one may say. */
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { WishRow } from '../drafts/database.ts'

/** What a backend says. `unreachable` covers the network, time-outs, 5xx and 429. */
export type PublishAnswer =
  | { readonly kind: 'published'; readonly document: ProcessDocument }
  | { readonly kind: 'archived' }
  | { readonly kind: 'stale' }
  /** `review`: a second person has to agree to it first. */
  | { readonly kind: 'refused'; readonly why: string; readonly needs?: 'review' }
  | { readonly kind: 'sign_in_needed' }
  | { readonly kind: 'unreachable'; readonly retryAfterSeconds: number | null }

export interface PublishingBackend {
  publish(request: {
    readonly key: string
    readonly document: ProcessDocument
    /** 0 where the process was never published. */
    readonly baseRevision: number
    readonly reason: string
  }): Promise<PublishAnswer>
  /** `stale` where `baseRevision` is not the published one any more. */
  fulfil(request: Ordered): Promise<PublishAnswer>
  /** The published document as it is now; null where the backend cannot be reached. */
  current(processId: string): Promise<ProcessDocument | null>
}

/** What is wanted of the published process as a whole. */
export type Ordered = Pick<WishRow, 'key' | 'processId' | 'wish' | 'baseRevision' | 'reason'>

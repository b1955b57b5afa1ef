import { etagOf } from '../../../src/contract/etag.ts'
import type { PublishRequestSummary } from '../../../src/contract/publishRequests.ts'
import type { Json, PublishRequestHead, Reply } from '../../services.ts'

const live: ReadonlySet<string> = new Set(['open', 'scheduled', 'failed', 'declined'])
/** Something may still become of it. */
export const isLive = ({ state }: Pick<PublishRequestHead, 'state'>): boolean => live.has(state)

export const requestToWire = (request: PublishRequestHead): PublishRequestSummary => ({
  process_id: request.processId,
  process_name: request.processName,
  number: request.number,
  state: request.state,
  reason: request.reason,
  round: request.round,
  base_revision: request.baseRevision,
  restores: request.restores,
  out_of_date: isLive(request) && request.baseRevision !== request.currentRevision,
  requested_by: { ...request.requestedBy },
  requested_at: request.requestedAt,
  publish_at: request.publishAt,
  decided_by: request.decidedBy && { ...request.decidedBy },
  decided_at: request.decidedAt,
  decision: request.decision,
  revision: request.revision,
  refusal: request.refusal,
  comment_count: request.commentCount,
})

/** As it is kept for a repeat of the same request. */
export const replyWith =
  (status: 200 | 201) =>
  (request: PublishRequestHead): Reply => ({
    status,
    body: JSON.parse(JSON.stringify(requestToWire(request))) as Json,
    headers: request.revision === null ? {} : { ETag: etagOf({ of: 'process', revision: request.revision }) },
  })

import type { PublishRequestSummary } from '../../src/contract/publishRequests.ts'

/** An open request that nobody has decided yet. */
export const publishRequest = (given: Partial<PublishRequestSummary> = {}): PublishRequestSummary => ({
  process_id: 'pipeline',
  process_name: 'Pipeline',
  number: 1,
  state: 'open',
  reason: 'As customers call it',
  round: 1,
  base_revision: 7,
  restores: null,
  out_of_date: false,
  requested_by: { id: 'daniel', name: 'Daniel Okafor' },
  requested_at: '2026-11-20T10:00:00.000Z',
  publish_at: null,
  decided_by: null,
  decided_at: null,
  decision: null,
  revision: null,
  refusal: null,
  comment_count: 0,
  ...given,
})

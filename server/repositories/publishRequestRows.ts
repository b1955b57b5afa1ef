/** Rows of publish requests, read with the names of people and the revision that their process has now. */
import { sql } from 'kysely'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { documentFromWire, documentToWire } from '../../src/domain/process/wireDocument.ts'
import type { Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import type {
  Actor,
  PublishRequestComment,
  PublishRequestHead,
  PublishRequestService,
  StoredPublishRequest,
} from '../services.ts'
import { by } from './scope.ts'

const currentRevision = sql<number>`coalesce(process.revision, 0)`

/** Requests of processes that are there, or were never published; without their documents. */
export function requestHeads(tx: Tx) {
  return tx
    .selectFrom('publish_requests as request')
    .leftJoin('sales_processes as process', (join) =>
      join
        .onRef('process.company_id', '=', 'request.company_id')
        .onRef('process.id', '=', 'request.process_id'),
    )
    .leftJoin('users as author', 'author.id', 'request.requested_by')
    .leftJoin('users as decider', 'decider.id', 'request.decided_by')
    .select([
      'request.process_id',
      'request.number',
      'request.state',
      'request.reason',
      'request.round',
      'request.base_revision',
      'request.restores',
      'request.publish_at',
      'request.requested_by',
      'request.requested_at',
      'request.decided_by',
      'request.decided_at',
      'request.decision',
      'request.revision',
      'request.refusal',
      'author.display_name as author_name',
      'decider.display_name as decider_name',
      sql<string>`coalesce(process.process_name, request.document->>'process_name')`.as('process_name'),
      currentRevision.as('current_revision'),
      sql<number>`(select count(*)::int from publish_request_comments said
        where said.company_id = request.company_id and said.process_id = request.process_id
          and said.number = request.number)`.as('comment_count'),
    ])
    .where('process.deleted_at', 'is', null)
}

/** The author's own wait for the author where they have to be renewed; others' for whoever may approve them. */
export function chosen(
  heads: ReturnType<typeof requestHeads>,
  { userId, permissions }: Pick<Actor, 'userId' | 'permissions'>,
  { processId, state, mine, waiting }: Parameters<PublishRequestService['list']>[1],
) {
  let query = heads
  if (processId !== undefined) query = query.where('request.process_id', '=', processId)
  if (state !== undefined) query = query.where('request.state', '=', state)
  if (mine) query = query.where('request.requested_by', '=', userId)
  if (waiting)
    query = query.where(({ and, eb, or }) => {
      const upToDate = eb('request.base_revision', '=', currentRevision)
      const own = eb('request.requested_by', '=', userId)
      const open = eb('request.state', '=', 'open')
      const forAuthor = or([eb('request.state', 'in', ['failed', 'declined']), and([open, eb.not(upToDate)])])
      return permissions.has('approve_publish')
        ? or([and([own, forAuthor]), and([eb.not(own), open, upToDate])])
        : and([own, forAuthor])
    })
  return query
}

interface HeadRow extends Omit<Schema['publish_requests'], 'company_id' | 'document'> {
  readonly author_name: string | null
  readonly decider_name: string | null
  readonly process_name: string
  readonly current_revision: number
  readonly comment_count: number
}

export const headOf = (row: HeadRow): PublishRequestHead => ({
  processId: row.process_id,
  processName: row.process_name,
  number: row.number,
  state: row.state,
  reason: row.reason,
  round: row.round,
  baseRevision: row.base_revision,
  restores: row.restores,
  publishAt: row.publish_at,
  requestedBy: by(row.requested_by, row.author_name),
  requestedAt: row.requested_at,
  decidedBy: row.decided_by === null ? null : by(row.decided_by, row.decider_name),
  decidedAt: row.decided_at,
  decision: row.decision,
  revision: row.revision,
  refusal: row.refusal,
  currentRevision: row.current_revision,
  commentCount: row.comment_count,
})

export async function stored(
  tx: Tx,
  processId: string,
  number: number,
): Promise<StoredPublishRequest | null> {
  const row = await requestHeads(tx)
    .select('request.document')
    .where('request.process_id', '=', processId)
    .where('request.number', '=', number)
    .executeTakeFirst()
  return row ? { ...headOf(row), document: documentFromWire(row.document) } : null
}

export async function commentsOf(
  tx: Tx,
  processId: string,
  number: number,
): Promise<PublishRequestComment[]> {
  const rows = await tx
    .selectFrom('publish_request_comments as said')
    .leftJoin('users', 'users.id', 'said.user_id')
    .select(['said.id', 'said.text', 'said.user_id', 'said.at', 'said.round', 'users.display_name'])
    .where('said.process_id', '=', processId)
    .where('said.number', '=', number)
    .orderBy('said.at')
    .orderBy('said.id')
    .execute()
  return rows.map(({ id, text, user_id, at, round, display_name }) => ({
    id,
    text,
    by: by(user_id, display_name),
    at,
    round,
  }))
}

/** As the column takes it. */
export const documentOf = (document: ProcessDocument): string => JSON.stringify(documentToWire(document))

/**
 * Requests to publish: one row each, changed by pure moves under its lock, every move with its event and audit row. A
 * move that publishes runs inside the write path's own transaction: request first, process second, so that nobody
 * waits in a circle.
 */
import { sql } from 'kysely'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import type {
  Actor,
  Move,
  MoveState,
  OpeningMove,
  PublishRequestService,
  Reply,
  StoredPublishRequest,
} from '../services.ts'
import { claim, keepReply } from './idempotency.ts'
import type { Journal } from './journal.ts'
import { dueRequests } from './publishDue.ts'
import { policyOf } from './publishPolicy.ts'
import { chosen, commentsOf, documentOf, headOf, requestHeads, stored } from './publishRequestRows.ts'
import { racing } from './races.ts'
import { scopeOf } from './scope.ts'
import type { WritePath } from './writes.ts'

interface Dependencies {
  readonly database: Database
  readonly journal: Journal
  readonly writes: WritePath
  readonly newId: () => string
}

export function createPublishRequests(
  given: Dependencies,
): Omit<PublishRequestService, 'policy' | 'savePolicy'> {
  const { database, journal, writes, newId } = given
  return {
    list: (actor, which, { offset, limit }) =>
      database.company(scopeOf(actor), async (tx) => {
        const found = chosen(requestHeads(tx), actor, which)
        const { count } = await found
          .clearSelect()
          .select(({ fn }) => fn.countAll<string>().as('count'))
          .executeTakeFirstOrThrow()
        const page = await found
          .orderBy('request.requested_at', 'desc')
          .orderBy('request.number', 'desc')
          .orderBy('request.process_id')
          .offset(offset)
          .limit(limit)
          .execute()
        return { count: Number(count), rows: page.map(headOf) }
      }),

    find: (actor, processId, number) =>
      database.company(scopeOf(actor), async (tx) => {
        const request = await stored(tx, processId, number)
        return request && { ...request, comments: await commentsOf(tx, processId, number) }
      }),

    open: (actor, { processId, idempotency, move, reply }) =>
      stepped(actor, async (tx, now) => {
        const repeated = idempotency && (await claim(tx, actor, idempotency, now))
        if (repeated) return { reply: repeated, news: false }
        const opening = move(await stateOf(tx, processId, null, now))
        const number = await insert(tx, actor, { processId, opening, now })
        await tell(tx, actor, { processId, number, move: opening, now, op: idempotency?.key })
        const answer = reply(await justWritten(tx, processId, number))
        if (idempotency) await keepReply(tx, actor, idempotency, answer)
        return { reply: answer, news: true }
      }),

    move: (actor, { processId, number, idempotency, move, reply }) =>
      stepped(actor, async (tx, now) => {
        const repeated = idempotency && (await claim(tx, actor, idempotency, now))
        if (repeated) return { reply: repeated, news: false }
        const request = await locked(tx, processId, number)
        if (!request) return { reply: null, news: false }
        const made = move(await stateOf(tx, processId, request, now))
        await change(tx, actor, { request, move: made, now })
        await tell(tx, actor, { processId, number, move: made, now, op: idempotency?.key })
        const answer = reply(await justWritten(tx, processId, number))
        if (idempotency) await keepReply(tx, actor, idempotency, answer)
        return { reply: answer, news: true }
      }),

    publish: async (actor, { request, processId, number, idempotency, move, decide, reply }) => {
      let result: StoredPublishRequest = request
      let made: Move | null = null
      return writes.change(
        actor,
        {
          processId,
          kind: request.restores === null ? 'publish' : 'restore',
          reason: request.reason,
          ...(request.restores !== null && { undoes: request.restores }),
          expect: { of: 'process', revision: request.baseRevision },
          idempotency,
          decide,
          reply: () => reply(result),
        },
        {
          authorId: request.requestedBy.id,
          first: async (tx, now) => {
            const found = await locked(tx, processId, number)
            if (!found) throw new ApiError('VERSION_CONFLICT', 'The process was deleted meanwhile.')
            made = move(await stateOf(tx, processId, found, now))
          },
          after: async (tx, outcome) => {
            if (!made) throw new Error('A request was published without a move.')
            if (!outcome.changed)
              throw new ApiError('PROCESS_INVALID', 'Nothing differs from what is published already.')
            const done = { ...made, change: { ...made.change, revision: outcome.revision } }
            await change(tx, actor, { request, move: done, now: journal.now() })
            result = await justWritten(tx, processId, number)
            const decided = { number, requested_by: request.requestedBy.id, approved_by: actor.userId }
            return {
              events: [eventOf(processId, number, 'published', outcome.revision)],
              audit: { request: decided, ...noteOf(made) },
            }
          },
        },
      )
    },

    due: () => dueRequests(database, journal.now()),
  }

  /** One transaction of a request alone, told to others once it is committed. */
  async function stepped<Answer extends Reply | null>(
    actor: Actor,
    step: (tx: Tx, now: string) => Promise<{ readonly reply: Answer; readonly news: boolean }>,
  ): Promise<Answer> {
    const now = journal.now()
    const { reply, news } = await racing(() => database.company(scopeOf(actor), (tx) => step(tx, now)))
    if (news) journal.committed(actor.companyId)
    return reply
  }

  async function change(
    tx: Tx,
    actor: Actor,
    {
      request,
      move,
      now,
    }: { readonly request: StoredPublishRequest; readonly move: Move; readonly now: string },
  ): Promise<void> {
    const { processId, number } = request
    const fields = columnsOf(move)
    if (Object.keys(fields).length > 0)
      await tx
        .updateTable('publish_requests')
        .set(fields)
        .where('process_id', '=', processId)
        .where('number', '=', number)
        .execute()
    if (move.comment === undefined) return
    await tx
      .insertInto('publish_request_comments')
      .values({
        company_id: actor.companyId,
        process_id: processId,
        number,
        id: newId(),
        text: move.comment,
        user_id: actor.userId,
        at: now,
        round: request.round,
      })
      .execute()
  }

  async function tell(
    tx: Tx,
    actor: Actor,
    told: {
      readonly processId: string
      readonly number: number
      readonly move: Move
      readonly now: string
      readonly op: string | undefined
    },
  ): Promise<void> {
    const { processId, number, move, now, op } = told
    const { name, change: fields } = move
    if (name === 'published')
      throw new Error('That a request was published is told by the write that does it.')
    await journal.record(
      tx,
      actor,
      [eventOf(processId, number, name, null)],
      {
        type: `publish_request.${name}`,
        entity: 'process',
        entityId: processId,
        revision: null,
        body: {
          number,
          ...(fields.state && { state: fields.state }),
          ...(fields.round && { round: fields.round }),
          ...(fields.baseRevision !== undefined && { base_revision: fields.baseRevision }),
          ...(fields.restores && { restores: fields.restores }),
          ...(fields.publishAt && { publish_at: fields.publishAt }),
          ...(fields.refusal && { refusal: fields.refusal }),
          ...(fields.reason && { reason: fields.reason }),
          ...(move.comment !== undefined && { comment: move.comment }),
          ...noteOf(move),
        },
      },
      { at: now, op: op ?? null },
    )
  }
}

/** What whoever decided said; kept apart from the chain as other words of people are. */
const noteOf = ({ change }: Move): { readonly note?: string } =>
  change.decision ? { note: change.decision } : {}

const eventOf = (
  processId: string,
  number: number,
  name: Move['name'],
  revision: number | null,
): NewEvent => ({
  kind: `publish_request.${name}`,
  processId,
  rowId: String(number),
  revision,
  fields: [],
  data: { number },
})

async function stateOf<Request extends StoredPublishRequest | null>(
  tx: Tx,
  processId: string,
  request: Request,
  now: string,
): Promise<MoveState<Request>> {
  const head = await tx
    .selectFrom('sales_processes')
    .select(['revision', 'deleted_at'])
    .where('id', '=', processId)
    .executeTakeFirst()
  if (head?.deleted_at)
    throw new ApiError('NOT_FOUND', `There is no sales process ${processId}.`, { id: processId })
  return { request, currentRevision: head?.revision ?? 0, policy: await policyOf(tx), now }
}

async function locked(tx: Tx, processId: string, number: number): Promise<StoredPublishRequest | null> {
  const row = await tx
    .selectFrom('publish_requests')
    .select('number')
    .where('process_id', '=', processId)
    .where('number', '=', number)
    .forUpdate()
    .executeTakeFirst()
  return row ? await stored(tx, processId, number) : null
}

async function justWritten(tx: Tx, processId: string, number: number): Promise<StoredPublishRequest> {
  const request = await stored(tx, processId, number)
  if (!request)
    throw new Error(`Request ${number} of process ${processId} is not there after it was written.`)
  return request
}

async function insert(
  tx: Tx,
  actor: Actor,
  given: { readonly processId: string; readonly opening: OpeningMove; readonly now: string },
): Promise<number> {
  const { processId, opening, now } = given
  const { change } = opening
  // One after the other: each that came at the same moment would take the same number.
  const place = `${actor.companyId} ${processId}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx)
  const last = await tx
    .selectFrom('publish_requests')
    .select((select) => select.fn.max<number | null>('number').as('number'))
    .where('process_id', '=', processId)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('publish_requests')
    .values({
      company_id: actor.companyId,
      process_id: processId,
      number,
      requested_by: actor.userId,
      requested_at: now,
      state: change.state,
      reason: change.reason,
      round: change.round,
      base_revision: change.baseRevision,
      document: documentOf(change.document),
      restores: change.restores,
      publish_at: change.publishAt,
      decided_by: change.decidedBy,
      decided_at: change.decidedAt,
      decision: change.decision,
      revision: change.revision,
      refusal: change.refusal,
    })
    .execute()
  return number
}

function columnsOf({ change }: Move) {
  return {
    ...(change.state !== undefined && { state: change.state }),
    ...(change.reason !== undefined && { reason: change.reason }),
    ...(change.round !== undefined && { round: change.round }),
    ...(change.baseRevision !== undefined && { base_revision: change.baseRevision }),
    ...(change.document !== undefined && { document: documentOf(change.document) }),
    ...(change.restores !== undefined && { restores: change.restores }),
    ...(change.publishAt !== undefined && { publish_at: change.publishAt }),
    ...(change.decidedBy !== undefined && { decided_by: change.decidedBy }),
    ...(change.decidedAt !== undefined && { decided_at: change.decidedAt }),
    ...(change.decision !== undefined && { decision: change.decision }),
    ...(change.revision !== undefined && { revision: change.revision }),
    ...(change.refusal !== undefined && { refusal: change.refusal }),
  }
}

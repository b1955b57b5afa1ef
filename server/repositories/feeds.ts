/** The opportunities that we were told of and their moves, read in order, added to, and as stays in stages. */
import { sql } from 'kysely'
import type { Visit } from '../../src/domain/metrics/stageMetrics.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { FeedService } from '../integrations.ts'
import type { Journal } from './journal.ts'
import { scopeOf } from './scope.ts'
import { dealOf } from './usage.ts'

export function createFeeds(database: Database, journal: Journal, newId: () => string): FeedService {
  return {
    opportunities: (actor, { since, processId, stageId, status }, { offset, limit }) =>
      database.company(scopeOf(actor), async (tx) => {
        const found = tx
          .selectFrom('opportunities')
          .$if(since !== undefined, (query) => query.where('projected_at', '>=', since ?? ''))
          .$if(stageId !== undefined, (query) => query.where('stage_id', '=', stageId ?? ''))
          .$if(status !== undefined, (query) => query.where('status', '=', status ?? 'open'))
          .$if(processId !== undefined, (query) =>
            query.where('stage_id', 'in', stagesOf(tx, processId ?? '')),
          )
        // Not by when they were fed: one that is fed again while somebody reads would pull others past their page.
        const rows = await found.selectAll().orderBy('id').offset(offset).limit(limit).execute()
        const { count } = await found
          .select((of) => of.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return {
          count,
          rows: rows.map((row) => ({ ...dealOf(row), projectedAt: row.projected_at })),
        }
      }),

    moves: (actor, { since, processId, opportunityId }, { offset, limit }) =>
      database.company(scopeOf(actor), async (tx) => {
        const found = tx
          .selectFrom('stage_history')
          .$if(since !== undefined, (query) => query.where('recorded_at', '>=', since ?? ''))
          .$if(opportunityId !== undefined, (query) =>
            query.where('opportunity_id', '=', opportunityId ?? ''),
          )
          .$if(processId !== undefined, (query) =>
            query.where('to_stage_id', 'in', stagesOf(tx, processId ?? '')),
          )
        const rows = await found
          .selectAll()
          .orderBy('recorded_at')
          .orderBy('id')
          .offset(offset)
          .limit(limit)
          .execute()
        const { count } = await found
          .select((of) => of.fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return {
          count,
          rows: rows.map((row) => ({
            id: row.id,
            opportunityId: row.opportunity_id,
            fromStageId: row.from_stage_id,
            toStageId: row.to_stage_id,
            amount: row.amount,
            changedAt: row.changed_at,
            recordedAt: row.recorded_at,
          })),
        }
      }),

    addMoves: async (actor, moves) => {
      const at = journal.now()
      const counts = await database.company(scopeOf(actor), async (tx) => {
        const rows = moves.map((move) => ({
          id: newId(),
          opportunity_id: move.opportunityId,
          from_stage_id: move.fromStageId,
          to_stage_id: move.toStageId,
          amount: move.amount,
          changed_at: move.changedAt,
          line: move.line,
        }))
        const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as move(id uuid, opportunity_id text,
          from_stage_id text, to_stage_id text, amount double precision, changed_at timestamptz, line integer)`
        const unknown = await sql<{ line: number; opportunity_id: string }>`
          select line, opportunity_id from ${given}
          where not exists (select from opportunities deal where deal.id = move.opportunity_id)
          order by line limit 20`.execute(tx)
        if (unknown.rows.length > 0)
          throw new ApiError('VALIDATION_FAILED', 'Some opportunities are not there: feed them first.', {
            issues: unknown.rows.map(({ line, opportunity_id: id }) => ({
              path: `csv.${line}.opportunity_id`,
              message: `There is no opportunity ${id}.`,
            })),
          })
        const { numAffectedRows } = await sql`
          insert into stage_history
            (company_id, id, opportunity_id, from_stage_id, to_stage_id, amount, changed_at, recorded_at)
          select distinct on (move.opportunity_id, move.to_stage_id, move.changed_at) ${actor.companyId}::uuid,
            move.id, move.opportunity_id, move.from_stage_id, move.to_stage_id,
            coalesce(move.amount, deal.amount), move.changed_at, ${at}::timestamptz
          from ${given} join opportunities deal on deal.id = move.opportunity_id
          where not exists (select from stage_history had where had.opportunity_id = move.opportunity_id
            and had.to_stage_id = move.to_stage_id and had.changed_at = move.changed_at)`.execute(tx)
        const inserted = Number(numAffectedRows ?? 0)
        const body = { inserted, skipped: moves.length - inserted }
        const entry = { entity: 'opportunities', entityId: 'company', revision: null, body }
        await journal.record(tx, actor, [], { type: 'stage_history.imported', ...entry }, { at })
        return body
      })
      journal.committed(actor.companyId)
      return counts
    },

    visits: (actor, stageIds, { since, until, ownerName, minimumAmount, maximumAmount }, limit) =>
      database.company(scopeOf(actor), async (tx) => {
        if (stageIds.length === 0) return { visits: [], more: false }
        const { rows } = await sql<VisitRow>`
          select * from (
            select move.opportunity_id, move.to_stage_id, move.changed_at,
              lead(move.to_stage_id) over own as next_stage_id, lead(move.changed_at) over own as left_at,
              deal.status, deal.closed_at, deal.amount
            from stage_history move
            join opportunities deal on deal.company_id = move.company_id and deal.id = move.opportunity_id
            where (${ownerName ?? null}::text is null or deal.owner_name = ${ownerName ?? null})
              and deal.amount >= ${minimumAmount ?? 0}::double precision
              and (${maximumAmount ?? null}::double precision is null or deal.amount <= ${maximumAmount ?? null}::double precision)
            window own as (partition by move.opportunity_id order by move.changed_at, move.id)
          ) visit
          where to_stage_id in (${sql.join([...stageIds])})
            and (${since ?? null}::timestamptz is null or changed_at >= ${since ?? null}::timestamptz)
            and (${until ?? null}::timestamptz is null or changed_at < ${until ?? null}::timestamptz)
          order by changed_at desc limit ${limit + 1}`.execute(tx)
        return { visits: rows.slice(0, limit).map(visitOf), more: rows.length > limit }
      }),
  }
}

interface VisitRow {
  readonly opportunity_id: string
  readonly to_stage_id: string
  readonly changed_at: string
  readonly next_stage_id: string | null
  readonly left_at: string | null
  readonly status: Visit['status']
  readonly closed_at: string | null
  readonly amount: number
}

const visitOf = (row: VisitRow): Visit => ({
  dealId: row.opportunity_id,
  stageId: row.to_stage_id,
  enteredAt: row.changed_at,
  leftAt: row.left_at,
  nextStageId: row.next_stage_id,
  status: row.status,
  closedAt: row.closed_at,
  amount: row.amount,
})

/** Archived ones too: deals that were closed in them rest there. */
const stagesOf = (tx: Tx, processId: string) =>
  tx.selectFrom('crm_sales_stages').select('id').where('process_id', '=', processId)

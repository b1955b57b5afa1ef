/** Deals that stand in stages: the projection of the CRM's opportunities, with the history of their moves. */
import { type Selectable, sql } from 'kysely'
import type { StageUsage } from '../../src/domain/lint/rule.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { foreignKeyViolation, sqlState } from '../database/sqlState.ts'
import { hides } from '../masking/settled.ts'
import { enqueue } from '../outgoing/queue.ts'
import type { Actor, OpportunityProjection, UsageService } from '../services.ts'
import type { Journal } from './journal.ts'
import type { KeptReads } from './keptReads.ts'
import { returningDeals } from './rollback.ts'
import { excluded, upsertedFrom } from './rows.ts'
import { scopeOf } from './scope.ts'

export function createUsage(given: {
  readonly database: Database
  readonly journal: Journal
  readonly reads: KeptReads
  readonly newId: () => string
}): UsageService {
  const { database, journal, reads, newId } = given
  return {
    ofProcess: (actor, processId) => database.company(scopeOf(actor), (tx) => openDeals(tx, processId)),
    ofCompany: reads.kept((tx) => openDeals(tx, null)),
    dealsIn: (actor, stageId, limit) =>
      database.company(scopeOf(actor), async (tx) => {
        const rows = await tx
          .selectFrom('opportunities')
          .selectAll()
          .where('stage_id', '=', stageId)
          .where('status', '=', 'open')
          // An order tells what it is by.
          .$if(!hides(actor.mask, 'opportunity.amount'), (query) => query.orderBy('amount', 'desc'))
          .orderBy('id')
          .limit(limit)
          .execute()
        return rows.map(dealOf)
      }),
    countIn: async (actor, stageIds) =>
      stageIds.length === 0 ? {} : database.company(scopeOf(actor), (tx) => dealsIn(tx, stageIds)),
    returning: (actor, rollback) => database.company(scopeOf(actor), (tx) => returningDeals(tx, rollback)),
    asOf: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const row = await tx
          .selectFrom('opportunities')
          .select((select) => select.fn.max('projected_at').as('at'))
          .executeTakeFirst()
        return row?.at ?? null
      }),
    feed: async (actor, projections, told) => {
      const at = journal.now()
      const counts = await database.company(scopeOf(actor), (tx) =>
        feed(tx, actor, projections, { at, told: told !== undefined }),
      )
      journal.committed(actor.companyId)
      return counts
    },
  }

  async function feed(
    tx: Tx,
    actor: Actor,
    given: readonly OpportunityProjection[],
    { at, told }: { readonly at: string; readonly told: boolean },
  ) {
    // Said twice in one request: the last word counts.
    const projections = [...new Map(given.map((deal) => [deal.id, deal])).values()]
    await refuseUnknownStages(tx, given)
    const before = await tx
      .selectFrom('opportunities')
      .select(['id', 'stage_id'])
      .where(
        'id',
        'in',
        projections.map((deal) => deal.id),
      )
      .forUpdate()
      .execute()
    const stood = new Map(before.map((row) => [row.id, row.stage_id]))
    try {
      await upsertedFrom(
        tx,
        'opportunities',
        columns,
        projections.map((deal) => rowOf(actor.companyId, deal, at)),
        sql`do update set ${excluded(columns.filter((column) => !['company_id', 'id'].includes(column)))}`,
      )
    } catch (error) {
      // Archived between the check above and here.
      if (sqlState(error) !== foreignKeyViolation) throw error
      throw new ApiError('VALIDATION_FAILED', 'A stage was removed at this moment: ask for the stages again.')
    }
    const moved = projections.filter((deal) => stood.get(deal.id) !== deal.stageId)
    if (moved.length > 0) {
      await tx
        .insertInto('stage_history')
        .values(
          moved.map((deal) => ({
            company_id: actor.companyId,
            id: newId(),
            opportunity_id: deal.id,
            from_stage_id: stood.get(deal.id) ?? null,
            to_stage_id: deal.stageId,
            amount: deal.amount,
            changed_at: deal.enteredStageAt,
            recorded_at: at,
          })),
        )
        .execute()
    }
    // Of an old move nobody wants to be told: who feeds us for the first time brings years of them.
    const justNow = new Date(Date.parse(at) - newsMilliseconds).toISOString()
    const news = told ? moved.filter((deal) => deal.enteredStageAt >= justNow) : []
    if (news.length > 0) {
      const moves = news.map(({ id, name, amount, ownerName, stageId }) => {
        const from = stood.get(id) ?? null
        return { id, name, amount, owner_name: ownerName, from_stage_id: from, to_stage_id: stageId }
      })
      const row = { id: newId(), channel: 'moves' as const, kind: 'opportunities.fed', content: { moves } }
      await enqueue(tx, actor.companyId, [row], { at, keptTrying: newsMilliseconds })
    }
    const counts = { inserted: projections.length - before.length, updated: before.length }
    await journal.record(
      tx,
      actor,
      [{ kind: 'opportunities.fed', processId: null, rowId: null, revision: null, fields: [], data: counts }],
      {
        type: 'opportunities.fed',
        entity: 'opportunities',
        entityId: 'company',
        revision: null,
        body: counts,
      },
      { at },
    )
    return counts
  }
}

/** How old a move may be for people to be told of it. */
const newsMilliseconds = 24 * 3_600_000

const columns = [
  'company_id',
  'id',
  'opportunity_name',
  'stage_id',
  'status',
  'amount',
  'owner_name',
  'entered_stage_at',
  'created_at',
  'closed_at',
  'projected_at',
]

export const dealOf = (row: Selectable<Schema['opportunities']>): OpportunityProjection => ({
  id: row.id,
  name: row.opportunity_name,
  stageId: row.stage_id,
  status: row.status,
  amount: row.amount,
  ownerName: row.owner_name,
  enteredStageAt: row.entered_stage_at,
  createdAt: row.created_at,
  closedAt: row.closed_at,
})

const rowOf = (companyId: string, deal: OpportunityProjection, at: string) => ({
  company_id: companyId,
  id: deal.id,
  opportunity_name: deal.name,
  stage_id: deal.stageId,
  status: deal.status,
  amount: deal.amount,
  owner_name: deal.ownerName,
  entered_stage_at: deal.enteredStageAt,
  created_at: deal.createdAt,
  closed_at: deal.closedAt,
  projected_at: at,
})

/** Deals per stage id, closed ones too. */
export async function dealsIn(tx: Tx, stageIds: readonly string[]): Promise<Record<string, number>> {
  const rows = await tx
    .selectFrom('opportunities')
    .select(['stage_id', (select) => select.fn.countAll<number>().as('deals')])
    .where('stage_id', 'in', [...stageIds])
    .groupBy('stage_id')
    .execute()
  return Object.fromEntries(rows.map((row) => [row.stage_id, row.deals]))
}

/** Open deals per stage id, of one process or of all. */
export async function openDeals(
  tx: Tx,
  processId: string | null,
): Promise<Readonly<Record<string, StageUsage>>> {
  const rows = await tx
    .selectFrom('opportunities')
    .innerJoin('crm_sales_stages', (join) =>
      join
        .onRef('crm_sales_stages.company_id', '=', 'opportunities.company_id')
        .onRef('crm_sales_stages.id', '=', 'opportunities.stage_id'),
    )
    .select((select) => [
      'opportunities.stage_id',
      select.fn.countAll<number>().as('deals'),
      select.fn.sum<number>('opportunities.amount').as('amount'),
    ])
    .where('opportunities.status', '=', 'open')
    .$if(processId !== null, (query) => query.where('crm_sales_stages.process_id', '=', processId ?? ''))
    .groupBy('opportunities.stage_id')
    .execute()
  return Object.fromEntries(
    rows.map((row) => [row.stage_id, { openDeals: row.deals, openAmount: row.amount }]),
  )
}

async function refuseUnknownStages(tx: Tx, given: readonly OpportunityProjection[]): Promise<void> {
  const wanted = [...new Set(given.map((deal) => deal.stageId))]
  const rows = await tx
    .selectFrom('crm_sales_stages')
    .select(['id', 'deleted_at'])
    .where('id', 'in', wanted)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row.deleted_at]))
  const issues = given.flatMap((deal, index) => {
    const deletedAt = known.get(deal.stageId)
    const path = `opportunities.${index}.stage_id`
    if (deletedAt === undefined) return [{ path, message: 'There is no stage with this id.' }]
    // A closed deal may rest in an archived stage; an open one may not.
    if (deletedAt !== null && deal.status === 'open')
      return [{ path, message: 'This stage has been removed.' }]
    return []
  })
  if (issues.length > 0) {
    throw new ApiError(
      'VALIDATION_FAILED',
      `${issues.length} of the opportunities name no stage that is there.`,
      {
        issues,
      },
    )
  }
}

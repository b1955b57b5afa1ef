/**
 * What a revision did with open deals is undone with it: those it moved, and nobody has moved or closed since, go back
 * to the stage they came from, and stand there since when they stood there before. Foreseen and done by one query.
 */
import { type RawBuilder, sql } from 'kysely'
import type { DealMove } from '../../src/domain/process/restored.ts'
import type { Tx } from '../database/database.ts'
import type { ReturningDeals, Rollback } from '../services.ts'
import type { ProjectionChange } from './projection.ts'

/** What the revisions after this one moved, the newest first. */
export async function movesSince(tx: Tx, processId: string, revision: number): Promise<readonly DealMove[]> {
  const { rows } = await sql<DealMove>`
    select "from", "to" from (${movesAfter(processId, revision)}) moves order by revision desc, "from"`.execute(
    tx,
  )
  return rows
}

const movesAfter = (processId: string, revision: number): RawBuilder<unknown> => sql`
  select move.key as "from", move.value as "to", version.at, version.revision
  from process_versions version
  cross join lateral json_each_text(version.document -> 'stage_migrations') move
  where version.process_id = ${processId} and version.revision > ${revision}`

/** Each deal that goes back, as `homes`: from revision to revision, as far as there is a stage to stand in. */
function homes({ processId, revision, document }: Rollback): RawBuilder<unknown> {
  const goOn = Object.values(document.stages).flatMap(({ id, isActive }) => (isActive ? [id] : []))
  return sql`
    moves as (${movesAfter(processId, revision)}),
    way as (
      select deal.id, deal.amount, deal.status, deal.created_at, deal.stage_id as stood, deal.stage_id as stage,
        deal.entered_stage_at as entered, ${2 ** 31 - 1}::integer as before
      from opportunities deal
      where (deal.status = 'open' or deal.closed_at = deal.entered_stage_at)
        and exists (select from moves where moves."to" = deal.stage_id and moves.at = deal.entered_stage_at)
      union all
      select way.id, way.amount, way.status, way.created_at, way.stood, move."from",
        coalesce(
          (select past.changed_at from stage_history past
            where past.opportunity_id = way.id and past.to_stage_id = move."from" and past.changed_at < way.entered
            order by past.changed_at desc limit 1),
          way.created_at),
        move.revision
      from way join moves move on move."to" = way.stage and move.at = way.entered and move.revision < way.before
      where exists (select from stage_history past
        where past.opportunity_id = way.id and past.from_stage_id = move."from" and past.to_stage_id = move."to"
          and past.changed_at = move.at)
    ),
    homes as (
      select distinct on (id) id, amount, status, stood, stage, entered from way
      where stage <> stood and stage in (select json_array_elements_text(${JSON.stringify(goOn)}::json))
      order by id, before
    )`
}

/** Changes nothing. */
export async function returningDeals(tx: Tx, rollback: Rollback): Promise<readonly ReturningDeals[]> {
  const { rows } = await sql<ReturningDeals>`
    with recursive ${homes(rollback)}
    select stood as "from", stage as "to", count(*)::int as deals, sum(amount) as amount,
      count(*) filter (where status = 'open')::int as "openDeals",
      coalesce(sum(amount) filter (where status = 'open'), 0) as "openAmount"
    from homes group by stood, stage order by stood, stage`.execute(tx)
  return rows
}

/** Needs the stages that come back to be there already. @returns deals moved, by the stage they left. */
export async function moveBack(
  tx: Tx,
  { companyId, processId, after, now }: ProjectionChange,
  revision: number,
): Promise<Record<string, number>> {
  if (!after) return {}
  const { rows } = await sql<{ stood: string; deals: number }>`
    with recursive ${homes({ processId, revision, document: after })},
    moved as (
      update opportunities deal
      set stage_id = homes.stage, status = 'open', closed_at = null, entered_stage_at = homes.entered
      from homes where deal.id = homes.id
      returning deal.id, deal.amount, homes.stood, homes.stage
    ),
    noted as (
      insert into stage_history (company_id, id, opportunity_id, from_stage_id, to_stage_id, amount, changed_at)
      select ${companyId}::uuid, gen_random_uuid(), id, stood, stage, amount, ${now}::timestamptz from moved
    )
    select stood, count(*)::int as deals from moved group by stood`.execute(tx)
  return Object.fromEntries(rows.map(({ stood, deals }) => [stood, deals]))
}

/**
 * What a revision did with open deals is undone with it: those it moved, and nobody has moved since, go back to the
 * stage they came from, and stand there since when they stood there before.
 */
import { sql } from 'kysely'
import type { DealMove } from '../../src/domain/process/restored.ts'
import type { Tx } from '../database/database.ts'
import type { ProjectionChange } from './projection.ts'

interface PastMove extends DealMove {
  readonly at: string
}

/** What the revisions after this one moved, the newest first. */
export async function movesSince(tx: Tx, processId: string, revision: number): Promise<readonly PastMove[]> {
  const { rows } = await sql<PastMove>`
    select move.key as "from", move.value as "to", version.at as "at"
    from process_versions version
    cross join lateral json_each_text(version.document -> 'stage_migrations') move
    where version.process_id = ${processId} and version.revision > ${revision}
    order by version.revision desc, move.key`.execute(tx)
  return rows
}

/** Needs the stages that come back to be there already. @returns deals moved, by the stage they left. */
export async function moveBack(
  tx: Tx,
  { companyId, processId, after, now }: ProjectionChange,
  revision: number,
): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  for (const { from, to, at } of await movesSince(tx, processId, revision)) {
    if (!after?.stages[from]?.isActive) continue
    const result = await sql`
      with moved as (
        update opportunities deal
        set stage_id = ${from}::text, status = 'open', closed_at = null,
          entered_stage_at = coalesce(
            (select max(past.changed_at) from stage_history past
              where past.company_id = deal.company_id and past.opportunity_id = deal.id
                and past.to_stage_id = ${from} and past.changed_at < ${at}::timestamptz),
            deal.created_at)
        where deal.stage_id = ${to} and deal.entered_stage_at = ${at}::timestamptz
          and exists (select from stage_history move
            where move.company_id = deal.company_id and move.opportunity_id = deal.id
              and move.from_stage_id = ${from} and move.to_stage_id = ${to} and move.changed_at = ${at}::timestamptz)
        returning deal.id, deal.amount
      )
      insert into stage_history (company_id, id, opportunity_id, from_stage_id, to_stage_id, amount, changed_at)
      select ${companyId}::uuid, gen_random_uuid(), id, ${to}::text, ${from}::text, amount, ${now}::timestamptz
      from moved`.execute(tx)
    const count = Number(result.numAffectedRows ?? 0)
    if (count > 0) moved[to] = (moved[to] ?? 0) + count
  }
  return moved
}

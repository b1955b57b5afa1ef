/**
 * Stages and transitions as rows, kept in step with the document of the newest revision. Only what changed is
 * written. The order matters: a stage is there before a transition enters it, deals move before their stage goes.
 */
import { sql } from 'kysely'
import type { ProcessDiff, RowChange } from '../../src/domain/process/diff.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { type SalesStage, stageKind } from '../../src/domain/process/stage.ts'
import { toWire } from '../../src/domain/process/wire.ts'
import { transitionToWire } from '../../src/domain/process/wireTransition.ts'
import { ApiError } from '../apiError.ts'
import type { Tx } from '../database/database.ts'
import { type Call, end } from './ending.ts'
import { moveBack } from './rollback.ts'

export interface ProjectionChange {
  readonly companyId: string
  readonly processId: string
  readonly userId: string
  readonly now: string
  readonly reason: string | null
  /** The document before; null where the process is new. */
  readonly before: ProcessDocument | null
  /** The document now, with `stageMigrations`; null where the process is archived. */
  readonly after: ProcessDocument | null
  readonly diff: ProcessDiff
  /** The revision that comes back: what later ones did with open deals is undone. */
  readonly undoes?: number | undefined
}

interface Projected {
  /** Open deals moved, by the stage they left. */
  readonly migrated: Readonly<Record<string, number>>
  /** Rows that are still to be put, where it does not matter after what. */
  readonly puts: readonly Call[]
}

/**
 * @param look asked for where more is to be done than to put rows.
 * @throws ApiError STAGE_IN_USE, ALREADY_EXISTS.
 */
export async function project(look: () => Tx, change: ProjectionChange): Promise<Projected> {
  const { after, diff } = change
  const puts = [...put('stage', change), ...put('transition', change)]
  if (!leavesSomething(change)) return { migrated: {}, puts }
  const tx = look()
  await freeCodes(tx, change)
  for (const one of puts) await end(tx, [one])
  await archiveTransitions(
    tx,
    change,
    Object.keys(after ? diff.transitions.removed : (change.before?.transitions ?? {})),
  )
  const back = change.undoes === undefined ? {} : await moveBack(tx, change, change.undoes)
  const migrated = after ? await moveDeals(tx, change, after) : {}
  await archiveStages(tx, change, Object.values(after ? diff.stages.removed : (change.before?.stages ?? {})))
  for (const [stageId, deals] of Object.entries(back)) migrated[stageId] = (migrated[stageId] ?? 0) + deals
  return { migrated, puts: [] }
}

/** Whether rows go, codes change hands or deals move: then one thing has to come after the other. */
const leavesSomething = ({ after, diff, undoes }: ProjectionChange): boolean =>
  after === null ||
  undoes !== undefined ||
  Object.keys(diff.stages.removed).length > 0 ||
  Object.keys(diff.transitions.removed).length > 0 ||
  Object.keys(after.process.stageMigrations).length > 0 ||
  Object.values(diff.stages.updated).some(changesCode)

const changesCode = ({ to }: RowChange<SalesStage>): boolean => to.stageCode !== undefined

function put(what: 'stage' | 'transition', { after, diff }: ProjectionChange): Call[] {
  if (!after) return []
  const table = what === 'stage' ? 'stages' : 'transitions'
  const ids = [...Object.keys(diff[table].added), ...Object.keys(diff[table].updated)]
  const rows = ids.flatMap((id) => {
    const row = after[table][id]
    return row ? ['actions' in row ? transitionToWire(row) : toWire(row)] : []
  })
  if (rows.length === 0) return []
  const name = sql.ref(what === 'stage' ? 'put_crm_sales_stages' : 'put_crm_stage_transitions')
  return [sql`${name}(${JSON.stringify(rows)}::json)`]
}

/** Two stages may swap codes, and a new one may take the code of one that goes: nobody holds a code meanwhile. */
async function freeCodes(tx: Tx, { after, diff }: ProjectionChange): Promise<void> {
  if (!after) return
  const changing = Object.entries(diff.stages.updated).filter(([, change]) => changesCode(change))
  const ids = [...changing.map(([id]) => id), ...Object.keys(diff.stages.removed)]
  if (ids.length === 0) return
  await tx
    .updateTable('crm_sales_stages')
    .set({ stage_code: sql`'~' || id` })
    .where('id', 'in', ids)
    .execute()
}

async function archiveTransitions(tx: Tx, change: ProjectionChange, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('crm_stage_transitions')
    .set({ deleted_at: change.now, deleted_by_user_id: change.userId })
    .where('id', 'in', ids)
    .where('process_id', '=', change.processId)
    .execute()
}

/** Open deals of stages that are gone or switched off go where the draft says. */
async function moveDeals(
  tx: Tx,
  change: ProjectionChange,
  after: ProcessDocument,
): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  for (const [from, to] of Object.entries(after.process.stageMigrations)) {
    const target = after.stages[to]
    if (!target || from === to || !change.before?.stages[from] || after.stages[from]?.isActive) continue
    const kind = stageKind(target)
    const result = await sql`
      with moved as (
        update opportunities
        set stage_id = ${to}::text, status = ${kind}::text, entered_stage_at = ${change.now}::timestamptz,
          closed_at = case when ${kind}::text = 'open' then null else ${change.now}::timestamptz end
        where stage_id = ${from} and status = 'open'
        returning id, amount
      )
      insert into stage_history (company_id, id, opportunity_id, from_stage_id, to_stage_id, amount, changed_at)
      select ${change.companyId}::uuid, gen_random_uuid(), id, ${from}::text, ${to}::text, amount, ${change.now}::timestamptz
      from moved`.execute(tx)
    const count = Number(result.numAffectedRows ?? 0)
    if (count > 0) moved[from] = count
  }
  return moved
}

interface LeavingStage {
  readonly id: string
  readonly stageName: string
  readonly stageCode: string
}

async function archiveStages(
  tx: Tx,
  change: ProjectionChange,
  stages: readonly LeavingStage[],
): Promise<void> {
  if (stages.length === 0) return
  await refuseInUse(tx, stages)
  const leaving = stages.map((stage) => ({
    id: stage.id,
    stage_code: stage.stageCode,
    migrated_to: change.after?.process.stageMigrations[stage.id] ?? null,
  }))
  await sql`
    update crm_sales_stages
    set deleted_at = ${change.now}::timestamptz, deleted_by_user_id = ${change.userId}::uuid,
      deletion_reason = ${change.reason}, stage_code = leaving.stage_code, migrated_to = leaving.migrated_to
    from json_populate_recordset(null::crm_sales_stages, ${JSON.stringify(leaving)}::json) as leaving
    where crm_sales_stages.id = leaving.id and crm_sales_stages.process_id = ${change.processId}`.execute(tx)
}

/** Says it in words; the foreign key on `live` would refuse all the same. */
async function refuseInUse(tx: Tx, stages: readonly LeavingStage[]): Promise<void> {
  const rows = await tx
    .selectFrom('opportunities')
    .select((select) => [
      'stage_id',
      select.fn.countAll<number>().as('deals'),
      select.fn.sum<number>('amount').as('amount'),
    ])
    .where('status', '=', 'open')
    .where(
      'stage_id',
      'in',
      stages.map((stage) => stage.id),
    )
    .groupBy('stage_id')
    .orderBy('stage_id')
    .execute()
  if (rows.length === 0) return
  const names = new Map(stages.map((stage) => [stage.id, stage.stageName]))
  const said = rows.map((row) => `“${names.get(row.stage_id)}” (${row.deals})`).join(', ')
  throw new ApiError(
    'STAGE_IN_USE',
    `Open deals stand in ${said}: say where they go, or disable the stage instead of removing it.`,
    {
      stages: rows.map((row) => ({
        stage_id: row.stage_id,
        stage_name: names.get(row.stage_id) ?? '',
        open_deals: row.deals,
        open_amount: row.amount,
        remedy: 'disable_or_migrate',
      })),
    },
  )
}

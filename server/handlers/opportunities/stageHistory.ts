import { z } from 'zod'
import { rowId } from '../../../src/contract/lists.ts'
import { moment } from '../../../src/contract/opportunities.ts'
import type { importStageHistory, listStageHistory } from '../../../src/contract/stageHistory.ts'
import { type CsvRow, readCsv } from '../../../src/interchange/csv/read.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { hides, refuseUnseen } from '../../masking/settled.ts'
import { pageOf } from '../pages.ts'

const list: Handler<typeof listStageHistory> = async ({ services, actor, query, url }) => {
  const { page, page_size: limit, since, process_id: processId, opportunity_id: opportunityId } = query
  const { count, rows } = await services.feeds.moves(
    actor,
    { since, processId, opportunityId },
    { offset: (page - 1) * limit, limit },
  )
  const results = rows.map((move) => ({
    id: move.id,
    opportunity_id: move.opportunityId,
    from_stage_id: move.fromStageId,
    to_stage_id: move.toStageId,
    amount: move.amount,
    changed_at: move.changedAt,
    recorded_at: move.recordedAt,
  }))
  return { status: 200, body: pageOf(url, query, count, results) }
}

const most = 20_000
const columns = ['opportunity_id', 'from_stage_id', 'to_stage_id', 'changed_at', 'amount'] as const
const needed = ['opportunity_id', 'to_stage_id', 'changed_at'] as const

const row = z.object({
  opportunity_id: rowId,
  from_stage_id: z.literal('').or(rowId),
  to_stage_id: rowId,
  changed_at: moment,
  amount: z.literal('').or(z.coerce.number('not a number').min(0).max(1e13)),
})

const load: Handler<typeof importStageHistory> = async ({ services, actor, body }) => {
  const [header, ...rows] = rowsOf(body.csv)
  const names = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? []
  if (names.includes('amount') && hides(actor.mask, 'opportunity.amount')) refuseUnseen('csv.1.amount')
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) refuse(`The first line lacks ${missing.join(' and ')}.`, [])
  if (rows.length > most) refuse(`There are ${rows.length} lines: send at most ${most} at once.`, [])
  const issues: { path: string; message: string }[] = []
  const moves = rows.flatMap(({ line, cells }) => {
    const given = Object.fromEntries(columns.map((name) => [name, (cells[names.indexOf(name)] ?? '').trim()]))
    const read = row.safeParse(given)
    if (read.success) {
      const { opportunity_id, from_stage_id, to_stage_id, changed_at, amount } = read.data
      return [
        {
          line,
          opportunityId: opportunity_id,
          fromStageId: from_stage_id === '' ? null : from_stage_id,
          toStageId: to_stage_id,
          changedAt: changed_at,
          amount: amount === '' ? null : amount,
        },
      ]
    }
    // The first of each: what else is wrong with a moment that is none says nothing.
    const faults = new Map(
      read.error.issues.toReversed().map(({ path, message }) => [path.join('.'), message]),
    )
    for (const [path, message] of faults) issues.push({ path: `csv.${line}.${path}`, message })
    return []
  })
  if (issues.length > 0) refuse('Some lines cannot be read: correct them and send the file again.', issues)
  return { status: 200, body: await services.feeds.addMoves(actor, moves) }
}

function rowsOf(csv: string): readonly CsvRow[] {
  try {
    return readCsv(csv)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return refuse(error.message, [])
  }
}

function refuse(message: string, issues: { path: string; message: string }[]): never {
  const told = issues.length > 0 ? issues.slice(0, 20) : [{ path: 'csv', message }]
  throw new ApiError('VALIDATION_FAILED', message, { issues: told })
}

export const stageHistory = { list, import: load }

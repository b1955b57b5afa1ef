/**
 * Categories, actions, approval workflows and opportunity fields: each row kept as its wire form, column by column.
 * Every change is an event and an audit row, like a change of a process.
 */
import { sql } from 'kysely'
import type { z } from 'zod'
import { stageActionSchema } from '../../src/domain/process/action.ts'
import { approvalWorkflowSchema } from '../../src/domain/process/approval.ts'
import { stageCategorySchema } from '../../src/domain/process/category.ts'
import { opportunityFieldSchema } from '../../src/domain/process/field.ts'
import type { ReferenceData } from '../../src/domain/process/reference.ts'
import { toCamelCase, toWire } from '../../src/domain/process/wire.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { sqlState, uniqueViolation, violatedConstraint } from '../database/sqlState.ts'
import type { Actor, Json, ReferenceRows, ReferenceService, ReferenceTable, RowStamps } from '../services.ts'
import type { Journal } from './journal.ts'
import { refuseStale } from './refuseStale.ts'
import { columnsOf, excluded, upsertedFrom } from './rows.ts'
import { scopeOf } from './scope.ts'

const tables = {
  categories: {
    name: 'crm_stage_categories',
    entity: 'category',
    code: 'category_code',
    order: ['sort_order', 'category_name'],
    schema: stageCategorySchema,
  },
  actions: {
    name: 'crm_stage_actions',
    entity: 'action',
    code: 'action_code',
    order: ['execution_order', 'action_name'],
    schema: stageActionSchema,
  },
  approvalWorkflows: {
    name: 'approval_workflows',
    entity: 'approval_workflow',
    code: null,
    order: ['workflow_name'],
    schema: approvalWorkflowSchema,
  },
  fields: {
    name: 'opportunity_fields',
    entity: 'opportunity_field',
    code: 'key',
    order: ['label'],
    schema: opportunityFieldSchema,
  },
} as const

const schemas: { readonly [T in ReferenceTable]: z.ZodType<ReferenceRows[T]> } = {
  categories: stageCategorySchema,
  actions: stageActionSchema,
  approvalWorkflows: approvalWorkflowSchema,
  fields: opportunityFieldSchema,
}

type Stored<T extends ReferenceTable> = ReferenceRows[T] & RowStamps

export function createReference(database: Database, journal: Journal): ReferenceService {
  /** Writes one row; null where an update found none. */
  async function put<T extends ReferenceTable>(
    tx: Tx,
    actor: Actor,
    table: T,
    row: ReferenceRows[T],
    now: string,
  ): Promise<Stored<T> | null> {
    const about = tables[table]
    const columns = [...columnsOf(about.schema.shape), 'created_at', 'updated_at']
    const wire = { ...toWire(row), company_id: actor.companyId, created_at: now, updated_at: now }
    const changed = columns.filter((column) => !['id', 'company_id', 'created_at'].includes(column))
    const again = sql`do update set ${excluded(changed)}, revision = ${sql.table(about.name)}.revision + 1`
    await upsertedFrom(tx, about.name, columns, [wire], again)
    return one(tx, table, row.id)
  }

  const saved = async <T extends ReferenceTable>(
    actor: Actor,
    table: T,
    row: ReferenceRows[T],
    mode: 'insert' | 'update',
    expected: number | null = null,
  ): Promise<Stored<T> | null> => {
    const now = journal.now()
    try {
      const stored = await database.company(scopeOf(actor), async (tx) => {
        const before = await one(tx, table, row.id, 'to change it')
        if (mode === 'insert' && before) throw taken(table, 'id', row.id)
        if (mode === 'update' && !before) return null
        if (before) refuseStale({ ...before, of: table }, expected)
        const after = await put(tx, actor, table, row, now)
        const change = mode === 'insert' ? 'created' : 'updated'
        await journal.record(
          tx,
          actor,
          [referenceEvent(table, row.id, change)],
          {
            type: `${tables[table].entity}.${change}`,
            entity: tables[table].entity,
            entityId: row.id,
            revision: null,
            body: { before: asJson(before), after: asJson(after) },
          },
          { at: now },
        )
        return after
      })
      journal.committed(actor.companyId)
      return stored
    } catch (error) {
      if (sqlState(error) !== uniqueViolation) throw error
      const byId = violatedConstraint(error)?.endsWith('_pkey')
      const code = tables[table].code
      throw byId || code === null
        ? taken(table, 'id', row.id)
        : taken(table, code, String(Object.entries(toWire(row)).find(([key]) => key === code)?.[1] ?? ''))
    }
  }

  return {
    all: (actor) => database.company(scopeOf(actor), allReference),
    list: (actor, table) => database.company(scopeOf(actor), (tx) => listed(tx, table)),
    find: (actor, table, id) => database.company(scopeOf(actor), (tx) => one(tx, table, id)),
    insert: async (actor, table, row) => {
      const stored = await saved(actor, table, row, 'insert')
      if (!stored) throw new Error(`The ${tables[table].entity} that was inserted cannot be read.`)
      return stored
    },
    update: (actor, table, row, expected) => saved(actor, table, row, 'update', expected),
    remove: async (actor, table, id, expected = null) => {
      const now = journal.now()
      const removed = await database.company(scopeOf(actor), async (tx) => {
        const before = await one(tx, table, id, 'to change it')
        if (!before) return false
        refuseStale({ ...before, of: table }, expected)
        await sql`delete from ${sql.table(tables[table].name)} where id = ${id}`.execute(tx)
        await journal.record(
          tx,
          actor,
          [referenceEvent(table, id, 'deleted')],
          {
            type: `${tables[table].entity}.deleted`,
            entity: tables[table].entity,
            entityId: id,
            revision: null,
            body: { before: asJson(before), after: null },
          },
          { at: now },
        )
        return true
      })
      if (removed) journal.committed(actor.companyId)
      return removed
    },
  }
}

/** Everything, inside a transaction that is open already: one statement, for every write asks it. */
export async function allReference(tx: Tx): Promise<ReferenceData> {
  const { rows } = await sql<{ [T in ReferenceTable]: Record<string, unknown>[] | null }>`
    select (select json_agg(row) from crm_stage_categories row) as "categories",
      (select json_agg(row) from crm_stage_actions row) as "actions",
      (select json_agg(row) from approval_workflows row) as "approvalWorkflows",
      (select json_agg(row) from opportunity_fields row) as "fields"`.execute(tx)
  const found = rows[0]
  const keyed = <T extends ReferenceTable>(table: T, key: (row: ReferenceRows[T]) => string) =>
    Object.fromEntries(
      (found?.[table] ?? []).map((row) => {
        const { createdAt: _created, updatedAt: _updated, revision: _revision, ...fields } = named(row)
        const parsed = schemas[table].parse(fields)
        return [key(parsed), parsed]
      }),
    )
  return {
    categories: keyed('categories', (row) => row.id),
    actions: keyed('actions', (row) => row.id),
    approvalWorkflows: keyed('approvalWorkflows', (row) => row.id),
    fields: keyed('fields', (row) => row.key),
  }
}

const named = (row: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [toCamelCase(key), value]))

async function listed<T extends ReferenceTable>(tx: Tx, table: T): Promise<Stored<T>[]> {
  const about = tables[table]
  const order = sql.join([...about.order, 'id'].map((column) => sql.ref(column)))
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(about.name)} order by ${order}`.execute(tx)
  return rows.map((row) => fromRow(table, row))
}

/** `why` locks the row, so that of two who change it at once the second sees what the first made of it. */
async function one<T extends ReferenceTable>(
  tx: Tx,
  table: T,
  id: string,
  why?: 'to change it',
): Promise<Stored<T> | null> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(tables[table].name)} where id = ${id} ${why ? sql`for update` : sql``}`.execute(
    tx,
  )
  const row = rows[0]
  return row ? fromRow(table, row) : null
}

/** Parsed by the domain's schema on the way out, so what the table holds is what the type says. */
function fromRow<T extends ReferenceTable>(table: T, row: Record<string, unknown>): Stored<T> {
  const { createdAt, updatedAt, revision, ...fields } = named(row)
  return {
    ...schemas[table].parse(fields),
    createdAt: String(createdAt),
    updatedAt: String(updatedAt),
    revision: Number(revision),
  }
}

const asJson = (row: object | null): Json => (row === null ? null : JSON.parse(JSON.stringify(row)))

function taken(table: ReferenceTable, field: string, value: string): ApiError {
  const what = tables[table].entity.replace('_', ' ')
  return new ApiError(
    'ALREADY_EXISTS',
    `There is another ${what} with the ${field} "${value}": choose another one.`,
    {
      field,
      value,
    },
  )
}

function referenceEvent(table: ReferenceTable, id: string, change: 'created' | 'updated' | 'deleted') {
  return {
    kind: 'reference.changed' as const,
    processId: null,
    rowId: id,
    revision: null,
    fields: [],
    data: { table: tables[table].entity, change },
  }
}

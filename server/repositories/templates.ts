/** The company's own templates. Every change is an event and an audit row, like a change of reference data. */
import { documentFromWire, documentToWire, type WireDocument } from '../../src/domain/process/wireDocument.ts'
import type { CompanyTemplate } from '../../src/domain/templates/companyTemplate.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { sqlState, uniqueViolation, violatedConstraint } from '../database/sqlState.ts'
import type { Actor, StoredTemplate, TemplateService } from '../services.ts'
import type { Journal } from './journal.ts'
import { refuseStale } from './refuseStale.ts'
import { scopeOf } from './scope.ts'

const columns = [
  'id',
  'company_id',
  'template_name',
  'description',
  'category',
  'document',
  'created_at',
  'updated_at',
  'revision',
] as const

type Stored = StoredTemplate | null

export function createTemplates(database: Database, journal: Journal): TemplateService {
  const record = (
    tx: Tx,
    actor: Actor,
    at: string,
    { id, before = null, after = null }: { id: string; before?: Stored; after?: Stored },
  ) => {
    const change = before === null ? 'created' : after === null ? 'deleted' : 'updated'
    const event = {
      kind: 'reference.changed',
      processId: null,
      rowId: id,
      revision: null,
      fields: [],
      data: { table: 'process_template', change },
    } as const
    const audit = {
      type: `process_template.${change}` as const,
      entity: 'process_template',
      entityId: id,
      revision: null,
      body: { before: headOf(before), after: headOf(after) },
    }
    return journal.record(tx, actor, [event], audit, { at })
  }

  async function written(
    actor: Actor,
    row: CompanyTemplate,
    work: (tx: Tx) => Promise<StoredTemplate | null>,
  ) {
    try {
      const stored = await database.company(scopeOf(actor), work)
      if (stored) journal.committed(actor.companyId)
      return stored
    } catch (error) {
      if (sqlState(error) !== uniqueViolation) throw error
      const [field, value] = violatedConstraint(error)?.endsWith('_pkey')
        ? ['id', row.id]
        : ['template_name', row.templateName]
      throw new ApiError(
        'ALREADY_EXISTS',
        `There is another template with the ${field} "${value}": choose another one.`,
        { field, value },
      )
    }
  }

  return {
    list: (actor) =>
      database.company(scopeOf(actor), async (tx) => {
        const rows = await tx
          .selectFrom('process_templates')
          .select(columns)
          .orderBy('template_name')
          .orderBy('id')
          .execute()
        return rows.map(templateOf)
      }),
    find: (actor, id) => database.company(scopeOf(actor), (tx) => one(tx, id)),
    insert: async (actor, row) => {
      const now = journal.now()
      const stored = await written(actor, row, async (tx) => {
        const made = await tx
          .insertInto('process_templates')
          .values({
            company_id: actor.companyId,
            id: row.id,
            ...valuesOf(row),
            created_at: now,
            updated_at: now,
          })
          .returning(columns)
          .executeTakeFirstOrThrow()
        const after = templateOf(made)
        await record(tx, actor, now, { id: row.id, after })
        return after
      })
      if (!stored) throw new Error('The template that was inserted cannot be read.')
      return stored
    },
    update: (actor, row, expected) => {
      const now = journal.now()
      return written(actor, row, async (tx) => {
        const before = await held(tx, row.id, expected)
        if (!before) return null
        const made = await tx
          .updateTable('process_templates')
          .set({ ...valuesOf(row), updated_at: now, revision: before.revision + 1 })
          .where('id', '=', row.id)
          .returning(columns)
          .executeTakeFirstOrThrow()
        const after = templateOf(made)
        await record(tx, actor, now, { id: row.id, before, after })
        return after
      })
    },
    remove: async (actor, id, expected = null) => {
      const now = journal.now()
      const removed = await database.company(scopeOf(actor), async (tx) => {
        const before = await held(tx, id, expected)
        if (!before) return false
        await tx.deleteFrom('process_templates').where('id', '=', id).execute()
        await record(tx, actor, now, { id, before })
        return true
      })
      if (removed) journal.committed(actor.companyId)
      return removed
    },
  }
}

async function one(tx: Tx, id: string): Promise<StoredTemplate | null> {
  const row = await tx.selectFrom('process_templates').select(columns).where('id', '=', id).executeTakeFirst()
  return row ? templateOf(row) : null
}

/** Held until the transaction ends: of two who change it at once the second sees what the first made of it. */
async function held(tx: Tx, id: string, expected: number | null): Promise<StoredTemplate | null> {
  await tx.selectFrom('process_templates').select('id').where('id', '=', id).forUpdate().execute()
  const template = await one(tx, id)
  if (template) refuseStale({ of: 'templates', id, revision: template.revision }, expected)
  return template
}

const valuesOf = ({ templateName, description, category, document }: CompanyTemplate) => ({
  template_name: templateName,
  description,
  category,
  document: JSON.stringify(documentToWire(document)),
})

/** What the audit keeps: the words and the size. The document itself stands in the table. */
const headOf = (template: Stored) =>
  template && {
    template_name: template.templateName,
    description: template.description,
    category: template.category,
    stages: Object.keys(template.document.stages).length,
    transitions: Object.keys(template.document.transitions).length,
  }

interface TemplateRow {
  readonly id: string
  readonly company_id: string
  readonly template_name: string
  readonly description: string
  readonly category: string
  readonly document: WireDocument
  readonly created_at: string
  readonly updated_at: string
  readonly revision: number
}

const templateOf = (row: TemplateRow): StoredTemplate => ({
  id: row.id,
  companyId: row.company_id,
  templateName: row.template_name,
  description: row.description,
  category: row.category,
  document: documentFromWire(row.document),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  revision: row.revision,
})

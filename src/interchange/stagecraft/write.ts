/**
 * Writes our own file. The same process always gives the same bytes, whatever way it came into memory: columns in the
 * order of the schema, stages by order, other rows by id, keys of user-made JSON by name.
 */
import { hiddenFieldsOf } from '../../domain/process/hiddenFields.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../../domain/process/reference.ts'
import { toWire, type Wire } from '../../domain/process/wire.ts'
import { documentToWire } from '../../domain/process/wireDocument.ts'
import { referencedBy } from './referencedBy.ts'
import { type ProcessFile, processFileFormat, processFileSchema, processFileSchemaUrl } from './schema.ts'

/**
 * @param say puts the words about what is hidden into the language of whoever exports.
 * @throws z.ZodError where the document is not what its type says.
 */
export function writeStagecraft(
  document: ProcessDocument,
  reference: ReferenceData = emptyReferenceData,
  say: (sentence: string) => string = (sentence) => sentence,
): string {
  const used = referencedBy(document, reference)
  const fields = hiddenFieldsOf(document, used)
  const file: ProcessFile = {
    $schema: processFileSchemaUrl,
    format: processFileFormat,
    ...(fields.length > 0 && { hidden: { why: say(whyHidden), fields } }),
    process: documentToWire(document),
    reference: {
      fields: rows(used.fields, (field) => field.key),
      categories: rows(used.categories, (category) => category.id),
      actions: rows(used.actions, (action) => action.id),
      approval_workflows: rows(used.approvalWorkflows, (workflow) => workflow.id),
    },
  }
  return `${JSON.stringify(withSortedUserJson(processFileSchema.parse(file)), null, 2)}\n`
}

const whyHidden =
  'Whoever exported this file may not see these fields: “$masked” stands in their place, and they begin empty where the file is imported.'

const rows = <Row extends object>(
  all: Readonly<Record<string, Row>>,
  key: (row: Row) => string,
): Wire<Row>[] =>
  Object.values(all)
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(toWire)

/** Below these keys the order of an object's keys is whatever the last system made of it, and means nothing. */
const userMade: ReadonlySet<string> = new Set([
  'check',
  'when',
  'condition',
  'parameters',
  'stage_migrations',
])
/** `fields` are a deal's values in a scenario, but rows in the reference data. */
const isUserMade = (key: string, held: unknown): boolean =>
  userMade.has(key) || (key === 'fields' && !Array.isArray(held))

function withSortedUserJson(value: unknown, inside = false): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withSortedUserJson(item, inside))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (inside) entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries.map(([key, held]) => [key, withSortedUserJson(held, inside || isUserMade(key, held))]),
  )
}

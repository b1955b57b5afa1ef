/**
 * What a person may no longer see goes from their device: from drafts and their steps, from publishes on their way,
 * from copies and conflicts, wherever a document or a difference stands in a row. What they had written there goes with
 * it: it could not be published any more.
 */
import { concealed, concealedDiff } from '../../domain/process/conceal.ts'
import type { ProcessDiff } from '../../domain/process/diff.ts'
import { hiddenNames } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { DraftDatabase } from './database.ts'

type Hiding = Pick<ReferenceData, 'hidden'>

/** In one transaction, so that no tab reads half of it. */
export async function concealDevice(database: DraftDatabase, reference: Hiding): Promise<void> {
  const { drafts, steps, outbox, sent, conflicts, processes } = database
  const tables = [drafts, steps, outbox, sent, conflicts, processes]
  await database.transaction('rw', [...tables, database.known], async () => {
    for (const { name } of tables)
      await database
        .table<Record<string, unknown>>(name)
        .toCollection()
        .modify((row) => {
          for (const [key, value] of Object.entries(row)) row[key] = withoutSecrets(value, reference)
        })
    await conflicts.toCollection().modify((row, of) => {
      const seen = row.conflicts.filter(
        ({ table, field }) =>
          (table !== 'stages' && table !== 'transitions') ||
          field === null ||
          !hiddenNames(reference, table).includes(field),
      )
      of.value = { ...row, conflicts: seen }
    })
    await database.known.delete('templates')
  })
}

/** Documents and differences are known by the tables they have beside each other, at any depth. */
function withoutSecrets(value: unknown, reference: Hiding): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutSecrets(item, reference))
  if (typeof value !== 'object' || value === null) return value
  if (isDiff(value)) return concealedDiff(value, reference)
  if (isDocument(value)) return concealed(value, reference)
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, withoutSecrets(held, reference)]),
  )
}

const isDocument = (value: object): value is ProcessDocument =>
  'stages' in value && 'transitions' in value && 'waivers' in value

const isDiff = (value: object): value is ProcessDiff =>
  isDocument(value) && 'added' in value.waivers && 'removed' in value.waivers && 'updated' in value.waivers

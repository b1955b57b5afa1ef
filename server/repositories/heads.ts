/**
 * Processes as they are now. The version document of the process's revision is the truth; whether it is the default
 * is the company's word and laid over it. A version never changes, so a document that was parsed once is kept: the
 * same object for the same revision, which also keeps everything memoised on it (graph, lint).
 */
import { documentFromWire, inWireOrder } from '../../src/domain/process/wireDocument.ts'
import type { Tx } from '../database/database.ts'
import type { StoredProcess } from '../services.ts'

export interface Heads {
  /** The default first, then by name; archived ones never. */
  all(tx: Tx, companyId: string): Promise<StoredProcess[]>
  default(tx: Tx, companyId: string): Promise<StoredProcess | null>
  /** One of them, of which the row is known. */
  at(tx: Tx, companyId: string, row: HeadRow): Promise<StoredProcess | null>
  /** After the commit that made it what it is. @param stored `asRead`. */
  remember(companyId: string, stored: StoredProcess): void
}

interface HeadRow {
  readonly id: string
  readonly revision: number
  readonly is_default: boolean
}

/** What was written, as it is when it is read again. */
export const asRead = (stored: StoredProcess): StoredProcess => ({
  ...stored,
  document: inWireOrder(stored.document),
})

export function createHeads(remembered = 500): Heads {
  const parsed = new Map<string, StoredProcess>()
  const keyOf = (companyId: string, row: HeadRow) =>
    [companyId, row.id, row.revision, row.is_default].join(' ')

  const remember = (key: string, stored: StoredProcess) => {
    parsed.delete(key)
    parsed.set(key, stored)
    if (parsed.size <= remembered) return
    const oldest = parsed.keys().next()
    if (!oldest.done) parsed.delete(oldest.value)
  }

  async function load(tx: Tx, companyId: string, rows: readonly HeadRow[]): Promise<StoredProcess[]> {
    const found = new Map<string, StoredProcess>()
    const missing: HeadRow[] = []
    for (const row of rows) {
      const key = keyOf(companyId, row)
      const known = parsed.get(key)
      if (!known) missing.push(row)
      else {
        remember(key, known)
        found.set(row.id, known)
      }
    }
    if (missing.length > 0) {
      const versions = await tx
        .selectFrom('process_versions')
        .select(['process_id', 'revision', 'document', 'changed_in'])
        .where((where) =>
          where.or(
            missing.map((row) =>
              where.and([where('process_id', '=', row.id), where('revision', '=', row.revision)]),
            ),
          ),
        )
        .execute()
      for (const version of versions) {
        const row = missing.find((head) => head.id === version.process_id)
        if (!row) continue
        const document = documentFromWire(version.document)
        const process = { ...document.process, isDefault: row.is_default, stageMigrations: {} }
        const stored = { document: { ...document, process }, changedIn: version.changed_in }
        remember(keyOf(companyId, row), stored)
        found.set(row.id, stored)
      }
    }
    return rows.map((row) => {
      const stored = found.get(row.id)
      if (!stored) throw new Error(`Process ${row.id} has no version ${row.revision}.`)
      return stored
    })
  }

  const live = (tx: Tx) =>
    tx.selectFrom('sales_processes').select(['id', 'revision', 'is_default']).where('deleted_at', 'is', null)

  const first = async (tx: Tx, companyId: string, row: HeadRow | undefined) =>
    row ? ((await load(tx, companyId, [row]))[0] ?? null) : null

  return {
    all: async (tx, companyId) =>
      load(
        tx,
        companyId,
        await live(tx)
          .orderBy('is_default', 'desc')
          .orderBy((order) => order.fn('lower', ['process_name']))
          .orderBy('id')
          .execute(),
      ),
    default: async (tx, companyId) =>
      first(tx, companyId, await live(tx).where('is_default', '=', true).executeTakeFirst()),
    at: first,
    remember: (companyId, stored) => {
      const { id, revision, isDefault } = stored.document.process
      const row = { id, revision, is_default: isDefault }
      remember(keyOf(companyId, row), stored)
    },
  }
}

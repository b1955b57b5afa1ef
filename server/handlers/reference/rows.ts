/** What the four tables of reference data have in common: find, change, remove, and rows as they are said. */
import { etagOf, type Tagged } from '../../../src/contract/etag.ts'
import { toWire, type Wire } from '../../../src/domain/process/wire.ts'
import type { Actor, ReferenceRows, ReferenceTable, RowStamps, Services } from '../../services.ts'
import { found } from '../notFound.ts'
import { refuseForeignTag } from '../write.ts'
import { refuseInUse } from './inUse.ts'

interface By {
  readonly services: Services
  readonly actor: Actor
}
interface Change extends By {
  readonly params: { readonly id: string }
  readonly ifMatch: Tagged | null
}
type Stored<T extends ReferenceTable> = ReferenceRows[T] & RowStamps

export const rowToWire = <Row extends object>(row: Row & RowStamps): Wire<Row & RowStamps> => toWire(row)

export const tagOf = (table: ReferenceTable, { id, revision }: RowStamps & { readonly id: string }) => ({
  ETag: etagOf({ of: table, id, revision }),
  'Cache-Control': 'private, no-cache',
})

/** One row with its ETag. */
export const answerWith = <T extends ReferenceTable>(table: T, row: Stored<T>) => ({
  status: 200 as const,
  body: rowToWire<ReferenceRows[T]>(row),
  headers: tagOf(table, row),
})

export async function findRow<T extends ReferenceTable>(
  { services, actor }: By,
  table: T,
  what: string,
  id: string,
): Promise<Stored<T>> {
  return found(await services.reference.find(actor, table, id), what, id)
}

export async function changeRow<T extends ReferenceTable>(
  asked: Change,
  table: T,
  what: string,
  change: (had: Stored<T>) => ReferenceRows[T],
): Promise<Stored<T>> {
  const { services, actor, params, ifMatch } = asked
  const expected = expectedOf(ifMatch, table, params.id)
  const had = await findRow(asked, table, what, params.id)
  // What is hidden from the writer stays as it was read here, so nobody may have changed it since.
  const read = expected ?? (actor.mask ? had.revision : null)
  return found(await services.reference.update(actor, table, change(had), read), what, params.id)
}

export async function removeRow<T extends ReferenceTable>(
  asked: Change,
  table: T,
  what: string,
): Promise<{ id: string; deleted: true }> {
  const { services, actor, params, ifMatch } = asked
  const { id } = params
  const expected = expectedOf(ifMatch, table, id)
  await refuseInUse(services, actor, table, await findRow(asked, table, what, id))
  found((await services.reference.remove(actor, table, id, expected)) || null, what, id)
  return { id, deleted: true }
}

function expectedOf(ifMatch: Tagged | null, of: ReferenceTable, id: string): number | null {
  refuseForeignTag(ifMatch, { of, id })
  return ifMatch?.revision ?? null
}

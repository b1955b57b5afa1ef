/** What the four tables of reference data have in common: find, insert, change, remove, and rows as they are said. */
import { toWire, type Wire } from '../../../src/domain/process/wire.ts'
import type { Actor, ReferenceRows, ReferenceTable, RowTimes, Services } from '../../services.ts'
import { found } from '../notFound.ts'
import { refuseInUse } from './inUse.ts'

interface By {
  readonly services: Services
  readonly actor: Actor
}
type Stored<T extends ReferenceTable> = ReferenceRows[T] & RowTimes

export const rowToWire = <Row extends object>(row: Row & RowTimes): Wire<Row & RowTimes> => toWire(row)

export async function findRow<T extends ReferenceTable>(
  { services, actor }: By,
  table: T,
  what: string,
  id: string,
): Promise<Stored<T>> {
  return found(await services.reference.find(actor, table, id), what, id)
}

export async function removeRow<T extends ReferenceTable>(
  { services, actor }: By,
  table: T,
  what: string,
  id: string,
): Promise<{ id: string; deleted: true }> {
  const row = await findRow({ services, actor }, table, what, id)
  await refuseInUse(services, actor, table, row)
  found((await services.reference.remove(actor, table, id)) || null, what, id)
  return { id, deleted: true }
}

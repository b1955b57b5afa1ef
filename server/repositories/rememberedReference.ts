/**
 * A company's reference data, kept as it was read: every write asks for all of it, and it changes seldom. The mark that
 * the database moves with each change of it says whether it still holds.
 */
import type { ReferenceData } from '../../src/domain/process/reference.ts'
import type { Tx } from '../database/database.ts'
import { allReference } from './reference.ts'

export function rememberReference(remembered = 500) {
  const known = new Map<string, { readonly mark: number; readonly data: ReferenceData }>()
  return async (look: () => Tx, companyId: string, mark: number): Promise<ReferenceData> => {
    const had = known.get(companyId)
    if (had?.mark === mark) return had.data
    // Read after the mark: newer than it says at most, and then the next mark is another.
    const data = await allReference(look())
    known.delete(companyId)
    known.set(companyId, { mark, data })
    const oldest = known.keys().next()
    if (known.size > remembered && !oldest.done) known.delete(oldest.value)
    return data
  }
}

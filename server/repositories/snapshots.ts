/**
 * A company's processes are read far more often than written. Where this process is the only one that writes (the
 * embedded database), what was read stays good until the next commit tells otherwise. What is being read when a
 * commit comes is forgotten as well: only those who asked before the commit still get it.
 */
import type { StoredProcess } from '../services.ts'

export interface Snapshots {
  of(companyId: string, read: () => Promise<readonly StoredProcess[]>): Promise<readonly StoredProcess[]>
  forget(companyId: string): void
}

export function createSnapshots(remembered = 1_000): Snapshots {
  const known = new Map<string, Promise<readonly StoredProcess[]>>()
  return {
    of: (companyId, read) => {
      const had = known.get(companyId)
      if (had !== undefined) return had
      const reading = read()
      known.set(companyId, reading)
      reading.catch(() => {
        if (known.get(companyId) === reading) known.delete(companyId)
      })
      if (known.size > remembered) {
        const oldest = known.keys().next()
        if (!oldest.done) known.delete(oldest.value)
      }
      return reading
    },
    forget: (companyId) => {
      known.delete(companyId)
    },
  }
}

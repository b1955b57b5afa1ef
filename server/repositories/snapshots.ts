/**
 * A company's processes are read far more often than written, so what was read is kept. Where this process is the only
 * one that writes (the embedded database), it is good until the next commit tells otherwise. Where others write too,
 * the database is asked each time how far the company's trail goes, once for all who ask meanwhile. In either case
 * whoever asks after a commit gets what was committed.
 */
import type { StoredProcess } from '../services.ts'

export interface Snapshot {
  /** A number that grows with every write of the company, from before the processes were read. */
  readonly mark: number
  readonly processes: readonly StoredProcess[]
}

/** Null: nothing was written since the mark that is known. */
type Read = (known: number | null) => Promise<Snapshot | null>

export interface Snapshots {
  of(companyId: string, read: Read): Promise<readonly StoredProcess[]>
  forget(companyId: string): void
}

/** @param alone nobody else writes: what is known needs no question. */
export function createSnapshots(alone: boolean, remembered = 1_000): Snapshots {
  const known = new Map<string, Snapshot>()
  const running = new Map<string, Promise<readonly StoredProcess[]>>()
  const waiting = new Map<string, Promise<readonly StoredProcess[]>>()
  /** Forgotten while it is being read. */
  const stale = new Set<string>()

  const look = async (companyId: string, read: Read): Promise<readonly StoredProcess[]> => {
    const had = known.get(companyId)
    stale.delete(companyId)
    const found = (await read(had?.mark ?? null)) ?? had
    if (!found) throw new Error('Nothing is known that could still hold.')
    if (!stale.has(companyId)) known.set(companyId, found)
    if (known.size > remembered) {
      const oldest = known.keys().next()
      if (!oldest.done) known.delete(oldest.value)
    }
    return found.processes
  }
  const begin = (companyId: string, read: Read): Promise<readonly StoredProcess[]> => {
    waiting.delete(companyId)
    const looking = look(companyId, read).finally(() => {
      if (running.get(companyId) === looking) running.delete(companyId)
    })
    running.set(companyId, looking)
    return looking
  }

  return {
    of: (companyId, read) => {
      const had = alone ? known.get(companyId) : undefined
      if (had) return Promise.resolve(had.processes)
      const now = running.get(companyId)
      if (now === undefined) return begin(companyId, read)
      // What is on its way may be too old for those who come now: they share the next look.
      const again = () => begin(companyId, read)
      const next = waiting.get(companyId) ?? now.then(again, again)
      waiting.set(companyId, next)
      return next
    },
    forget: (companyId) => {
      known.delete(companyId)
      stale.add(companyId)
    },
  }
}

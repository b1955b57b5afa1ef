/**
 * Much of a company is read far more often than written, so what was read is kept. Where this process is the only
 * one that writes (the embedded database), it is good until the next commit tells otherwise. Where others write too,
 * the database is asked each time how far the company's trail goes, once for all who ask meanwhile. In either case
 * whoever asks after a commit gets what was committed.
 */
export interface Snapshot<T> {
  /** A number that grows with every write of the company, from before the value was read. */
  readonly mark: number
  readonly value: T
}

/** Null: nothing was written since the mark that is known. */
type Read<T> = (known: number | null) => Promise<Snapshot<T> | null>

export interface Snapshots<T> {
  of(companyId: string, read: Read<T>): Promise<T>
  forget(companyId: string): void
}

/** @param alone nobody else writes: what is known needs no question. */
export function createSnapshots<T>(alone: boolean, remembered = 1_000): Snapshots<T> {
  const known = new Map<string, Snapshot<T>>()
  const running = new Map<string, Promise<T>>()
  const waiting = new Map<string, Promise<T>>()
  /** Forgotten while it is being read. */
  const stale = new Set<string>()

  const look = async (companyId: string, read: Read<T>): Promise<T> => {
    const had = known.get(companyId)
    stale.delete(companyId)
    const found = (await read(had?.mark ?? null)) ?? had
    if (!found) throw new Error('Nothing is known that could still hold.')
    if (!stale.has(companyId)) known.set(companyId, found)
    if (known.size > remembered) {
      const oldest = known.keys().next()
      if (!oldest.done) known.delete(oldest.value)
    }
    return found.value
  }
  const begin = (companyId: string, read: Read<T>): Promise<T> => {
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
      if (had) return Promise.resolve(had.value)
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

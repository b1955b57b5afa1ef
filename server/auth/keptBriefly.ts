/**
 * What every request asks about whoever sends it: read once for all who ask meanwhile, and known for a moment. What was
 * forgotten is known no more from then on, not even where it was being read: a change bites at the next request.
 */
export interface KeptBriefly<T> {
  /** @param now milliseconds since 1970. Null is not kept. */
  of(key: string, now: number, read: () => Promise<T | null>): Promise<T | null>
  /** All where no key is given. */
  forget(key?: string): void
  /** Those of which what is known fits; what is being read is forgotten too. */
  forgetWhere(fits: (value: T) => boolean): void
}

interface Entry<T> {
  reading: Promise<T | null>
  readonly since: number
  /** Undefined while it is being read. */
  value?: T
}

const remembered = 10_000

/** @param age milliseconds from the moment at which reading began. */
export function createKeptBriefly<T>(age: number): KeptBriefly<T> {
  const known = new Map<string, Entry<T>>()

  return {
    of: (key, now, read) => {
      const had = known.get(key)
      if (had && now - had.since < age && now >= had.since) return had.reading
      const entry: Entry<T> = { since: now, reading: Promise.resolve(null) }
      const drop = () => {
        if (known.get(key) === entry) known.delete(key)
      }
      const look = async () => {
        try {
          const value = await read()
          if (value === null) drop()
          else entry.value = value
          return value
        } catch (error) {
          drop()
          throw error
        }
      }
      if (known.size > remembered) known.clear()
      known.set(key, entry)
      entry.reading = look()
      return entry.reading
    },
    forget: (key) => {
      if (key === undefined) known.clear()
      else known.delete(key)
    },
    forgetWhere: (fits) => {
      for (const [key, { value }] of known) if (value === undefined || fits(value)) known.delete(key)
    },
  }
}

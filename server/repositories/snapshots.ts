/**
 * A company's processes are read far more often than written, so what was read is kept. Where this process is the only
 * one that writes (the embedded database), it stays good until the next commit tells otherwise: what is being read
 * when a commit comes is forgotten as well. Where others write too, the database is asked how far the company's
 * trail goes, once for all who ask meanwhile: each of them learns of every commit before its question.
 */
import type { StoredProcess } from '../services.ts'

type Processes = readonly StoredProcess[]

export interface Snapshots {
  of(companyId: string, read: () => Promise<Processes>): Promise<Processes>
  forget(companyId: string): void
}

interface Known {
  /** What the trail's end was before the reading began. */
  readonly mark: number
  readonly reading: Promise<Processes>
}

/** @param markOf a number that grows with every write of the company; null where nobody else writes. */
export function createSnapshots(
  markOf: ((companyId: string) => Promise<number>) | null = null,
  remembered = 1_000,
): Snapshots {
  const known = new Map<string, Known>()
  const ask = markOf ? askedTogether(markOf) : null

  const at = (companyId: string, mark: number, read: () => Promise<Processes>): Promise<Processes> => {
    const had = known.get(companyId)
    if (had?.mark === mark) return had.reading
    const reading = read()
    known.set(companyId, { mark, reading })
    reading.catch(() => {
      if (known.get(companyId)?.reading === reading) known.delete(companyId)
    })
    if (known.size > remembered) {
      const oldest = known.keys().next()
      if (!oldest.done) known.delete(oldest.value)
    }
    return reading
  }
  return {
    of: (companyId, read) =>
      ask ? ask(companyId).then((mark) => at(companyId, mark, read)) : at(companyId, 0, read),
    forget: (companyId) => {
      known.delete(companyId)
    },
  }
}

/** One question at a time for each company. Whoever comes while it is on its way shares the next: it may be too old. */
function askedTogether(ask: (companyId: string) => Promise<number>): (companyId: string) => Promise<number> {
  const running = new Map<string, Promise<number>>()
  const waiting = new Map<string, Promise<number>>()
  const begin = (companyId: string): Promise<number> => {
    const asked = ask(companyId).finally(() => {
      if (running.get(companyId) === asked) running.delete(companyId)
    })
    waiting.delete(companyId)
    running.set(companyId, asked)
    return asked
  }
  return (companyId) => {
    const now = running.get(companyId)
    if (now === undefined) return begin(companyId)
    const next = waiting.get(companyId)
    if (next !== undefined) return next
    const again = () => begin(companyId)
    const made = now.then(again, again)
    waiting.set(companyId, made)
    return made
  }
}

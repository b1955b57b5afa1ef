/** What the last write of each process left behind, for the next one to be made of before it has the lock. */
import type { Known } from './opening.ts'

export interface Left {
  readonly known: Known
  /** False as soon as it is known that it did not come to be, or is no more. */
  holds: boolean
}

export interface LeftBehind {
  at(place: string): Left | undefined
  leave(place: string, known: Known): Left
  forget(place: string): void
}

/** Of so many processes at once; the others are read under the lock. */
export function createLeftBehind(remembered = 500): LeftBehind {
  const left = new Map<string, Left>()
  return {
    at: (place) => left.get(place),
    leave: (place, known) => {
      const now = { known, holds: true }
      left.delete(place)
      left.set(place, now)
      const oldest = left.keys().next()
      if (left.size > remembered && !oldest.done) left.delete(oldest.value)
      return now
    },
    forget: (place) => {
      const before = left.get(place)
      if (before) before.holds = false
      left.delete(place)
    },
  }
}

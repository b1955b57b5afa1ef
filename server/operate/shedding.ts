/**
 * Refuses at once what could not be answered soon, so that those who are let in are answered. As many requests run at
 * a time as come out within `soon`: the bound falls while they take longer and grows again while they do not. Work
 * that never lets the loop turn is not seen to run; whoever is read late in a long turn has waited since before it
 * began. Writes go first: one costs as much as a hundred reads, and whoever writes can come back.
 */

export interface Shedding {
  /** Null: too much to do. Else told, once it is answered, how long it took. */
  enter(kind: 'read' | 'write'): ((milliseconds: number) => void) | null
}

const soon = 750
const bounds = { least: 32, first: 256, most: 1_024 } as const
/** How long a turn may last before those who come later in it are refused. */
const longTurn = { read: 300, write: 100 } as const
/** A turn that is long for another reason, as a pause of the machine, refuses nobody. */
const many = 50
/** So many connections the loop takes in hand before it looks again who else has something to say. */
const atOnce = 1_024

interface Time {
  now(): number
  /** Calls once the loop has turned. */
  afterTurn(run: () => void): void
}
const ofNode: Time = { now: () => performance.now(), afterTurn: (run) => setImmediate(run) }

export function createShedding(time: Time = ofNode): Shedding {
  let bound: number = bounds.first
  let running = 0
  let lowered = Number.NEGATIVE_INFINITY
  let turn: { readonly began: number; asked: number } | null = null

  /** Once for all who were in together: they tell of the same. */
  const lower = () => {
    const now = time.now()
    if (now - lowered < soon) return
    lowered = now
    bound = Math.max(bounds.least, bound / 2)
  }

  return {
    enter: (kind) => {
      const now = time.now()
      if (!turn || turn.asked >= atOnce) {
        const first = turn === null
        turn = { began: now, asked: 0 }
        if (first)
          time.afterTurn(() => {
            turn = null
          })
      }
      turn.asked += 1
      const late = turn.asked > many && now - turn.began > longTurn[kind]
      if (late || running >= bound) return null
      running += 1
      return (milliseconds) => {
        running -= 1
        if (milliseconds > soon) lower()
        else if (running > bound / 2) bound = Math.min(bounds.most, bound + 1)
      }
    },
  }
}

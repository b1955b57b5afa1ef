/**
 * Refuses at once what could not be answered soon, so that those who are let in are answered. As many requests run at
 * a time as come out within `soon`: the bound falls while they take longer and grows again while they do not. Work
 * that never lets the loop turn is not seen to run; whoever is read late in a long turn has waited since it began.
 */

export interface Shedding {
  /** Null: too much to do. Else told, once it is answered, how long it took. */
  enter(): ((milliseconds: number) => void) | null
}

const soon = 750
const bounds = { least: 32, first: 256, most: 1_024 } as const
/** A turn that is long for another reason, as a pause of the machine, refuses nobody. */
const many = 50

interface Time {
  now(): number
  /** Calls once the loop has turned. */
  afterTurn(run: () => void): void
}
const ofNode: Time = { now: () => performance.now(), afterTurn: (run) => setImmediate(run) }

export function createShedding(time: Time = ofNode): Shedding {
  let bound: number = bounds.first
  let running = 0
  let turn: { readonly began: number; asked: number } | null = null

  return {
    enter: () => {
      const now = time.now()
      if (!turn) {
        turn = { began: now, asked: 0 }
        time.afterTurn(() => {
          turn = null
        })
      }
      turn.asked += 1
      const late = turn.asked > many && now - turn.began > soon
      if (late || running >= bound) return null
      running += 1
      return (milliseconds) => {
        running -= 1
        if (milliseconds > soon) bound = Math.max(bounds.least, bound * 0.95)
        else if (running > bound / 2) bound = Math.min(bounds.most, bound + 1)
      }
    },
  }
}

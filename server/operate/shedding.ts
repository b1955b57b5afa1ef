/**
 * Refuses at once what could not be answered soon, so that those who are let in are answered: as many requests run at
 * a time as come out within `soon`. The bound falls while they take longer and grows again while they do not. Work
 * that never waits is not seen to run; it shows in how late timers fire while many ask.
 */

export interface Shedding {
  /** Null: too much to do. Else told, once it is answered, that the request is out. */
  enter(): ((milliseconds: number) => void) | null
  close(): void
}

const soon = 500
const bounds = { least: 64, most: 1_024 } as const
/** Lately asked by so many within one turn of the loop: a turn that is long for another reason refuses nobody. */
const many = 200
const pulse = 50

export function createShedding(clock: () => number = () => performance.now()): Shedding {
  let bound: number = bounds.most / 2
  let running = 0
  let sincePulse = 0
  let late = false
  let expected = clock() + pulse
  const timer = setInterval(() => {
    const now = clock()
    late = now - expected > soon && sincePulse > many
    sincePulse = 0
    expected = now + pulse
  }, pulse)
  timer.unref()

  return {
    enter: () => {
      sincePulse += 1
      if (late || running >= bound) return null
      running += 1
      return (milliseconds) => {
        running -= 1
        if (milliseconds > soon) bound = Math.max(bounds.least, bound * 0.95)
        else if (running > bound / 2) bound = Math.min(bounds.most, bound + 1)
      }
    },
    close: () => clearInterval(timer),
  }
}

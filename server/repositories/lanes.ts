/**
 * Work at one place is done one after the other, in the order in which it came; at different places, side by side.
 * What comes next is made ready beside the work of the one before, from the moment that one says it has begun.
 */
export interface Lanes {
  inTurn<Ready, Done>(
    place: string,
    ready: () => Promise<Ready>,
    work: (ready: Ready, begun: () => void) => Promise<Done>,
  ): Promise<Done>
}

interface Turn {
  readonly begun: Promise<void>
  readonly over: Promise<void>
}

export function createLanes(): Lanes {
  const last = new Map<string, Turn>()
  return {
    inTurn: (place, ready, work) => {
      const before = last.get(place)
      let begin = () => {}
      const begun = new Promise<void>((resolve) => {
        begin = resolve
      })
      const done = (async () => {
        await before?.begun
        const made = await ready()
        await before?.over
        return work(made, begin)
      })()
      const leave = async () => {
        await before?.over
        begin()
        if (last.get(place) === mine) last.delete(place)
      }
      const mine: Turn = { begun, over: done.then(leave, leave) }
      last.set(place, mine)
      return done
    },
  }
}

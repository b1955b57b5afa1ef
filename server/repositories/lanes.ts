/** Work at one place is done one after the other, in the order in which it came; at different places, side by side. */
export interface Lanes {
  inTurn<T>(place: string, work: () => Promise<T>): Promise<T>
}

export function createLanes(): Lanes {
  const last = new Map<string, Promise<unknown>>()
  return {
    inTurn: (place, work) => {
      const turn = (last.get(place) ?? Promise.resolve()).then(work, work)
      last.set(place, turn)
      const leave = () => {
        if (last.get(place) === turn) last.delete(place)
      }
      turn.then(leave, leave)
      return turn
    },
  }
}

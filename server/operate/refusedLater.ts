/**
 * Refusals are answered a moment after they are made. Whoever asks again as soon as they are refused is most of the
 * load there is: here they wait where it costs nothing, and leave the processor to those who were let in.
 */

const milliseconds = 500
/** Each that waits holds its connection; beyond these they are answered at once. */
const most = 5_000

/** What to await before a refusal is answered. */
export function createRefusedLater(): () => Promise<void> {
  let waiting = 0
  return () => {
    if (waiting >= most) return Promise.resolve()
    waiting += 1
    return new Promise((resolve) => {
      setTimeout(() => {
        waiting -= 1
        resolve()
      }, milliseconds)
    })
  }
}

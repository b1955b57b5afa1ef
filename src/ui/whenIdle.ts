/** What loads while nobody waits for it, and what it gives way to. */
import { useEffect } from 'react'

let first = 0
const waiting = new Set<() => void>()

/** While `waits`, somebody waits for what is to be drawn here: nothing loads ahead of time before it is there. */
export function useComesFirst(waits: boolean): void {
  useEffect(() => {
    if (!waits) return
    first += 1
    return () => {
      first -= 1
      if (first > 0) return
      for (const go of waiting) go()
      waiting.clear()
    }
  }, [waits])
}

const idle = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1000 })
    else setTimeout(resolve, 0)
  })

/**
 * Resolves when the page has been drawn, with all that comes first, and nothing presses (a second later at the
 * latest). What nobody waits for loads then.
 */
export async function whenIdle(): Promise<void> {
  await idle()
  while (first > 0) {
    await new Promise<void>((resolve) => waiting.add(resolve))
    await idle()
  }
}

/**
 * When drafts are backed up: a few seconds after a change, at once when the tab is hidden or the network is back, and
 * again after a while where the server did not answer.
 */

/** So long work may exist on this device alone while the server answers: together with the call below 5 s. */
const calmMs = 3_000
const firstRetryMs = 5_000
const longestRetryMs = 5 * 60_000

export interface BackUpTimer {
  /** Something was written on this device. */
  changed(): void
  /** Now: the tab is hidden, the network is back, somebody signed in. */
  now(): void
  close(): void
}

/** @param run copies what changed; false where some of it has to be tried again. Never runs twice at a time. */
export function keepBackedUp(run: () => Promise<boolean>): BackUpTimer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let again = false
  let retryMs = firstRetryMs
  let closed = false

  function later(wait: number) {
    if (!closed) timer ??= setTimeout(() => void go(), wait)
  }

  async function go(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    again = running
    if (running || closed) return
    running = true
    const complete = await run().catch((error: unknown) => {
      console.warn('Drafts could not be backed up now; it is tried again.', error)
      return false
    })
    running = false
    if (complete) retryMs = firstRetryMs
    if (again) later(calmMs)
    else if (!complete) {
      later(retryMs)
      retryMs = Math.min(longestRetryMs, retryMs * 2)
    }
  }

  return {
    changed() {
      if (running) again = true
      else later(calmMs)
    },
    now: () => void go(),
    close() {
      closed = true
      clearTimeout(timer)
    },
  }
}

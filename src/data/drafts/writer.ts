/**
 * One tab writes a draft, others follow it read-only until they take over. Web Locks hold the promise: a closed or
 * crashed tab lets go by itself.
 */

export interface Writer {
  /** True from the start, or after `takeOver`; false while another tab writes. */
  isWriter(): boolean
  /** Takes the draft from the tab that has it; that tab turns read-only. */
  takeOver(): void
  release(): void
}

/** Asks for the right to write. `onChange` tells every gain and loss, the first answer included. */
export function claimWriter(
  locks: Pick<LockManager, 'request'>,
  name: string,
  onChange: (isWriter: boolean) => void,
): Writer {
  let holds = false
  let released = false
  let letGo: (() => void) | null = null

  const set = (next: boolean) => {
    holds = next
    onChange(next)
  }
  const hold = () =>
    new Promise<void>((resolve) => {
      letGo = resolve
      set(true)
    })

  /** Queues for the lock after another tab has it, so that this tab writes as soon as that one is gone. */
  async function request(options: LockOptions) {
    try {
      await locks.request(name, options, hold)
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) throw error
      // Another tab took over. Wait in line for the time when it lets go.
      letGo = null
      set(false)
      if (!released) await request({})
    }
  }

  async function start() {
    const free = await locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await hold()
      return lock !== null
    })
    if (free || released) return
    set(false)
    await request({})
  }
  start().catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') {
      set(false)
      if (!released) void request({})
      return
    }
    throw error
  })

  return {
    isWriter: () => holds,
    takeOver: () => void request({ steal: true }),
    release() {
      released = true
      letGo?.()
    },
  }
}

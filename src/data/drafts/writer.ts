/**
 * One tab writes a draft, others follow it read-only until they take over. By Web Locks: a closed or crashed tab lets
 * go by itself. The tab that loses a lock hears of it a moment after the other has it, so a write of its own may be
 * on its way: `drafts` refuses that one.
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
  /** The place in line behind the tab that writes; one at most, else this tab would wait for itself. */
  let line: AbortController | null = null

  const set = (next: boolean) => {
    holds = next
    if (!released) onChange(next)
  }
  const hold = () => {
    line = null
    return new Promise<void>((resolve) => {
      letGo = resolve
      if (released) resolve()
      else set(true)
    })
  }

  /** Holds the lock until this tab lets go or another one takes it; then waits in line for it again. */
  async function ask(options: LockOptions) {
    try {
      await locks.request(name, options, hold)
    } catch (error) {
      if (!isAbort(error)) throw error
      if (options.signal?.aborted) return
      letGo = null
      set(false)
      if (!released) await waitInLine()
    }
  }

  function waitInLine() {
    line = new AbortController()
    return ask({ signal: line.signal })
  }

  async function start() {
    try {
      const free = await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await hold()
        return lock !== null
      })
      if (free) return
    } catch (error) {
      if (!isAbort(error)) throw error
      letGo = null
    }
    if (released) return
    set(false)
    await waitInLine()
  }
  void start()

  return {
    isWriter: () => holds,
    takeOver() {
      if (holds || released) return
      line?.abort()
      void ask({ steal: true })
    },
    release() {
      released = true
      holds = false
      line?.abort()
      letGo?.()
    },
  }
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

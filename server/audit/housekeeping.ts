/** What has to happen by itself, every minute while the server runs: checkpoints, and forgetting what is due. */

const every = 60_000

export interface Housekeeping {
  /** Ends it; waits for what is being done, not for the rest of the round. */
  close(): Promise<void>
}

/**
 * The rounds never overlap; one that fails is reported, and the next comes all the same. What goes through many
 * companies looks at the signal between them: with very many of them a round outlasts what a process is given to end.
 */
export function startHousekeeping(
  chores: readonly ((ending: AbortSignal) => Promise<void>)[],
  report: (error: unknown, where: string) => void,
): Housekeeping {
  let running = Promise.resolve()
  const ending = new AbortController()
  const { signal } = ending
  const round = async (): Promise<void> => {
    for (const chore of chores)
      if (!signal.aborted) await chore(signal).catch((error: unknown) => report(error, 'housekeeping'))
  }
  const timer = setInterval(() => {
    running = running.then(round)
  }, every)
  return {
    close: async () => {
      clearInterval(timer)
      ending.abort()
      await running
    },
  }
}

/** What has to happen by itself, every minute while the server runs: checkpoints, and forgetting what is due. */

const every = 60_000

export interface Housekeeping {
  /** Ends it; waits for the round that is running. */
  close(): Promise<void>
}

/** The rounds never overlap; one that fails is reported, and the next comes all the same. */
export function startHousekeeping(
  chores: readonly (() => Promise<void>)[],
  report: (error: unknown, where: string) => void,
): Housekeeping {
  let running = Promise.resolve()
  const round = async (): Promise<void> => {
    for (const chore of chores) await chore().catch((error: unknown) => report(error, 'housekeeping'))
  }
  const timer = setInterval(() => {
    running = running.then(round)
  }, every)
  return {
    close: async () => {
      clearInterval(timer)
      await running
    },
  }
}

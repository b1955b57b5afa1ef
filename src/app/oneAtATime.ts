/** Work that is asked for faster than it is done: never twice at once, and once more for whoever asked meanwhile. */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let asked = false
  async function run() {
    try {
      while (asked) {
        asked = false
        await work()
      }
    } finally {
      running = null
    }
  }
  return () => {
    asked = true
    running ??= run()
    return running
  }
}

/**
 * Sends what waits, as soon as somebody says there is news and every few seconds besides. Only so much at once, and
 * only so much to the same address: one that hangs holds nobody else up. Any number of instances may run one each.
 */
import type { Outcome, Queue, Taken } from './queue.ts'

const pollMilliseconds = 5_000
/** Changes come in bursts: one round for many. */
const restMilliseconds = 100
const atOnce = 32
const atOnceToOne = 4

export interface Sender {
  /** Something may be waiting. */
  wake(): void
  /** One round now, and until everything it took is settled: for tests. */
  settled(): Promise<void>
  /** Takes nothing more, lets go of what is being sent (it is tried again later) and resolves when that is written. */
  close(): Promise<void>
}

interface SenderDependencies {
  readonly queue: Queue
  /** Puts the news of a company into the queue. */
  readonly queueNews: (companyId: string) => Promise<void>
  readonly send: (taken: Taken, signal: AbortSignal) => Promise<Outcome>
  readonly report: (error: unknown, where: string) => void
}

export function startSender({ queue, queueNews, send, report }: SenderDependencies): Sender {
  const ending = new AbortController()
  const sending = new Map<Promise<void>, string>()
  /** How many it took. */
  let running: Promise<number> | undefined
  let resting: NodeJS.Timeout | undefined

  const sendOne = async (taken: Taken): Promise<void> => {
    const outcome = await send(taken, ending.signal).catch((error: unknown): Outcome => {
      report(error, 'sending')
      return { delivered: false, failure: 'Something went wrong here. It was recorded.' }
    })
    await queue.settle(taken, outcome)
  }

  const busyHooks = (): string[] => {
    const counts = new Map<string, number>()
    for (const hook of sending.values()) counts.set(hook, (counts.get(hook) ?? 0) + 1)
    return [...counts].filter(([hook, count]) => hook !== '' && count >= atOnceToOne).map(([hook]) => hook)
  }

  const round = async (): Promise<number> => {
    let count = 0
    for (const companyId of await queue.companiesWithWork()) {
      await queueNews(companyId)
      for (let more = true; more && !ending.signal.aborted; ) {
        const room = Math.min(atOnce - sending.size, atOnceToOne)
        const taken = room > 0 ? await queue.take(companyId, room, busyHooks()) : []
        more = taken.length > 0
        count += taken.length
        for (const one of taken) {
          const done: Promise<void> = sendOne(one)
            .catch((error: unknown) => report(error, 'sending'))
            .finally(() => {
              sending.delete(done)
              wake()
            })
          sending.set(done, one.webhookId ?? '')
        }
      }
    }
    return count
  }

  const run = (): Promise<number> => {
    running ??= round()
      .catch((error: unknown) => {
        report(error, 'sending')
        return 0
      })
      .finally(() => {
        running = undefined
      })
    return running
  }

  function wake(): void {
    if (ending.signal.aborted) return
    resting ??= setTimeout(() => {
      resting = undefined
      // What came during a round may have come too late for it.
      void (running ?? Promise.resolve()).then(() => (ending.signal.aborted ? undefined : run()))
    }, restMilliseconds)
  }

  const timer = setInterval(wake, pollMilliseconds)
  timer.unref()
  return {
    wake,
    settled: async () => {
      for (let busy = true; busy; ) {
        // One that is under way may have looked before there was something.
        await running
        const sent = await run()
        busy = sent > 0 || sending.size > 0
        await Promise.all(sending.keys())
      }
    },
    close: async () => {
      clearInterval(timer)
      clearTimeout(resting)
      ending.abort(new Error('this server is ending'))
      await running
      await Promise.all(sending.keys())
    },
  }
}

/** Asks a backend that limits how often one may ask as it wants to be asked: again, after the time it names. */
import type { RunningBase } from './base.ts'

/** Nobody waits an hour for one answer. */
const longestSeconds = 120

/** @param wait says and waits so many seconds. Any answer but 429 with a near `Retry-After` comes back as it is. */
export function patient(
  ask: RunningBase['fetch'],
  wait: (seconds: number) => Promise<void>,
): RunningBase['fetch'] {
  return async (request) => {
    for (;;) {
      const answer = await ask(request.clone())
      const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN)
      if (answer.status !== 429 || !(seconds <= longestSeconds)) return answer
      await wait(seconds)
    }
  }
}

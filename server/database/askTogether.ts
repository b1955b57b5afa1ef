/**
 * One question for all who want to know something in the same moment. One is on its way at a time; who comes meanwhile
 * is asked for with the next, so that every answer is from after it was wanted.
 */

/** @param ask a key of which nothing is known may be missing in the answer. */
export function askTogether<Value>(
  ask: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  let keys = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  let next: Promise<ReadonlyMap<string, Value>> | null = null

  const begin = async (): Promise<ReadonlyMap<string, Value>> => {
    await last
    // Once the turn is over, when all who come in it have come.
    await new Promise((resolve) => setImmediate(resolve))
    const all = [...keys]
    keys = new Set()
    next = null
    const answer = ask(all)
    last = answer.catch(() => undefined)
    return answer
  }

  return async (key) => {
    keys.add(key)
    next ??= begin()
    return (await next).get(key)
  }
}

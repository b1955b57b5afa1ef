/** Waiting for approvers: the M/M/c queue (Erlang C). Rates are per day, times in days. */

export interface Queue {
  /** Share of the approvers' time that is taken, 0…1. */
  readonly utilization: number
  readonly probabilityOfWaiting: number
  readonly meanWait: number
  /** Wait and work together. */
  readonly meanTime: number
  readonly meanWaiting: number
  /** Waiting and being worked on. */
  readonly meanInSystem: number
  /** Longest wait plus work of the quickest `share` (0…1) of requests. */
  readonly timePercentile: (share: number) => number
}

export type QueueResult =
  | { readonly stable: true; readonly queue: Queue }
  | { readonly stable: false; readonly sentence: string }

/**
 * `arrivals` requests come per day to `servers` approvers who each finish `serviceRate` a day. Where as much comes
 * as can be done, there is no steady state: the answer is a sentence, never an infinite number.
 * @throws RangeError where a rate is not positive or `servers` is not a whole number of at least 1.
 */
export function erlangC(arrivals: number, serviceRate: number, servers: number): QueueResult {
  if (!(arrivals > 0) || !(serviceRate > 0) || !Number.isFinite(arrivals + serviceRate))
    throw new RangeError('Arrivals and service rate have to be positive numbers.')
  if (!Number.isInteger(servers) || servers < 1)
    throw new RangeError('There has to be at least one approver.')
  const load = arrivals / serviceRate
  const utilization = load / servers
  if (utilization >= 1) {
    const needed = Math.floor(load) + 1
    return {
      stable: false,
      sentence: `The queue grows without bound: ${format(arrivals)} requests a day need at least ${needed} approvers at ${format(serviceRate)} a day each, there ${servers === 1 ? 'is 1' : `are ${servers}`}.`,
    }
  }
  // Erlang B by its stable recursion, then C from B.
  let blocked = 1
  for (let k = 1; k <= servers; k += 1) blocked = (load * blocked) / (k + load * blocked)
  const waits = blocked / (1 - utilization * (1 - blocked))
  const spare = servers * serviceRate - arrivals
  const meanWait = waits / spare
  const meanTime = meanWait + 1 / serviceRate
  return {
    stable: true,
    queue: {
      utilization,
      probabilityOfWaiting: waits,
      meanWait,
      meanTime,
      meanWaiting: arrivals * meanWait,
      meanInSystem: arrivals * meanTime,
      timePercentile: (share) => percentile(share, waits, serviceRate, spare),
    },
  }
}

/** Solves P(time > t) = 1 − share by bisection; the tail is a mixture of the work's and the wait's exponentials. */
function percentile(share: number, waits: number, serviceRate: number, spare: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError('A percentile lies between 0 and 1.')
  const tail = (t: number): number => {
    const work = Math.exp(-serviceRate * t)
    if (Math.abs(serviceRate - spare) < 1e-9 * serviceRate) return work * (1 + waits * serviceRate * t)
    return work + (waits * serviceRate * (Math.exp(-spare * t) - work)) / (serviceRate - spare)
  }
  let low = 0
  let high = 1 / Math.min(serviceRate, spare)
  while (tail(high) > 1 - share) high *= 2
  for (let step = 0; step < 200 && high - low > 1e-13 * high; step += 1) {
    const middle = (low + high) / 2
    if (tail(middle) > 1 - share) low = middle
    else high = middle
  }
  return high
}

const format = (value: number): string => String(Math.round(value * 100) / 100)

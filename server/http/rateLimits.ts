/**
 * How much one may ask in a while, by the IETF's RateLimit fields: somebody signed in is counted by account and by
 * token (one device), everybody else by address. A window begins with its first request, so no window holds more than
 * its quota. In the memory of each instance: behind a balancer an installation grants at most quota × instances.
 */

export interface Quota {
  readonly requests: number
  /** How long a window lasts. */
  readonly seconds: number
}
export type Counted = 'address' | 'account' | 'token'
export type Quotas = Readonly<Record<Counted, Quota>>

export interface Counting {
  /** `RateLimit-Policy` and `RateLimit`, for whatever is answered. */
  readonly headers: Readonly<Record<string, string>>
  /** Seconds until there is room again; null where this request had room and was counted. */
  readonly wait: number | null
}

export interface RateLimits {
  /** Counts one request against all of these, or against none where one of them is full. */
  count(keys: Partial<Readonly<Record<Counted, string>>>, now: Date): Counting
}

interface Window {
  used: number
  readonly ends: number
}

const names: readonly Counted[] = ['address', 'account', 'token']
const remembered = 50_000

/** What one person may do from one device; twice as much over all devices, and for all who share an address unsigned. */
export const quotasFor = (requestsPerMinute: number): Quotas => ({
  token: { requests: requestsPerMinute, seconds: 60 },
  account: { requests: 2 * requestsPerMinute, seconds: 60 },
  address: { requests: 2 * requestsPerMinute, seconds: 60 },
})

export function createRateLimits(quotas: Quotas): RateLimits {
  const windows = new Map<string, Window>()

  const windowOf = (key: string, quota: Quota, now: number): Window => {
    const had = windows.get(key)
    if (had && had.ends > now) return had
    const opened = { used: 0, ends: now + quota.seconds * 1_000 }
    // Deleted first, so that the map stays in the order in which windows end.
    windows.delete(key)
    windows.set(key, opened)
    return opened
  }
  const sweep = (now: number) => {
    if (windows.size <= remembered) return
    for (const [key, { ends }] of windows) if (ends <= now) windows.delete(key)
  }

  return {
    count: (keys, moment) => {
      const now = moment.getTime()
      sweep(now)
      const counted = names.flatMap((name) => {
        const key = keys[name]
        if (key === undefined) return []
        const quota = quotas[name]
        return [{ name, quota, window: windowOf(`${name} ${key}`, quota, now) }]
      })
      const full = counted.filter(({ quota, window }) => window.used >= quota.requests)
      if (full.length === 0) for (const { window } of counted) window.used += 1
      const left = ({ ends }: Window) => Math.max(1, Math.ceil((ends - now) / 1_000))
      return {
        headers: {
          'RateLimit-Policy': counted
            .map(({ name, quota }) => `"${name}";q=${quota.requests};w=${quota.seconds}`)
            .join(', '),
          RateLimit: counted
            .map(({ name, quota, window }) => `"${name}";r=${quota.requests - window.used};t=${left(window)}`)
            .join(', '),
        },
        wait: full.length === 0 ? null : Math.max(...full.map(({ window }) => left(window))),
      }
    },
  }
}

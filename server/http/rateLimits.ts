/**
 * How much one may ask in a while, by the IETF's RateLimit fields: somebody signed in is counted by account and by
 * token (one device), everybody else by address. A window begins with its first request, so no window holds more than
 * its quota. In the memory of each instance; those on one PostgreSQL tell each other every second what they counted
 * (`shareLimits`), so that together they grant no more than what comes within that second.
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

/** So much was used of a window that ends then (milliseconds since 1970). */
export type Used = readonly [key: string, used: number, ends: number]

export interface RateLimits {
  /** What was counted here since the last call: those who asked most. */
  news(): readonly Used[]
  /** What another instance counted. */
  heard(used: readonly Used[], now: Date): void
  /** Counts one request against all of these, or against none where one of them is full. */
  count(keys: Partial<Readonly<Record<Counted, string>>>, now: Date): Counting
}

interface Window {
  used: number
  /** Of these, what nobody else knows of. */
  untold: number
  readonly ends: number
}

const names: readonly Counted[] = ['address', 'account', 'token']
const remembered = 50_000
/** What fits into one notification. */
const toldAtOnce = 80

/** What one person may do from one device; twice as much over all devices, and for all who share an address unsigned. */
export const quotasFor = (requestsPerMinute: number): Quotas => ({
  token: { requests: requestsPerMinute, seconds: 60 },
  account: { requests: 2 * requestsPerMinute, seconds: 60 },
  address: { requests: 2 * requestsPerMinute, seconds: 60 },
})

export function createRateLimits(quotas: Quotas): RateLimits {
  const windows = new Map<string, Window>()
  const longest = 1_000 * Math.max(...names.map((name) => quotas[name].seconds))
  /** One that ends much later than any could was begun before the clock was set back. */
  const counts = (ends: number, now: number) => ends > now && ends <= now + 2 * longest

  const windowOf = (key: string, ends: number, now: number): Window => {
    const had = windows.get(key)
    if (had && counts(had.ends, now)) return had
    const opened = { used: 0, untold: 0, ends }
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
    news: () => {
      const untold = [...windows].filter(([, window]) => window.untold > 0)
      untold.sort(([, a], [, b]) => b.untold - a.untold)
      return untold.slice(0, toldAtOnce).map(([key, window]): Used => {
        const { untold: used, ends } = window
        window.untold = 0
        return [key, used, ends]
      })
    },
    heard: (told, moment) => {
      const now = moment.getTime()
      for (const [key, used, ends] of told) if (counts(ends, now)) windowOf(key, ends, now).used += used
    },
    count: (keys, moment) => {
      const now = moment.getTime()
      sweep(now)
      const counted = names.flatMap((name) => {
        const key = keys[name]
        if (key === undefined) return []
        const quota = quotas[name]
        return [{ name, quota, window: windowOf(`${name} ${key}`, now + quota.seconds * 1_000, now) }]
      })
      const full = counted.filter(({ quota, window }) => window.used >= quota.requests)
      if (full.length === 0)
        for (const { window } of counted) {
          window.used += 1
          window.untold += 1
        }
      const left = ({ ends }: Window) => Math.max(1, Math.ceil((ends - now) / 1_000))
      return {
        headers: {
          'RateLimit-Policy': counted
            .map(({ name, quota }) => `"${name}";q=${quota.requests};w=${quota.seconds}`)
            .join(', '),
          RateLimit: counted
            .map(
              ({ name, quota, window }) =>
                `"${name}";r=${Math.max(0, quota.requests - window.used)};t=${left(window)}`,
            )
            .join(', '),
        },
        wait: full.length === 0 ? null : Math.max(...full.map(({ window }) => left(window))),
      }
    },
  }
}

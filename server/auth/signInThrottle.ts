/**
 * Slows guessing down: so many failed sign-ins a minute for one account from one address, and more for one address
 * over all accounts. A try counts from its start, so parallel tries gain nothing; success gives it back. In the
 * memory of each instance: a restart forgives, which a guesser cannot cause.
 */
import { ApiError } from '../apiError.ts'

const windowMilliseconds = 60_000
const limits = { account: 5, address: 50 } as const
const remembered = 20_000

export interface SignInThrottle {
  /** @throws ApiError RATE_LIMITED. */
  enter(email: string, address: string, now: Date): { succeeded(): void }
}

export function signInThrottle(): SignInThrottle {
  const tries = new Map<string, number[]>()

  const recent = (key: string, now: number): number[] => {
    const times = (tries.get(key) ?? []).filter((time) => time > now - windowMilliseconds)
    if (times.length === 0) tries.delete(key)
    return times
  }
  const sweep = (now: number) => {
    if (tries.size > remembered) for (const key of tries.keys()) recent(key, now)
  }

  return {
    enter: (email, address, at) => {
      const now = at.getTime()
      sweep(now)
      const keys = [
        { key: `account ${email.toLowerCase()} ${address}`, limit: limits.account },
        { key: `address ${address}`, limit: limits.address },
      ]
      for (const { key, limit } of keys) {
        const times = recent(key, now)
        const oldest = times[0]
        if (times.length >= limit && oldest !== undefined) {
          const seconds = Math.max(1, Math.ceil((oldest + windowMilliseconds - now) / 1_000))
          throw new ApiError(
            'RATE_LIMITED',
            `Too many failed sign-ins: try again in ${seconds} seconds.`,
            { retry_after: seconds },
            { 'Retry-After': String(seconds) },
          )
        }
      }
      for (const { key } of keys) tries.set(key, [...recent(key, now), now])
      return {
        succeeded: () => {
          for (const { key } of keys) {
            const times = tries.get(key)
            const index = times?.indexOf(now) ?? -1
            if (times && index >= 0) times.splice(index, 1)
          }
        },
      }
    },
  }
}

/** Time-based one-time codes (RFC 6238) as every authenticator app knows them: SHA-1, six digits, thirty seconds. */
import { Secret, TOTP } from 'otpauth'

const period = 30
const shape = { algorithm: 'SHA1', digits: 6, period } as const
/** A clock may be one step off either way. */
const window = 1

/** 160 bits of chance in base 32, as it is typed into an app. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What the picture says: `otpauth://totp/…`. */
export const uriOf = (secret: string, email: string): string =>
  new TOTP({ ...shape, issuer: 'Stagecraft', label: email, secret }).toString()

/** The time step a code belongs to; null where it is none of now. The caller sees to it that no step is taken twice. */
export function stepOf(secret: string, code: string, now: Date): number | null {
  const timestamp = now.getTime()
  const off = new TOTP({ ...shape, secret }).validate({ token: code, timestamp, window })
  return off === null ? null : Math.floor(timestamp / 1_000 / period) + off
}

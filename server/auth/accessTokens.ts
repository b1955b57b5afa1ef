/**
 * Short-lived JWTs that say who someone is and never what they may do: permissions are read per request. One
 * algorithm, pinned; keys come from our own store alone, so `jku`, `x5u` and `jwk` headers mean nothing.
 */
import { type CryptoKey, errors, jwtVerify, SignJWT } from 'jose'
import type { SigningKeys } from './secrets.ts'

export const accessTokenSeconds = 600

export interface AccessClaims {
  readonly userId: string
  readonly companyId: string
  readonly sessionId: string
  /** Seconds since 1970. */
  readonly expiresAt: number
}

export interface AccessTokens {
  issue(claims: Omit<AccessClaims, 'expiresAt'>, now: Date, id: string): Promise<string>
  /** The claims of a token that was read before and has not expired. */
  known(token: string, now: Date): AccessClaims | null
  /** Null for anything that is not a token of ours, and for one that has expired. */
  read(token: string, now: Date): Promise<AccessClaims | null>
}

const issuer = 'stagecraft'
const audience = 'stagecraft-api'
const type = 'at+jwt'
/** Verifying costs 0.1 ms; a client sends the same token for minutes. */
const remembered = 5_000

export function accessTokens(keys: Promise<SigningKeys>): AccessTokens {
  const verified = new Map<string, AccessClaims>()
  const known = (token: string, now: Date): AccessClaims | null => {
    const claims = verified.get(token)
    return claims && claims.expiresAt * 1_000 > now.getTime() ? claims : null
  }
  return {
    known,
    issue: async (claims, now, id) => {
      const issuedAt = Math.floor(now.getTime() / 1_000)
      return new SignJWT({ company: claims.companyId, sid: claims.sessionId })
        .setProtectedHeader({ alg: 'EdDSA', typ: type })
        .setSubject(claims.userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + accessTokenSeconds)
        .setJti(id)
        .sign((await keys).privateKey)
    },
    read: async (token, now) => {
      if (verified.has(token)) return known(token, now)
      const claims = await verify(token, (await keys).publicKey, now)
      if (!claims) return null
      if (verified.size >= remembered) {
        const oldest = verified.keys().next()
        if (!oldest.done) verified.delete(oldest.value)
      }
      verified.set(token, claims)
      return claims
    },
  }
}

async function verify(token: string, key: CryptoKey, now: Date): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['EdDSA'],
      issuer,
      audience,
      typ: type,
      currentDate: now,
      requiredClaims: ['sub', 'exp', 'sid', 'company'],
    })
    const { sub, exp, sid, company } = payload
    if (!sub || !exp || typeof sid !== 'string' || typeof company !== 'string') return null
    return { userId: sub, companyId: company, sessionId: sid, expiresAt: exp }
  } catch (error) {
    if (error instanceof errors.JOSEError) return null
    throw error
  }
}

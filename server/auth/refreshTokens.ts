/**
 * Refresh tokens: `<session id>.<256 bits>`. The first is chance; each successor is an HMAC of the one before, so
 * that a client which lost the reply can be given the very same successor without keeping it anywhere in clear.
 * The database holds SHA-256 only.
 */
import type { CryptoKey } from 'jose'
import { sha256, toBase64url, utf8 } from './bytes.ts'

export interface RefreshTokens {
  first(sessionId: string): string
  successor(token: string): Promise<string>
  hash(token: string): Promise<string>
  /** The session a token names; null where the text is no token. */
  sessionOf(token: string): string | null
}

const shape = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}$/

export function refreshTokens(key: Promise<CryptoKey>): RefreshTokens {
  const sessionOf = (token: string) => shape.exec(token)?.[1] ?? null
  return {
    first: (sessionId) => `${sessionId}.${toBase64url(crypto.getRandomValues(new Uint8Array(32)))}`,
    successor: async (token) => {
      const signature = await crypto.subtle.sign('HMAC', await key, utf8(token))
      return `${sessionOf(token)}.${toBase64url(new Uint8Array(signature))}`
    },
    hash: sha256,
    sessionOf,
  }
}

/** PBKDF2-SHA-256 by WebCrypto, for the backend that runs inside a page, where no native module can. */
import { fromBase64url, toBase64url, utf8 } from './bytes.ts'
import type { PasswordHasher } from './passwords.ts'

/** @param iterations OWASP asks for 600,000 on a server; a demo whose passwords are printed needs none of it. */
export function pbkdf2Passwords(iterations: number): PasswordHasher {
  return {
    hash: async (password) => {
      const salt = crypto.getRandomValues(new Uint8Array(16))
      const key = await derive(password, salt, iterations)
      return `$pbkdf2-sha256$i=${iterations}$${toBase64url(salt)}$${toBase64url(key)}`
    },
    verify: async (stored, password) => {
      const [, count, salt, expected] = /^\$pbkdf2-sha256\$i=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(stored) ?? []
      if (!count || !salt || !expected) return false
      const key = await derive(password, fromBase64url(salt), Number(count))
      return sameBytes(key, fromBase64url(expected))
    },
  }
}

async function derive(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits'])
  return new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, material, 256),
  )
}

/** Takes the same time whichever byte differs. */
function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) difference |= (a[index] ?? 0) ^ (b[index] ?? 0)
  return difference === 0
}

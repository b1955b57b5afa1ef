/** Codes for the day the phone is gone: fifty bits each, shown once, kept as keyed hashes, good for one time. */
import type { CryptoKey } from 'jose'
import { toBase64url, utf8 } from './bytes.ts'

/** Without letters that are read as digits. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const howMany = 10

export function newRecoveryCodes(): string[] {
  return Array.from({ length: howMany }, () => {
    const code = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => letters[byte % 32]).join('')
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })
}

/** In whatever case and with whatever gaps it was typed. Without the server's key, hashes cannot be tried out. */
export async function recoveryHash(key: CryptoKey, userId: string, code: string): Promise<string> {
  const plain = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return toBase64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(`${userId} ${plain}`))))
}

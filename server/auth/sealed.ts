/** Secrets of people at rest: AES-GCM under a key that is not in the database, bound to whose they are. */
import type { CryptoKey } from 'jose'
import { fromBase64url, toBase64url, utf8 } from './bytes.ts'

export async function sealText(key: CryptoKey, text: string, owner: string): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: utf8(owner) },
    key,
    utf8(text),
  )
  return `${toBase64url(iv)}.${toBase64url(new Uint8Array(sealed))}`
}

/** @throws OperationError for what was not sealed with this key for this owner. */
export async function unsealText(key: CryptoKey, sealed: string, owner: string): Promise<string> {
  const [iv = '', text = ''] = sealed.split('.')
  const parameters = { name: 'AES-GCM', iv: fromBase64url(iv), additionalData: utf8(owner) }
  return new TextDecoder().decode(await crypto.subtle.decrypt(parameters, key, fromBase64url(text)))
}

/** Signatures by the rules of Standard Webhooks: HMAC-SHA-256 over id, moment and body, so that none can be replaced. */
import { fromBase64url, utf8 } from '../auth/bytes.ts'

const prefix = 'whsec_'

/** 32 bytes of chance, in the form that libraries of the standard take. */
export const newSecret = (): string => `${prefix}${base64(crypto.getRandomValues(new Uint8Array(32)))}`

/** @param at seconds since 1970. */
export async function signedHeaders(
  secret: string,
  sent: { readonly id: string; readonly at: number; readonly body: string },
): Promise<Readonly<Record<string, string>>> {
  const key = await crypto.subtle.importKey(
    'raw',
    fromBase64url(secret.slice(prefix.length)),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  const signature = await crypto.subtle.sign('HMAC', key, utf8(`${sent.id}.${sent.at}.${sent.body}`))
  return {
    'webhook-id': sent.id,
    'webhook-timestamp': String(sent.at),
    'webhook-signature': `v1,${base64(new Uint8Array(signature))}`,
  }
}

/** With its padding, as the standard's libraries expect. */
const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

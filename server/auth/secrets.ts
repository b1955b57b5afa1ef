/**
 * Everything secret is derived from one master secret, so that an installation has one thing to keep and several
 * instances agree by sharing it. HKDF with a label each: the key that signs tells nothing about the one that rotates.
 */
import type { CryptoKey } from 'jose'
import { utf8 } from './bytes.ts'
import type { PasswordHasher } from './passwords.ts'

export interface Secrets {
  /** At least 32 bytes of chance. Whoever has it can sign anybody in. */
  readonly master: Uint8Array<ArrayBuffer>
  readonly passwords: PasswordHasher
  /** What keys of checkpoints come from, the newest first, before the one of the master secret; absent: that alone. */
  readonly checkpoints?: readonly Uint8Array<ArrayBuffer>[]
}

/** PKCS #8 of an Ed25519 private key is this prefix and the 32-byte seed (RFC 8410). */
const ed25519Prefix = [
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]

export interface SigningKeys {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
}

/** The Ed25519 pair that signs access tokens. */
export const signingKeys = (master: Uint8Array<ArrayBuffer>): Promise<SigningKeys> =>
  pairOf(master, 'stagecraft access token')

/** The first signs; the others are those that it took over from. */
export type CheckpointKeys = readonly [SigningKeys, ...SigningKeys[]]

/** The Ed25519 pairs that sign checkpoints of the audit trail. */
export async function checkpointKeys({ master, checkpoints = [] }: Secrets): Promise<CheckpointKeys> {
  const pair = (secret: Uint8Array<ArrayBuffer>) => pairOf(secret, 'stagecraft audit checkpoint')
  const [first = master, ...others] = [...checkpoints, master]
  return [await pair(first), ...(await Promise.all(others.map(pair)))]
}

async function pairOf(master: Uint8Array<ArrayBuffer>, label: string): Promise<SigningKeys> {
  const seed = await derive(master, label)
  const pkcs8 = new Uint8Array([...ed25519Prefix, ...seed])
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', true, ['sign'])
  const { kty, crv, x } = await crypto.subtle.exportKey('jwk', privateKey)
  if (!kty || !crv || !x) throw new Error('This platform did not give the public half of the signing key.')
  const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify'])
  return { privateKey, publicKey }
}

/** The HMAC key from which each refresh token's successor comes. */
export const rotationKey = (master: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  hmacKey(master, 'stagecraft refresh rotation')

/** The HMAC key under which recovery codes are kept. */
export const recoveryKey = (master: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  hmacKey(master, 'stagecraft recovery codes')

/** The AES key under which the secrets of second factors are kept. */
export const secondFactorKey = (master: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  aesKey(master, 'stagecraft second factor')

/** The AES key under which the secrets of webhooks are kept. */
export const webhookKey = (master: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  aesKey(master, 'stagecraft webhooks')

/** By which the secret is known without being told. */
export const secretMark = (master: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> =>
  derive(master, 'stagecraft secret mark')

async function aesKey(master: Uint8Array<ArrayBuffer>, label: string): Promise<CryptoKey> {
  const bytes = await derive(master, label)
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function hmacKey(master: Uint8Array<ArrayBuffer>, label: string): Promise<CryptoKey> {
  const bytes = await derive(master, label)
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

async function derive(master: Uint8Array<ArrayBuffer>, label: string): Promise<Uint8Array<ArrayBuffer>> {
  const material = await crypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveBits'])
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(label) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256))
}

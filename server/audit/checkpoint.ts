/**
 * A checkpoint says, signed by a key that the database does not hold: at this moment the chain of this company was so
 * long and ended in this hash. Kept outside the database as well, it shows a chain that was cut or built anew. Where
 * the key changed, the first checkpoint of the new one names the former, and the former has signed that it goes over:
 * whoever noted either of them can follow.
 */
import { fromBase64url, toBase64url, utf8 } from '../auth/bytes.ts'
import type { SigningKeys } from '../auth/secrets.ts'

export interface Checkpoint {
  readonly company: string
  /** The life of the database: another one after every restore. */
  readonly epoch: string
  readonly seq: number
  /** Of the row `seq`, hexadecimal. */
  readonly hash: string
  /** ISO 8601, UTC. */
  readonly at: string
  /** Signature of the checkpoint before; empty for the first. */
  readonly previous: string
  /** Public key, raw, base64url. */
  readonly key: string
  /** The public key before, where it was another one. */
  readonly former_key: string | null
  /** By the former key, over `handoverText`. */
  readonly handover: string | null
  /** Ed25519 over `signedText`, base64url. */
  readonly signature: string
}

/** A place outside the database where checkpoints are only ever added. */
export interface CheckpointKeeper {
  keep(checkpoint: Checkpoint): Promise<void>
  ofCompany(companyId: string): Promise<readonly Checkpoint[]>
}

type Unsigned = Omit<Checkpoint, 'key' | 'former_key' | 'handover' | 'signature'>

const signedText = (checkpoint: Omit<Checkpoint, 'key' | 'signature' | 'handover'>): string => {
  const { company, epoch, seq, hash, at, previous, former_key } = checkpoint
  const text = ['stagecraft-checkpoint-v1', company, epoch, String(seq), hash, at, previous]
  return (former_key === null ? text : [...text, former_key]).join('\n')
}
const handoverText = (company: string, former: string, key: string): string =>
  ['stagecraft-key-handover-v1', company, former, key].join('\n')

const sign = async (keys: SigningKeys, text: string): Promise<string> =>
  toBase64url(new Uint8Array(await crypto.subtle.sign('Ed25519', keys.privateKey, utf8(text))))

async function isSigned(key: string, signature: string, text: string): Promise<boolean> {
  const publicKey = await crypto.subtle.importKey('raw', fromBase64url(key), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', publicKey, fromBase64url(signature), utf8(text))
}

/** @param lastKey what the checkpoint before is signed with; null where there is none. */
export async function signCheckpoint(
  [newest, ...former]: readonly [SigningKeys, ...SigningKeys[]],
  unsigned: Unsigned,
  lastKey: string | null,
): Promise<Checkpoint> {
  const key = await publicKeyText(newest)
  const handing = lastKey === null || lastKey === key ? undefined : await keyNamed(former, lastKey)
  const former_key = handing ? lastKey : null
  return {
    ...unsigned,
    key,
    former_key,
    handover: handing && lastKey ? await sign(handing, handoverText(unsigned.company, lastKey, key)) : null,
    signature: await sign(newest, signedText({ ...unsigned, former_key })),
  }
}

/** The public keys that ours vouch for: themselves, and those that handed over to them. */
export async function trustedKeys(
  ours: readonly SigningKeys[],
  checkpoints: readonly Checkpoint[],
): Promise<ReadonlySet<string>> {
  const trusted = new Set(await Promise.all(ours.map(publicKeyText)))
  for (const checkpoint of checkpoints.toSorted((a, b) => b.seq - a.seq)) {
    const { company, key, former_key, handover } = checkpoint
    if (former_key === null || handover === null || !(await isTrustedCheckpoint(trusted, checkpoint)))
      continue
    if (await isSigned(former_key, handover, handoverText(company, former_key, key))) trusted.add(former_key)
  }
  return trusted
}

export async function isTrustedCheckpoint(
  trusted: ReadonlySet<string>,
  checkpoint: Checkpoint,
): Promise<boolean> {
  if (!trusted.has(checkpoint.key)) return false
  return isSigned(checkpoint.key, checkpoint.signature, signedText(checkpoint))
}

export async function publicKeyText(keys: SigningKeys): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)))
}

async function keyNamed(keys: readonly SigningKeys[], name: string): Promise<SigningKeys | undefined> {
  for (const one of keys) if ((await publicKeyText(one)) === name) return one
  return undefined
}

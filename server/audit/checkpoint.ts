/**
 * A checkpoint says, signed by a key that the database does not hold: at this moment the chain of this company was so
 * long and ended in this hash. Kept outside the database as well, it shows a chain that was cut or built anew.
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
  /** Ed25519 over `signedText`, base64url. */
  readonly signature: string
}

/** A place outside the database where checkpoints are only ever added. */
export interface CheckpointKeeper {
  keep(checkpoint: Checkpoint): Promise<void>
  ofCompany(companyId: string): Promise<readonly Checkpoint[]>
}

type Unsigned = Omit<Checkpoint, 'key' | 'signature'>

const signedText = ({ company, epoch, seq, hash, at, previous }: Unsigned): string =>
  ['stagecraft-checkpoint-v1', company, epoch, String(seq), hash, at, previous].join('\n')

export async function signCheckpoint(keys: SigningKeys, unsigned: Unsigned): Promise<Checkpoint> {
  const signature = await crypto.subtle.sign('Ed25519', keys.privateKey, utf8(signedText(unsigned)))
  return {
    ...unsigned,
    key: await publicKeyText(keys),
    signature: toBase64url(new Uint8Array(signature)),
  }
}

/** False as well where it was signed by a key that is not ours. */
export async function isOurCheckpoint(keys: SigningKeys, checkpoint: Checkpoint): Promise<boolean> {
  if (checkpoint.key !== (await publicKeyText(keys))) return false
  const signature = fromBase64url(checkpoint.signature)
  return crypto.subtle.verify('Ed25519', keys.publicKey, signature, utf8(signedText(checkpoint)))
}

export async function publicKeyText(keys: SigningKeys): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)))
}

/**
 * A file that nobody reads or changes without its passphrase: AES-256-GCM, the key made of the passphrase by scrypt.
 * Everything that is not secret (format, salt, cost, nonce) stands in the first line, and is protected by the seal too.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

const format = 'stagecraft-backup-1'
/** A tenth of a second and 64 MB for each guess. */
const cost = { N: 65_536, r: 8, p: 1 } as const
const tagBytes = 16

const headerSchema = z.strictObject({
  format: z.literal(format),
  salt: z.base64(),
  nonce: z.base64(),
  N: z.int().min(16_384).max(1_048_576),
  r: z.int().min(8).max(32),
  p: z.int().min(1).max(16),
})

const keyOf = (
  passphrase: string,
  salt: Buffer,
  { N, r, p }: { N: number; r: number; p: number },
): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, 32, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

export async function seal(content: Uint8Array, passphrase: string): Promise<Buffer> {
  const salt = randomBytes(16)
  const nonce = randomBytes(12)
  const header = { format, salt: salt.toString('base64'), nonce: nonce.toString('base64'), ...cost }
  const line = Buffer.from(`${JSON.stringify(header)}\n`)
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt, cost), nonce).setAAD(line)
  return Buffer.concat([line, cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

/** @throws Error in one sentence where it is no backup, the passphrase is wrong, or a single bit was changed. */
export async function unseal(sealed: Buffer, passphrase: string): Promise<Buffer> {
  const end = sealed.subarray(0, 1_000).indexOf(10) + 1
  const line = sealed.subarray(0, end)
  const header = headerSchema.safeParse(parsed(line.toString('utf8'))).data
  if (!header || sealed.length < end + tagBytes) throw new Error('The file is no backup of Stagecraft.')
  const key = await keyOf(passphrase, Buffer.from(header.salt, 'base64'), header)
  const cipher = createDecipheriv('aes-256-gcm', key, Buffer.from(header.nonce, 'base64'), {
    authTagLength: tagBytes,
  })
  cipher.setAAD(line).setAuthTag(sealed.subarray(sealed.length - tagBytes))
  const content = cipher.update(sealed.subarray(end, sealed.length - tagBytes))
  try {
    return Buffer.concat([content, cipher.final()])
  } catch (error) {
    throw new Error('The backup does not open: the passphrase is wrong, or the file was damaged.', {
      cause: error,
    })
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // not our first line
  }
}

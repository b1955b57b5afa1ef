/**
 * By which secret the database is used, as a mark that tells nothing of it. An instance with another one would sign
 * everybody out, could open no second factor and no webhook, and sign checkpoints that make the trail look forged.
 */
import type { Database } from '../database/database.ts'
import { toBase64url } from './bytes.ts'
import { secretMark } from './secrets.ts'

/**
 * Notes the secret at first and compares it from then on.
 * @param goOver this secret is the one from now on.
 * @throws Error in one sentence where it is another one than before.
 */
export async function proveSecret(
  database: Database,
  master: Uint8Array<ArrayBuffer>,
  goOver = false,
): Promise<void> {
  const mark = toBase64url(await secretMark(master))
  await database.owner(async (session) => {
    const [noted] = await session.rows('SELECT secret_mark AS mark FROM installation FOR UPDATE')
    if (noted?.mark === mark) return
    if (typeof noted?.mark === 'string' && !goOver) {
      throw new Error(
        'AUTH_SECRET (without it: secret.key in DATA_DIR) is not the one that this database is used with: give all instances the same. Where it is lost, start once with --new-secret; second factors and webhooks then have to be set up anew, and old checkpoints verify no more.',
      )
    }
    await session.rows('UPDATE installation SET secret_mark = $1', [mark])
  })
}

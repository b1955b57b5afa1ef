/** The installation's master secret: given by the environment, else a file that only its owner may read. */
import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { utf8 } from './bytes.ts'

/** @throws Error where the file is there and too short to be a secret. */
export async function masterSecret(
  given: string | undefined,
  file: string,
): Promise<Uint8Array<ArrayBuffer>> {
  if (given !== undefined) return utf8(given)
  try {
    await writeFile(file, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  const kept = new Uint8Array(await readFile(file))
  if (kept.length < 32) throw new Error(`${file} holds no secret: remove it, and everybody signs in again.`)
  return kept
}

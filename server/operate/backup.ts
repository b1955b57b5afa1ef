/**
 * An installation in one sealed file: every row, the master secret (without it nobody stays signed in and no old
 * checkpoint of the audit trail can be verified) and the checkpoints kept beside the database.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { dump, dumpSchema, undump } from './dump.ts'
import { seal, unseal } from './sealed.ts'

const keptFiles = ['secret.key', 'audit-checkpoints.jsonl'] as const
const contentSchema = z.strictObject({
  made_at: z.string(),
  dump: dumpSchema,
  files: z.partialRecord(z.enum(keptFiles), z.base64()),
})

/** What was saved or put back. */
export interface Summary {
  readonly madeAt: string
  readonly tables: number
  readonly rows: number
}

const summaryOf = ({ made_at, dump: { tables } }: z.infer<typeof contentSchema>): Summary => ({
  madeAt: made_at,
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows.length, 0),
})

export async function backUp(
  database: Database,
  folder: string,
  passphrase: string,
): Promise<{ readonly file: Buffer; readonly summary: Summary }> {
  const files: Partial<Record<(typeof keptFiles)[number], string>> = {}
  for (const name of keptFiles) {
    const bytes = await contentOf(join(folder, name))
    if (bytes) files[name] = bytes.toString('base64')
  }
  const content = { made_at: new Date().toISOString(), dump: await dump(database), files }
  const packed = await promisify(gzip)(JSON.stringify(content))
  return { file: await seal(packed, passphrase), summary: summaryOf(content) }
}

/** @throws Error in one sentence; then nothing was put back. */
export async function restore(
  database: Database,
  folder: string,
  { file, passphrase, migrations }: { file: Buffer; passphrase: string; migrations: readonly Migration[] },
): Promise<Summary> {
  const packed = await unseal(file, passphrase)
  const content = contentSchema.parse(JSON.parse((await promisify(gunzip)(packed)).toString('utf8')))
  await undump(database, content.dump, migrations)
  for (const name of keptFiles) {
    const text = content.files[name]
    if (text) await writeFile(join(folder, name), Buffer.from(text, 'base64'), { mode: 0o600 })
  }
  return summaryOf(content)
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

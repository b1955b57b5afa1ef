/** The installation that a command works on: the one that the server's own settings name. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../server/config.ts'
import type { Database } from '../server/database/database.ts'
import { openPglite } from '../server/database/pglite.ts'
import { openPostgres } from '../server/database/postgres.ts'
import { makeFolder, takeDataDirectory } from '../server/dataDirectory.ts'
import { BadInput } from './io.ts'

export interface Installation {
  readonly database: Database
  /** Where the secret and the checkpoints are kept. */
  readonly folder: string
}

/**
 * @param mayBeNew makes what is not there yet; else a mistyped folder would pass for an empty installation.
 * @throws BadInput with the sentence of whatever stands in the way: a setting, a server that runs, the work itself.
 */
export async function withInstallation<T>(
  work: (installation: Installation) => Promise<T>,
  { mayBeNew = false } = {},
): Promise<T> {
  const undo: (() => Promise<void>)[] = []
  try {
    const { dataDir, databaseUrl } = readConfig(process.env, [])
    if (!mayBeNew && !existsSync(databaseUrl === undefined ? join(dataDir, 'database') : dataDir))
      throw new Error(`DATA_DIR: no installation is in ${dataDir}. Name the folder that the server uses.`)
    // An embedded database has one user at a time; a server's may be backed up while it is at work.
    if (databaseUrl === undefined) undo.push((await takeDataDirectory(dataDir)).release)
    else await makeFolder(dataDir)
    const database =
      databaseUrl === undefined
        ? await openPglite(join(dataDir, 'database'))
        : await openPostgres(databaseUrl)
    undo.push(database.close)
    return await work({ database, folder: dataDir })
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : String(error), { cause: error })
  } finally {
    for (const step of undo.reverse()) await step()
  }
}

const shortest = 12

/** From the environment, where no list of running programs shows it. */
export function passphrase(): string {
  const given = process.env.BACKUP_PASSPHRASE ?? ''
  if (given.length >= shortest) return given
  throw new BadInput(
    `BACKUP_PASSPHRASE has ${given.length} characters: set it to at least ${shortest}, and keep it apart from the backup.`,
  )
}

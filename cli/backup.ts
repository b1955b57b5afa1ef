/** `stagecraft backup`: the whole installation into one sealed file. */
import { writeFile } from 'node:fs/promises'
import { defineCommand } from './command.ts'
import { BadInput, exitCode } from './io.ts'

export const backup = defineCommand({
  name: 'backup',
  usage: 'backup FILE',
  summary: 'Save the whole installation into one sealed file',
  details: [
    'BACKUP_PASSPHRASE       what the file is sealed with; without it nobody opens it, you included',
    'DATA_DIR, DATABASE_URL  the installation, as for the server (./data)',
    'An embedded database is saved while the server is ended, PostgreSQL at any time.',
  ],
  options: {},
  files: [1, 1],
  run: async ({ files: [file = ''], json, io }) => {
    const { passphrase, withInstallation } = await import('./installation.ts')
    const { backUp } = await import('../server/operate/backup.ts')
    const words = passphrase()
    const made = await withInstallation(({ database, folder }) => backUp(database, folder, words))
    try {
      await writeFile(file, made.file, { flag: 'wx', mode: 0o600 })
    } catch (error) {
      throw new BadInput(
        `${file} cannot be written (${error instanceof Error ? error.message : String(error)}).`,
      )
    }
    const { rows, tables } = made.summary
    io.out(
      json
        ? `${JSON.stringify({ file, ...made.summary })}\n`
        : `Saved ${rows} rows of ${tables} tables into ${file} (${made.file.length} bytes, sealed).\n`,
    )
    return exitCode.fine
  },
})

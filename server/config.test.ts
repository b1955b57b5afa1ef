import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

describe('the configuration', () => {
  it('needs nothing to be said', () => {
    expect(readConfig({}, [])).toEqual({
      port: 4400,
      host: '127.0.0.1',
      dataDir: resolve('./data'),
      databaseUrl: undefined,
      seed: 'demo',
      open: false,
      profile: 'full',
      trustProxy: false,
      authSecret: undefined,
      newSecret: false,
      checkpointSecrets: [],
      rateLimit: 600,
      logLevel: 'warn',
      drainSeconds: 0,
      metricsToken: undefined,
      sessions: { idle: 28_800_000, absolute: 2_592_000_000 },
      outgoing: {
        plainHttp: false,
        privateTargets: false,
        keptTrying: 86_400_000,
        smtpUrl: undefined,
        mailFrom: 'Stagecraft <stagecraft@localhost>',
      },
    })
    expect(readConfig({ PORT: ' ', SEED: '' }, ['--open'])).toMatchObject({
      port: 4400,
      seed: 'demo',
      open: true,
    })
    expect(readConfig({}, ['--new-secret'])).toMatchObject({ newSecret: true, open: false })
    expect(readConfig({}, ['--profile', 'blueprint', '--open'])).toMatchObject({
      profile: 'blueprint',
      open: true,
    })
    expect(readConfig({}, ['--profile=tenant-settings'])).toMatchObject({ profile: 'tenant-settings' })
  })

  it.each([
    [{ PORT: '44oo' }, [], /^PORT is "44oo": give a number/],
    [{ PORT: '70000' }, [], /^PORT is "70000"/],
    [{ DATABASE_URL: 'mysql://root:secret@x' }, [], /^DATABASE_URL is not a PostgreSQL address/],
    [
      { DATABASE_URL: 'postgres://u:p/w@h:x/d' },
      [],
      /^DATABASE_URL is not .*: what is none of letters .* as %XX/,
    ],
    [{ SEED: 'yes' }, [], /^SEED is "yes": it is demo/],
    [{ TRUST_PROXY: 'true' }, [], /^TRUST_PROXY is "true"/],
    [{ AUTH_SECRET: 'short' }, [], /^AUTH_SECRET has 5 characters/],
    [{ LOG_LEVEL: 'loud' }, [], /^LOG_LEVEL is "loud": it is one of trace, debug/],
    [{ DRAIN_SECONDS: '-1' }, [], /^DRAIN_SECONDS is "-1"/],
    [{ METRICS_TOKEN: 'short' }, [], /^METRICS_TOKEN has 5 characters/],
    [{ METRICS_TOKEN: 'long enough, and spaced' }, [], /^METRICS_TOKEN has a character that no header/],
    [{ RATE_LIMIT: 'many' }, [], /^RATE_LIMIT is "many": give how many/],
    [{ SESSION_IDLE_MINUTES: '5' }, [], /^SESSION_IDLE_MINUTES is "5": give a whole number from 30/],
    [{ SESSION_DAYS: 'ever' }, [], /^SESSION_DAYS is "ever"/],
    [{ WEBHOOK_PRIVATE_TARGETS: 'yes' }, [], /^WEBHOOK_PRIVATE_TARGETS is "yes": it is refuse, or allow/],
    [{ WEBHOOK_PLAIN_HTTP: '1' }, [], /^WEBHOOK_PLAIN_HTTP is "1"/],
    [{ WEBHOOK_RETRY_HOURS: '0' }, [], /^WEBHOOK_RETRY_HOURS is "0": give a whole number from 1 to 240/],
    [{ SMTP_URL: 'mail.example' }, [], /^SMTP_URL is not the address of a mail server/],
    [{ MAIL_FROM: 'Stagecraft' }, [], /^MAIL_FROM is "Stagecraft": write an address/],
    [{}, ['--opne'], /^"--opne" is not an option/],
    [{}, ['--profile', 'mine'], /^--profile is "mine": it is full, blueprint, tenant-settings/],
    [{}, ['--profile'], /^--profile is ""/],
  ])('says what is wrong with %o %o', (environment, flags, sentence) => {
    expect(() => readConfig(environment, flags)).toThrow(sentence)
  })

  it('says all mistakes at once and repeats no secret', () => {
    const mistakes = () =>
      readConfig({ PORT: 'x', DATABASE_URL: 'http://u:hunter2@h', AUTH_SECRET: 'tooshort' }, [])
    expect(mistakes).toThrow(/PORT[\s\S]*\n[\s\S]*DATABASE_URL[\s\S]*\n[\s\S]*AUTH_SECRET/)
    expect(mistakes).not.toThrow(/hunter2|tooshort/)
  })
})

/**
 * The backend's services on a fresh database of either kind, with companies to work in. One schema, one set of
 * queries: what holds on PGlite has to hold on PostgreSQL, so storage tests run on both.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import type { KyselyPlugin } from 'kysely'
import { v7 } from 'uuid'
import type { Checkpoint } from '../../server/audit/checkpoint.ts'
import { pbkdf2Passwords } from '../../server/auth/pbkdf2Passwords.ts'
import { provisionCompany } from '../../server/auth/provision.ts'
import { createServices, type LiveServices, type ServiceDependencies } from '../../server/createServices.ts'
import type { Database } from '../../server/database/database.ts'
import { migrate } from '../../server/database/migrate.ts'
import { migrationFiles } from '../../server/database/migrationFiles.ts'
import { openPglite } from '../../server/database/pglite.ts'
import { openPostgres } from '../../server/database/postgres.ts'
import type { Actor } from '../../server/services.ts'
import { type Role, rolePermissions } from '../../src/contract/roles.ts'
import { startPostgres } from './postgres.ts'

export const databaseKinds = ['PGlite', 'PostgreSQL'] as const
export type DatabaseKind = (typeof databaseKinds)[number]

export interface TestBackend {
  readonly database: Database
  readonly services: LiveServices
  /** Moves the clock of the services; the database's own is used nowhere. */
  readonly clock: { advance(milliseconds: number): void; now(): Date }
  /** What was reported as a bug. A test that expects none says so. */
  readonly bugs: unknown[]
  /** Connection string; undefined for PGlite. */
  readonly url: string | undefined
  /** A new company with one member of the given role, as somebody signed in. */
  member(role?: Role): Promise<Actor>
  /** Another member of the same company. */
  colleague(of: Actor, role: Role): Promise<Actor>
  close(): Promise<void>
}

export const testPassword = 'correct horse battery staple'

export async function startBackend(
  kind: DatabaseKind,
  given: Pick<ServiceDependencies, 'mailWay' | 'publicUrl'> = {},
): Promise<TestBackend> {
  const postgres = kind === 'PostgreSQL' ? await startPostgres() : undefined
  const database = postgres ? await openPostgres(postgres.url) : await openPglite('memory://')
  await migrate(database, await migrationFiles())
  let offset = 0
  const clock = {
    advance: (by: number) => {
      offset += by
    },
    now: () => new Date(Date.now() + offset),
  }
  const bugs: unknown[] = []
  // Cheap on purpose: what is tested is not how slow guessing is.
  const passwords = pbkdf2Passwords(10)
  const passwordHash = await passwords.hash(testPassword)
  const kept: Checkpoint[] = []
  const services = createServices({
    ...given,
    database,
    clock: clock.now,
    newId: v7,
    keeper: {
      keep: async (checkpoint) => void kept.push(checkpoint),
      ofCompany: async (companyId) => kept.filter(({ company }) => company === companyId),
    },
    secrets: { master: new Uint8Array(randomBytes(32)), passwords },
    report: (error) => bugs.push(error),
  })

  const person = (role: Role, companyId: string, companyName: string): Actor => {
    const userId = v7()
    return {
      userId,
      companyId,
      companyName,
      email: `${role}-${userId}@example.test`,
      displayName: `A ${role.replace('_', ' ')}`,
      role,
      permissions: new Set(rolePermissions[role]),
      sessionId: randomUUID(),
    }
  }
  const memberOf = (actor: Actor) => ({
    id: actor.userId,
    email: actor.email,
    displayName: actor.displayName,
    role: actor.role,
    passwordHash,
  })

  return {
    database,
    services,
    clock,
    bugs,
    url: postgres?.url,
    member: async (role = 'administrator') => {
      const actor = person(role, v7(), 'Test company')
      const company = { id: actor.companyId, name: actor.companyName, members: [memberOf(actor)] }
      await provisionCompany(database, company, services.now())
      return actor
    },
    colleague: async (of, role) => {
      const actor = person(role, of.companyId, of.companyName)
      const { id, email, displayName } = memberOf(actor)
      const made = { created_at: services.now(), is_active: true }
      await database.identity(async (tx) => {
        await tx
          .insertInto('users')
          .values({ ...made, id, email, display_name: displayName, password_hash: passwordHash })
          .execute()
        await tx
          .insertInto('memberships')
          .values({ ...made, company_id: of.companyId, user_id: id, role })
          .execute()
      })
      return actor
    },
    close: async () => {
      await database.close()
      await postgres?.stop()
    },
  }
}

/** Another instance on the same data; each of its statements for a company passes through the plugin, if one is given. */
export const servicesThrough = (
  { database, clock, bugs }: TestBackend,
  plugin?: KyselyPlugin,
): LiveServices =>
  createServices({
    ...{ clock: clock.now, newId: v7, report: (error) => bugs.push(error) },
    secrets: { master: new Uint8Array(32), passwords: pbkdf2Passwords(1) },
    database: {
      ...database,
      company: (scope, work) => database.company(scope, (tx) => work(plugin ? tx.withPlugin(plugin) : tx)),
    },
  })

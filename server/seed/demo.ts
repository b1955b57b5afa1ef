/**
 * The demo company, so that the first start shows something real: people in every role, processes from the ready
 * templates, and deals that have walked through them. A second company stands beside it to show that neither sees the
 * other. Everything goes through the same services as a user's own work. No Node in here: the page's backend uses it.
 */
import { type Role, rolePermissions } from '../../src/contract/roles.ts'
import { findTemplate } from '../../src/domain/templates/index.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'
import type { PasswordHasher } from '../auth/passwords.ts'
import { provisionCompany } from '../auth/provision.ts'
import type { Database } from '../database/database.ts'
import type { Actor, ReferenceTable, Services } from '../services.ts'
import { demoDeals } from './demoDeals.ts'

export const demoPassword = 'Stagecraft-demo-1'

const people: readonly (readonly [name: string, displayName: string, role: Role])[] = [
  ['administrator', 'Ada Winter', 'administrator'],
  ['director', 'Daniel Okafor', 'sales_director'],
  ['operations', 'Olga Marin', 'sales_operations'],
  ['executive', 'Elena Rossi', 'executive'],
  ['manager', 'Mei Tanaka', 'sales_manager'],
  ['representative', 'Rafael Costa', 'sales_representative'],
]

interface DemoCompany {
  readonly name: string
  readonly domain: string
  /** Template and how many deals have walked through it; the first is the default process. */
  readonly processes: readonly (readonly [template: string, deals: number])[]
}

const companies: readonly DemoCompany[] = [
  {
    name: 'Demo Company',
    domain: 'demo.example',
    processes: [
      ['standard-six', 120],
      ['saas-subscription', 30],
      ['enterprise-meddicc', 20],
    ],
  },
  { name: 'Other Company', domain: 'other.example', processes: [['standard-six', 12]] },
]

export interface DemoAccount {
  readonly email: string
  readonly role: Role
}

export interface DemoDependencies {
  readonly database: Database
  readonly services: Services
  readonly passwords: PasswordHasher
}

/** True where no company was ever made: only then may a demo be put in. */
export async function isEmpty(database: Database): Promise<boolean> {
  const any = await database.identity((tx) =>
    tx.selectFrom('companies').select('company_id').limit(1).executeTakeFirst(),
  )
  return any === undefined
}

/** @returns the accounts of the demo company; all have `demoPassword`. */
export async function seedDemo(dependencies: DemoDependencies): Promise<readonly DemoAccount[]> {
  for (const company of companies) await seedCompany(dependencies, company)
  return people.map(([name, , role]) => ({ email: `${name}@demo.example`, role }))
}

async function seedCompany(
  { database, services, passwords }: DemoDependencies,
  { name, domain, processes }: DemoCompany,
): Promise<void> {
  const companyId = services.newId()
  const members = await Promise.all(
    people.map(async ([account, displayName, role]) => ({
      id: services.newId(),
      email: `${account}@${domain}`,
      displayName,
      role,
      passwordHash: await passwords.hash(demoPassword),
    })),
  )
  await provisionCompany(database, { id: companyId, name, members }, services.now())
  const administrator = members.find((member) => member.role === 'administrator')
  if (!administrator) throw new Error('The demo company has no administrator.')
  const actor: Actor = {
    userId: administrator.id,
    companyId,
    companyName: name,
    email: administrator.email,
    displayName: administrator.displayName,
    role: administrator.role,
    permissions: new Set(rolePermissions[administrator.role]),
    sessionId: services.newId(),
  }
  await seedReference(services, actor)
  for (const [index, [template, deals]] of processes.entries()) {
    await seedProcess(services, actor, { template, deals, isDefault: index === 0 })
  }
}

async function seedReference(services: Services, actor: Actor): Promise<void> {
  const reference = standardReference(actor.companyId)
  const insert = async <T extends ReferenceTable>(
    table: T,
    rows: readonly Parameters<typeof services.reference.insert<T>>[2][],
  ) => {
    for (const row of rows) await services.reference.insert(actor, table, row)
  }
  await insert('categories', Object.values(reference.categories))
  await insert('actions', Object.values(reference.actions))
  await insert('approvalWorkflows', Object.values(reference.approvalWorkflows))
  await insert('fields', Object.values(reference.fields))
}

async function seedProcess(
  services: Services,
  actor: Actor,
  given: { readonly template: string; readonly deals: number; readonly isDefault: boolean },
): Promise<void> {
  const template = findTemplate(given.template)
  if (!template) throw new Error(`There is no template "${given.template}" for the demo.`)
  const built = template.build(services.newId, actor.companyId)
  const document = { ...built, process: { ...built.process, isDefault: given.isDefault } }
  await services.writes.change(actor, {
    processId: document.process.id,
    kind: 'create',
    reason: `From the template “${template.name}”`,
    expect: null,
    idempotency: null,
    decide: () => document,
    reply: () => ({ status: 201, body: null, headers: {} }),
  })
  // One feed a step, as a CRM would have told it: each move becomes a row of the stage history.
  for (const step of demoDeals(document, given.deals, services.now())) {
    if (step.length > 0) await services.usage.feed(actor, step)
  }
}

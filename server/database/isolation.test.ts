/**
 * One company must neither see nor touch another's rows, by any SQL that the application could ever send. Tried with
 * raw SQL as the application's own role, table by table, on both databases.
 */
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { templates } from '../../src/domain/templates/index.ts'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { commented, opened } from '../handlers/publishRequests/moves.ts'
import type { Actor } from '../services.ts'
import type { Tx } from './database.ts'
import { proveIsolation } from './selfTest.ts'
import { sqlState } from './sqlState.ts'

async function furnish(backend: TestBackend, actor: Actor): Promise<void> {
  const { services } = backend
  const document = templates[0]?.build(v7, actor.companyId)
  const stageId = Object.keys(document?.stages ?? {})[0]
  if (!document || !stageId) throw new Error('there is no template to start from')
  await services.writes.change(actor, {
    processId: document.process.id,
    kind: 'create',
    reason: 'To begin with.',
    expect: null,
    idempotency: { key: 'k', method: 'POST', path: '/', fingerprint: 'f' },
    settings: { 'opportunities.defaultView': 'board' },
    decide: () => document,
    reply: () => ({ status: 201, body: null, headers: {} }),
  })
  const at = services.now()
  const { companyId } = actor
  await services.usage.feed(actor, [
    {
      id: 'D-1',
      name: 'Deal',
      stageId,
      status: 'open',
      amount: 5,
      ownerName: '',
      enteredStageAt: at,
      createdAt: at,
      closedAt: null,
    },
  ])
  await services.checkpoints.make(companyId)
  await services.drafts.save(actor, {
    id: 'draft',
    processId: document.process.id,
    baseRevision: 1,
    document,
  })
  const request = {
    processId: document.process.id,
    idempotency: null,
    reply: () => ({ status: 200, body: null, headers: {} }),
  }
  const asking = { document, restores: null, reason: 'Why', publishAt: null, baseRevision: 1 }
  await services.publishRequests.open(actor, { ...request, move: opened(asking, actor, true) })
  await services.publishRequests.move(actor, { ...request, number: 1, move: commented('Words') })
  await services.publishRequests.savePolicy(actor, { four_eyes: false })
  await services.security.savePolicy(actor, { fresh_second_factor: true }, null)
  await services.masking.savePolicy(actor, { fields: ['stage.notes'], sees: [] }, null)
  const hook = { name: 'H', url: 'https://hooks.example/', events: [], isActive: true }
  const sent = await services.webhooks.test(actor, (await services.webhooks.create(actor, hook)).id)
  await backend.database.company({ companyId }, (tx) =>
    tx
      .insertInto('outgoing_tries')
      .values({
        company_id: companyId,
        outgoing_id: sent?.id ?? '',
        ...{ attempt: 1, at, status: 500, milliseconds: 1, failure: 'It answered 500.' },
      })
      .execute(),
  )
  await services.mail.prefer(actor, { language: 'de' })
  await services.templates.insert(actor, {
    id: 't',
    companyId,
    templateName: 'Ours',
    description: '',
    category: '',
    document,
  })
  await services.reference.insert(actor, 'categories', {
    id: 'c',
    companyId,
    categoryName: 'C',
    categoryCode: 'C',
    description: null,
    categoryType: 'closing',
    isActive: true,
    sortOrder: 1,
  })
  await services.reference.insert(actor, 'actions', {
    id: 'a',
    companyId,
    actionName: 'A',
    actionCode: 'A',
    description: null,
    actionType: 'create_task',
    executionOrder: 1,
    isActive: true,
    parameters: { title: 'T' },
  })
  await services.reference.insert(actor, 'approvalWorkflows', {
    id: 'w',
    companyId,
    workflowName: 'W',
    isActive: true,
    steps: [],
  })
  await services.reference.insert(actor, 'fields', {
    id: 'f',
    companyId,
    key: 'k',
    label: 'L',
    type: 'text',
    options: [],
    isRequired: false,
  })
  await backend.database.identity((tx) =>
    tx
      .insertInto('sessions')
      .values({
        company_id: companyId,
        id: v7(),
        user_id: actor.userId,
        current_hash: 'h',
        previous_hash: null,
        rotated_at: at,
        signed_in_at: at,
        expires_at: at,
        ended_at: null,
        ended_because: null,
      })
      .execute(),
  )
}

describe.each(databaseKinds)('companies on %s', (kind) => {
  let backend: TestBackend
  let ours: Actor
  let theirs: Actor
  let tables: readonly string[]

  beforeAll(async () => {
    backend = await startBackend(kind)
    ours = await backend.member()
    theirs = await backend.member()
    await furnish(backend, ours)
    await furnish(backend, theirs)
    tables = await backend.database.unscoped(async (tx) => {
      const { rows } = await sql<{ name: string }>`
        select table_name as name from information_schema.columns
        where table_schema = 'stagecraft' and column_name = 'company_id' order by 1`.execute(tx)
      return rows.map((row) => row.name)
    })
  })
  afterAll(() => backend.close())

  const asOurs = <T>(work: (tx: Tx) => Promise<T>) =>
    backend.database.company({ companyId: ours.companyId, userId: ours.userId }, work)
  const stateOf = (attempt: Promise<unknown>) => attempt.then(() => 'answered', sqlState)

  it('covers every table that belongs to a company, with rows of both companies in each', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(17)
    const empty: string[] = []
    await backend.database.owner(async (session) => {
      for (const table of tables.filter((name) => name !== 'isolation_probe')) {
        const own = await session.rows(
          `select relforcerowsecurity as forced from pg_class where oid = 'stagecraft.${table}'::regclass`,
        )
        if (own[0]?.forced !== true) empty.push(`${table} is not forced`)
      }
    })
    for (const table of tables.filter((name) => name !== 'isolation_probe')) {
      const { rows } = await asOurs((tx) =>
        sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx),
      )
      if (!rows[0]?.n) empty.push(table)
    }
    expect(empty).toEqual([])
  })

  it('shows no row of another company, not even when it is asked for by id', async () => {
    for (const table of tables) {
      const { rows } = await asOurs((tx) =>
        sql<{
          n: number
        }>`select count(*)::int as n from ${sql.table(table)} where company_id = ${theirs.companyId}`.execute(
          tx,
        ),
      )
      expect(rows[0], table).toEqual({ n: 0 })
    }
    expect(
      (await asOurs((tx) => sql`select id from users where id = ${theirs.userId}`.execute(tx))).rows,
    ).toEqual([])
  })

  it('changes and deletes no row of another company, and adds none to it', async () => {
    for (const table of tables) {
      const touched = await asOurs((tx) =>
        sql`update ${sql.table(table)} set company_id = company_id where company_id = ${theirs.companyId}`.execute(
          tx,
        ),
      ).then((result) => Number(result.numAffectedRows ?? 0), sqlState)
      expect([0, '42501'], `update ${table}`).toContain(touched)
      const removed = await asOurs((tx) =>
        sql`delete from ${sql.table(table)} where company_id = ${theirs.companyId}`.execute(tx),
      ).then((result) => Number(result.numAffectedRows ?? 0), sqlState)
      expect([0, '42501'], `delete ${table}`).toContain(removed)
    }
    const at = backend.services.now()
    expect(
      await stateOf(
        asOurs((tx) =>
          tx
            .insertInto('tenant_settings')
            .values({
              company_id: theirs.companyId,
              setting_key: 'x',
              setting_value: '1',
              created_at: at,
              updated_at: at,
            })
            .execute(),
        ),
      ),
    ).toBe('42501')
    expect(
      await stateOf(
        asOurs((tx) => sql`update tenant_settings set company_id = ${theirs.companyId}`.execute(tx)),
      ),
    ).toBe('42501')
  })

  it('answers nothing while no company is set: neither never nor emptied', async () => {
    const { database } = backend
    for (const table of tables) {
      expect(
        await stateOf(database.unscoped((tx) => sql`select * from ${sql.table(table)}`.execute(tx))),
        table,
      ).toMatch(/^(42704|22P02|42501)$/)
    }
    expect(
      await stateOf(database.company({ companyId: '' }, (tx) => sql`select * from events`.execute(tx))),
    ).toBe('22P02')
  })

  it('keeps a draft from the colleagues of its owner', async () => {
    const colleague = await backend.colleague(ours, 'sales_director')
    expect(await backend.services.drafts.list(ours)).toHaveLength(1)
    expect(await backend.services.drafts.list(colleague)).toEqual([])
    expect(await backend.services.drafts.find(colleague, 'draft')).toBeNull()
    expect(await backend.services.drafts.remove(colleague, 'draft')).toBe(false)
  })

  it('gives the application no password hash, and sign-in nothing but who may come in', async () => {
    expect(await stateOf(asOurs((tx) => sql`select password_hash from users`.execute(tx)))).toBe('42501')
    expect(await stateOf(asOurs((tx) => sql`select * from users`.execute(tx)))).toBe('42501')
    for (const table of [
      'sales_processes',
      'process_versions',
      'crm_sales_stages',
      'drafts',
      'events',
      'audit_log',
      'audit_private',
      'audit_checkpoints',
      'opportunities',
      'publish_requests',
      'publish_request_comments',
      'webhooks',
      'outgoing',
      'mail_preferences',
    ]) {
      expect(
        await stateOf(backend.database.identity((tx) => sql`select * from ${sql.table(table)}`.execute(tx))),
        table,
      ).toBe('42501')
    }
  })

  it('never lets what happened be changed or removed', async () => {
    for (const table of ['audit_log', 'events', 'process_versions', 'stage_history']) {
      expect(
        await stateOf(
          asOurs((tx) => sql`update ${sql.table(table)} set company_id = company_id`.execute(tx)),
        ),
        table,
      ).toBe('42501')
      expect(await stateOf(asOurs((tx) => sql`delete from ${sql.table(table)}`.execute(tx))), table).toBe(
        '42501',
      )
    }
    expect(await stateOf(asOurs((tx) => sql`delete from crm_sales_stages`.execute(tx)))).toBe('42501')
  })

  it('proves at start that companies are kept apart, and refuses where they are not', async () => {
    await proveIsolation(backend.database)
    const refusesAfter = async (spoil: string, repair: string, reason: RegExp) => {
      await backend.database.owner((session) => session.script(spoil))
      await expect(proveIsolation(backend.database)).rejects.toThrow(reason)
      await backend.database.owner((session) => session.script(repair))
    }
    await refusesAfter(
      'ALTER TABLE drafts DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE drafts ENABLE ROW LEVEL SECURITY',
      /off for drafts/,
    )
    await refusesAfter(
      'ALTER TABLE events NO FORCE ROW LEVEL SECURITY',
      'ALTER TABLE events FORCE ROW LEVEL SECURITY',
      /off for events/,
    )
    await refusesAfter(
      'ALTER ROLE stagecraft_app BYPASSRLS',
      'ALTER ROLE stagecraft_app NOBYPASSRLS',
      /may bypass/,
    )
    await refusesAfter(
      'ALTER POLICY company ON isolation_probe USING (true)',
      'ALTER POLICY company ON isolation_probe USING (company_id = stagecraft.current_company())',
      /saw 2 of two/,
    )
    await proveIsolation(backend.database)
  })
})

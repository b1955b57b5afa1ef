/** What a company has beside its processes: reference data, settings, drafts, deals, and the events of all of it. */
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { StageAction } from '../../src/domain/process/action.ts'
import type { OpportunityField } from '../../src/domain/process/field.ts'
import { findTemplate } from '../../src/domain/templates/index.ts'
import { standardReference } from '../../src/domain/templates/standardReference.ts'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { ApiError } from '../apiError.ts'
import type { Actor, OpportunityProjection, Services } from '../services.ts'

const refusal = async (attempt: Promise<unknown>): Promise<ApiError> => {
  const error = await attempt.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof ApiError) return error
  throw error
}

describe.each(databaseKinds)('company data on %s', (kind) => {
  let backend: TestBackend
  let services: Services
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    services = backend.services
    actor = await backend.member()
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })
  const eventsSince = async (head: number) => services.events.since(actor, head, 1_000)
  const head = () => services.events.head(actor)

  it('keeps every standard row of reference data as it is, in its order, with its times', async () => {
    const standard = standardReference(actor.companyId)
    for (const row of Object.values(standard.categories))
      await services.reference.insert(actor, 'categories', row)
    for (const row of Object.values(standard.actions)) await services.reference.insert(actor, 'actions', row)
    for (const row of Object.values(standard.approvalWorkflows))
      await services.reference.insert(actor, 'approvalWorkflows', row)
    for (const row of Object.values(standard.fields)) await services.reference.insert(actor, 'fields', row)
    expect(await services.reference.all(actor)).toEqual(standard)
    const categories = await services.reference.list(actor, 'categories')
    const orders = categories.map((category) => category.sortOrder)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
    expect(categories[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  })

  it('refuses a second row with the same id or code and says which', async () => {
    const row = {
      id: v7(),
      companyId: '',
      categoryName: 'One',
      categoryCode: `C${v7()}`.slice(-12),
      description: null,
      categoryType: 'closing',
      isActive: true,
      sortOrder: 99,
    } as const
    const stored = await services.reference.insert(actor, 'categories', row)
    expect(stored).toMatchObject({ ...row, companyId: actor.companyId })
    expect(await refusal(services.reference.insert(actor, 'categories', row))).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { field: 'id' },
    })
    const sameCode = { ...row, id: v7() }
    expect(await refusal(services.reference.insert(actor, 'categories', sameCode))).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { field: 'category_code', value: row.categoryCode },
    })
    const field: OpportunityField = {
      id: v7(),
      companyId: '',
      key: 'k_1',
      label: 'K',
      type: 'select',
      options: ['a', 'b'],
      isRequired: true,
    }
    await services.reference.insert(actor, 'fields', field)
    expect(await refusal(services.reference.insert(actor, 'fields', { ...field, id: v7() }))).toMatchObject({
      details: { field: 'key' },
    })
    // The same codes belong to another company just as well.
    const other = await backend.member()
    await services.reference.insert(other, 'categories', row)
    await services.reference.insert(other, 'fields', field)
  })

  it('changes and removes a row, keeps when it was made, and tells of each change', async () => {
    const before = await head()
    const row: StageAction = {
      id: v7(),
      companyId: '',
      actionName: 'Call',
      actionCode: 'CALL_1',
      description: null,
      actionType: 'create_task',
      executionOrder: 1,
      isActive: true,
      parameters: { title: 'Call', z: 1, a: [1, { b: null }] },
    }
    const made = await services.reference.insert(actor, 'actions', row)
    backend.clock.advance(1_000)
    const changed = await services.reference.update(actor, 'actions', { ...row, actionName: 'Phone' })
    expect(changed).toMatchObject({ actionName: 'Phone', createdAt: made.createdAt })
    expect(Date.parse(changed?.updatedAt ?? '')).toBeGreaterThan(Date.parse(made.updatedAt))
    expect(JSON.stringify(changed?.parameters)).toBe(JSON.stringify(row.parameters))
    expect(await services.reference.remove(actor, 'actions', row.id)).toBe(true)
    expect(await services.reference.remove(actor, 'actions', row.id)).toBe(false)
    expect(await services.reference.find(actor, 'actions', row.id)).toBeNull()
    expect(await services.reference.update(actor, 'actions', row)).toBeNull()
    expect((await eventsSince(before)).map((event) => [event.kind, event.rowId, event.data.change])).toEqual([
      ['reference.changed', row.id, 'created'],
      ['reference.changed', row.id, 'updated'],
      ['reference.changed', row.id, 'deleted'],
    ])
  })

  it('keeps settings of any shape by key, and those not named stay', async () => {
    const before = await head()
    await services.settings.save(actor, { 'a.text': 'x', 'a.list': [1, 'two', null], 'b.flag': false })
    await services.settings.save(actor, { 'a.text': null, 'c.object': { z: 1, a: 2 } })
    expect(await services.settings.all(actor)).toEqual({
      'a.text': null,
      'a.list': [1, 'two', null],
      'b.flag': false,
      'c.object': { z: 1, a: 2 },
    })
    await services.settings.save(actor, {})
    expect((await eventsSince(before)).map((event) => event.fields)).toEqual([
      ['a.list', 'a.text', 'b.flag'],
      ['a.text', 'c.object'],
    ])
  })

  it('keeps a draft whole, replaces it, and forgets it', async () => {
    const document = findTemplate('enterprise-meddicc')?.build(v7, actor.companyId)
    if (!document) throw new Error('no template')
    const draft = { id: 'one', processId: document.process.id, baseRevision: 3, document }
    const first = await services.drafts.save(actor, draft)
    expect(first).toEqual({ ...draft, beginning: null, updatedAt: first.updatedAt })
    backend.clock.advance(1_000)
    await services.drafts.save(actor, { ...draft, baseRevision: 4 })
    expect((await services.drafts.list(actor)).map((each) => each.baseRevision)).toEqual([4])
    expect((await services.drafts.find(actor, 'one'))?.document).toEqual(document)
    expect(await services.drafts.remove(actor, 'one')).toBe(true)
    expect(await services.drafts.find(actor, 'one')).toBeNull()
  })

  it('tells colleagues who works on a process, for a quarter of an hour, and nobody else', async () => {
    const document = findTemplate('enterprise-meddicc')?.build(v7, actor.companyId)
    if (!document) throw new Error('no template')
    const draft = { id: 'of-anna', processId: document.process.id, baseRevision: 0, document }
    const anna = await backend.colleague(actor, 'sales_director')
    const stranger = await backend.member()
    const seenBy = async (who: Actor) =>
      (await services.drafts.editors(who)).map(({ processId, by }) => [processId, by.id])
    await services.drafts.save(anna, draft)
    await services.drafts.save(anna, { ...draft, id: 'of-anna-on-her-phone' })
    expect(await seenBy(actor)).toEqual([[draft.processId, anna.userId]])
    expect(await seenBy(anna)).toEqual([])
    expect(await seenBy(stranger)).toEqual([])
    await services.drafts.remove(anna, 'of-anna-on-her-phone')
    expect(await seenBy(actor)).toHaveLength(1)
    backend.clock.advance(15 * 60_000)
    expect(await seenBy(actor)).toEqual([])
    await services.drafts.save(anna, draft)
    await services.drafts.remove(anna, 'of-anna')
    expect(await seenBy(actor)).toEqual([])
  })

  describe('deals', () => {
    let stageIds: string[]
    let processId: string
    beforeAll(async () => {
      const document = findTemplate('standard-six')?.build(v7, actor.companyId)
      if (!document) throw new Error('no template')
      processId = document.process.id
      stageIds = Object.values(document.stages)
        .sort((a, b) => a.stageOrder - b.stageOrder)
        .map((stage) => stage.id)
      await services.writes.change(actor, {
        processId,
        kind: 'create',
        reason: null,
        expect: null,
        idempotency: null,
        decide: () => document,
        reply: () => ({ status: 201, body: null, headers: {} }),
      })
    })
    const deal = (
      id: string,
      stage: number,
      fields: Partial<OpportunityProjection> = {},
    ): OpportunityProjection => ({
      id,
      name: `Deal ${id}`,
      stageId: stageIds[stage] ?? '',
      status: 'open',
      amount: 1_000.5,
      ownerName: 'R. Rep',
      enteredStageAt: '2026-01-31T09:00:00.000Z',
      createdAt: '2026-01-01T09:00:00.000Z',
      closedAt: null,
      ...fields,
    })

    it('are counted and summed by stage, listed by amount, and leave a history of their moves', async () => {
      expect(await services.usage.asOf(actor)).toBeNull()
      expect(
        await services.usage.feed(actor, [deal('a', 0), deal('b', 0, { amount: 2_000 }), deal('c', 1)]),
      ).toEqual({ inserted: 3, updated: 0 })
      expect(
        await services.usage.feed(actor, [
          deal('a', 1),
          deal('c', 1, { status: 'lost', closedAt: '2026-02-01T00:00:00.000Z' }),
          deal('d', 0, { amount: 1 }),
          deal('d', 0, { amount: 7 }),
        ]),
      ).toEqual({ inserted: 1, updated: 2 })
      const usage = {
        [stageIds[0] ?? '']: { openDeals: 2, openAmount: 2_007 },
        [stageIds[1] ?? '']: { openDeals: 1, openAmount: 1_000.5 },
      }
      expect(await services.usage.ofProcess(actor, processId)).toEqual(usage)
      expect(await services.usage.ofCompany(actor)).toEqual(usage)
      expect(await services.usage.ofProcess(actor, 'another')).toEqual({})
      expect(await services.usage.dealsIn(actor, stageIds[0] ?? '', 5)).toEqual([
        deal('b', 0, { amount: 2_000 }),
        deal('d', 0, { amount: 7 }),
      ])
      expect(await services.usage.dealsIn(actor, stageIds[0] ?? '', 1)).toHaveLength(1)
      expect(await services.usage.asOf(actor)).toMatch(/^\d{4}-.*Z$/)
      const history = await backend.database.company({ companyId: actor.companyId }, (tx) =>
        tx
          .selectFrom('stage_history')
          .select(['opportunity_id', 'from_stage_id', 'to_stage_id'])
          .orderBy('opportunity_id')
          .orderBy('id')
          .execute(),
      )
      const [first = '', second = ''] = stageIds
      expect(history.map((row) => [row.opportunity_id, row.from_stage_id, row.to_stage_id])).toEqual([
        ['a', null, first],
        ['a', first, second],
        ['b', null, first],
        ['c', null, second],
        ['d', null, first],
      ])
    })

    it('are refused as a whole where one names a stage that is not there', async () => {
      const before = await services.usage.ofCompany(actor)
      const error = await refusal(
        services.usage.feed(actor, [deal('x', 0), deal('y', 0, { stageId: 'nowhere' })]),
      )
      expect(error).toMatchObject({
        code: 'VALIDATION_FAILED',
        details: { issues: [{ path: 'opportunities.1.stage_id' }] },
      })
      expect(await services.usage.ofCompany(actor)).toEqual(before)
    })
  })

  it('keeps a template of the company, tells of each change, and writes only its size to the audit', async () => {
    const document = findTemplate('renewal')?.build(v7, actor.companyId)
    if (!document) throw new Error('there is no template to start from')
    const row = {
      id: v7(),
      companyId: 'somebody else',
      templateName: 'Our renewal',
      description: 'Ours',
      category: 'Software',
      document,
    }
    const before = await head()
    const stored = await services.templates.insert(actor, row)
    expect(stored).toMatchObject({ ...row, companyId: actor.companyId })
    expect(await services.templates.find(actor, row.id)).toEqual(stored)
    expect(await services.templates.list(actor)).toEqual([stored])
    const renamed = await services.templates.update(actor, { ...row, templateName: 'Our renewals' }, 1)
    expect(renamed?.templateName).toBe('Our renewals')
    const taken = refusal(
      services.templates.insert(actor, { ...row, id: v7(), templateName: 'Our renewals' }),
    )
    expect(await taken).toMatchObject({ code: 'ALREADY_EXISTS', details: { field: 'template_name' } })
    expect(
      await refusal(services.templates.insert(actor, { ...row, templateName: 'Another' })),
    ).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { field: 'id' },
    })
    expect(await services.templates.update(actor, { ...row, id: 'nowhere' }, 1)).toBeNull()
    expect(await services.templates.remove(actor, row.id)).toBe(true)
    expect(await services.templates.remove(actor, row.id)).toBe(false)
    expect((await eventsSince(before)).map(({ kind, data }) => [kind, data])).toEqual(
      ['created', 'updated', 'deleted'].map((change) => [
        'reference.changed',
        { table: 'process_template', change },
      ]),
    )
    const audit = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx.selectFrom('audit_log').select('body').where('entity', '=', 'process_template').execute(),
    )
    expect(audit).toHaveLength(3)
    expect(audit[0]?.body).toContain('Our renewal')
    expect(audit[0]?.body).not.toContain('stage_name')
  })

  it('replays events from anywhere, and says where history does not reach', async () => {
    const last = await head()
    expect(await services.events.since(actor, last, 10)).toEqual([])
    const two = await services.events.since(actor, last - 3, 2)
    expect(two.map((event) => event.seq)).toEqual([last - 2, last - 1])
    expect(two[0]?.by).toEqual({ id: actor.userId, name: actor.displayName })
    expect(await refusal(services.events.since(actor, last + 1, 10))).toMatchObject({
      code: 'EVENTS_TOO_OLD',
      details: { head: last },
    })
    await backend.database.owner((session) =>
      session.script(`ALTER TABLE events NO FORCE ROW LEVEL SECURITY;
        DELETE FROM events WHERE company_id = '${actor.companyId}' AND seq <= 5;
        ALTER TABLE events FORCE ROW LEVEL SECURITY`),
    )
    expect(await refusal(services.events.since(actor, 4, 10))).toMatchObject({ code: 'EVENTS_TOO_OLD' })
    expect((await services.events.since(actor, 5, 1))[0]?.seq).toBe(6)
    expect(await services.events.epoch()).toBe(await services.events.epoch())
  })

  it('has one audit row for every accepted change, numbered without a gap, without names of people', async () => {
    const rows = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx.selectFrom('audit_log').selectAll().orderBy('seq').execute(),
    )
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    const versions = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx.selectFrom('process_versions').select('revision').execute(),
    )
    expect(rows.filter((row) => row.entity === 'process')).toHaveLength(versions.length)
    for (const row of rows) {
      expect(row.user_id).toBe(actor.userId)
      expect(row.body).not.toContain(actor.displayName)
      expect(row.body).not.toContain(actor.email)
    }
  })
})

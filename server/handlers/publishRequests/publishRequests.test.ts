/** Somebody asks for a publish, somebody else decides, and what was agreed to is what is published. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import type { ProcessDocument } from '../../../src/domain/process/process.ts'
import { documentFromWire, documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { type Person, person } from '../../../tests/conformance/person.ts'
import { soundProcess } from '../../../tests/conformance/scene.ts'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../../tests/kit/backend.ts'
import { renamed } from '../../../tests/kit/writer.ts'
import { createApp } from '../../app.ts'
import { createServices } from '../../createServices.ts'
import type { Actor } from '../../services.ts'
import { approved } from './moves.ts'
import { publishDue } from './publishDue.ts'

const hour = 3_600_000

describe.each(databaseKinds)('a publish request on %s', (kind) => {
  let backend: TestBackend
  let administrator: Person
  let director: Person
  let executive: Person
  let author: Actor
  let approver: Actor
  let document: ProcessDocument
  let everybodySignsIn: () => Promise<void>
  beforeAll(async () => {
    backend = await startBackend(kind)
    const app = createApp(backend.services)
    const base = {
      url: 'http://stagecraft.test',
      fetch: (request: Request) => app.fetch(request),
      people: {},
      cookies: false,
      listen: () => Promise.reject(new Error('There is no socket here.')),
      stop: () => backend.close(),
    }
    const signIn = async ({ email }: Actor) =>
      person(
        base,
        (await backend.services.identity.signIn({ email, password: testPassword, address: email }))
          .accessToken,
      )
    const owner = await backend.member('administrator')
    author = await backend.colleague(owner, 'sales_director')
    approver = await backend.colleague(owner, 'executive')
    everybodySignsIn = async () => {
      administrator = await signIn(owner)
      director = await signIn(author)
      executive = await signIn(approver)
    }
    await everybodySignsIn()
  })
  afterAll(async () => {
    expect(backend.bugs).toEqual([])
    await backend.close()
  })

  beforeEach(async () => {
    await fourEyes(false)
    document = soundProcess()
    const body = { document: documentToWire(document) }
    const { value } = await director.does(api.versions.publish, { ...at(0), body })
    document = documentFromWire(value.document)
  })

  const fourEyes = (four_eyes: boolean) =>
    administrator.does(api.publishPolicy.write, { body: { four_eyes } })
  const at = (revision: number) => ({
    params: { id: document.process.id },
    ifMatch: `"v${revision}"`,
    idempotencyKey: randomUUID(),
  })
  const of = (number: number) => ({ params: { id: document.process.id, number } })
  const changed = (name = 'Discover') => renamed(document, Object.keys(document.stages)[0] ?? '', name)
  const bodyFor = (next: ProcessDocument, more: { publish_at?: string; review?: boolean } = {}) => ({
    document: documentToWire(next),
    reason: 'Customers call it so',
    ...more,
  })
  const ask = async (next = changed(), more: { publish_at?: string; review?: boolean } = {}, revision = 1) =>
    (await director.does(api.publishRequests.create, { ...at(revision), body: bodyFor(next, more) })).value
  const headRevision = async () =>
    (await director.does(api.processes.read, { params: { id: document.process.id } })).value.revision
  const someoneElsePublishes = (revision = 1) =>
    administrator.does(api.versions.publish, {
      ...at(revision),
      body: { document: documentToWire(changed('Found first')) },
    })
  const stateOf = async (number: number) => (await director.does(api.publishRequests.read, of(number))).value
  const inHours = (hours: number) => new Date(backend.clock.now().getTime() + hours * hour).toISOString()

  it('stands among those of all processes, and with whom it waits', async () => {
    const { value: created } = await director.does(api.publishRequests.create, {
      ...at(1),
      body: bodyFor(changed()),
    })
    const ofThis = async (who: Person, filter: { waiting?: 'true'; mine?: 'true'; state?: 'open' } = {}) => {
      const query = { process_id: document.process.id, ...filter }
      const { value } = await who.does(api.publishRequests.listAll, { query })
      expect(value.results).toHaveLength(value.count)
      return value.results.map(({ number }) => number)
    }
    const { value: all } = await executive.does(api.publishRequests.listAll, { query: { page_size: 1 } })
    expect(all.results).toEqual([{ ...created, process_name: document.process.processName }])
    expect(await ofThis(executive, { waiting: 'true' })).toEqual([1])
    expect(await ofThis(director, { waiting: 'true' })).toEqual([])
    expect(await ofThis(director, { mine: 'true', state: 'open' })).toEqual([1])
    expect(await ofThis(executive, { mine: 'true' })).toEqual([])
    await someoneElsePublishes()
    expect(await ofThis(executive, { waiting: 'true' })).toEqual([])
    expect(await ofThis(director, { waiting: 'true' })).toEqual([1])
    await executive.does(api.publishRequests.decline, { ...of(1), body: { round: 1, reason: 'Not now' } })
    expect(await ofThis(director, { waiting: 'true' })).toEqual([1])
    await director.does(api.publishRequests.withdraw, { ...of(1), body: {} })
    expect(await ofThis(director, { waiting: 'true' })).toEqual([])
    expect(await ofThis(director)).toEqual([1])
  })

  it('of a process that was never published has the name it asks for', async () => {
    document = soundProcess()
    await director.does(api.publishRequests.create, { ...at(0), body: bodyFor(document) })
    const query = { process_id: document.process.id }
    const { value } = await executive.does(api.publishRequests.listAll, { query })
    expect(value.results).toMatchObject([{ process_name: document.process.processName, base_revision: 0 }])
  })

  it('is read with what it would do, talked about, approved and published by the same act', async () => {
    const request = await ask()
    expect(request).toMatchObject({
      number: 1,
      state: 'open',
      round: 1,
      base_revision: 1,
      out_of_date: false,
    })
    expect(await headRevision()).toBe(1)
    await executive.does(api.publishRequests.comment, { ...of(1), body: { text: 'Who asked for it?' } })
    await director.does(api.publishRequests.comment, { ...of(1), body: { text: 'Sales did.' } })
    const { value: read } = await executive.does(api.publishRequests.read, of(1))
    expect(read.document.stages.map((stage) => stage.stage_name)).toContain('Discover')
    expect(read.impact).toMatchObject({ base_revision: 1, changes: { stages: { updated: 1 } } })
    expect(read.problems.every(({ severity }) => severity === 'warning')).toBe(true)
    expect(read.comments.map(({ text, by }) => [text, by.id])).toEqual([
      ['Who asked for it?', approver.userId],
      ['Sales did.', author.userId],
    ])
    const { value: approved } = await executive.does(api.publishRequests.approve, {
      ...of(1),
      body: { round: 1, reason: 'Fine' },
    })
    expect(approved).toMatchObject({
      state: 'published',
      revision: 2,
      decision: 'Fine',
      decided_by: { id: approver.userId },
    })
    const { value: versions } = await executive.does(api.versions.list, {
      params: { id: document.process.id },
    })
    expect(versions.results[0]).toMatchObject({
      revision: 2,
      kind: 'publish',
      reason: 'Customers call it so',
      by: { id: approver.userId },
      request: { number: 1, requested_by: { id: author.userId }, approved_by: { id: approver.userId } },
    })
    expect(versions.results[1]?.request).toBeNull()
    // Whose change it is stays the author's, whoever let it through.
    const head = await backend.services.processes.load(author, document.process.id)
    expect(head?.document.stages[Object.keys(document.stages)[0] ?? '']?.updatedByUserId).toBe(author.userId)
  })

  it('leaves one audit row and its events for every step', async () => {
    await ask()
    await executive.does(api.publishRequests.comment, { ...of(1), body: { text: 'A thought' } })
    await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 1 } })
    const { value: audit } = await administrator.does(api.audit.list, {
      query: { entity_id: document.process.id },
    })
    expect(audit.results.map(({ type }) => type)).toEqual([
      'process.publish',
      'publish_request.commented',
      'publish_request.created',
      'process.publish',
    ])
    expect(audit.results[0]?.body).toMatchObject({
      request: { number: 1, requested_by: author.userId, approved_by: approver.userId },
    })
    const { value: events } = await director.does(api.events.replay, { query: { since: 0, limit: 1_000 } })
    expect(
      events.events
        .filter(
          ({ process_id, kind: told }) => process_id === document.process.id && !told.startsWith('stage.'),
        )
        .map(({ kind: told }) => told)
        .slice(-4),
    ).toEqual([
      'publish_request.created',
      'publish_request.commented',
      'process.published',
      'publish_request.published',
    ])
    const verified = await administrator.does(api.audit.verify, {})
    expect(verified.value).toMatchObject({ ok: true })
  })

  it('needs somebody else where the company asks for four eyes, on every road', async () => {
    await someoneElsePublishes()
    await fourEyes(true)
    const publish = { ...at(2), body: { document: documentToWire(changed()) } }
    await director.isRefused(api.versions.publish, publish, 'REVIEW_REQUIRED')
    const restore = { params: { id: document.process.id, revision: 1 }, ifMatch: '"v2"', body: {} }
    await director.isRefused(api.versions.restore, restore, 'REVIEW_REQUIRED')
    const { settings } = (await director.does(api.settings.read, {})).value
    const autoCalculateProbability = !settings.opportunities?.autoCalculateProbability
    await director.isRefused(
      api.settings.write,
      { body: { opportunities: { autoCalculateProbability } } },
      'REVIEW_REQUIRED',
    )
    const [stage = ''] = Object.keys(document.stages)
    await director.isRefused(
      api.stages.update,
      { params: { id: stage }, body: { stage_name: 'Alone' } },
      'REVIEW_REQUIRED',
    )
    await director.isRefused(
      api.stages.bulk,
      { body: { changes: [{ id: stage, stage_name: 'Alone' }] } },
      'REVIEW_REQUIRED',
    )
    await director.isRefused(
      api.stages.create,
      { body: { process_id: document.process.id, stage_name: 'Alone', stage_code: 'ALONE' } },
      'REVIEW_REQUIRED',
    )
    await director.isRefused(
      api.publishRequests.create,
      { ...at(2), body: bodyFor(changed(), { publish_at: inHours(1), review: false }) },
      'REVIEW_REQUIRED',
    )
    await ask(changed(), {}, 2)
    await director.isRefused(api.publishRequests.approve, { ...of(1), body: { round: 1 } }, 'OWN_REQUEST')
    await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 1 } })
    expect(await headRevision()).toBe(3)
  })

  it('refuses to approve what the approver has not read', async () => {
    await ask()
    await director.does(api.publishRequests.renew, {
      ...of(1),
      ifMatch: '"v1"',
      body: bodyFor(changed('Slipped in')),
    })
    await executive.isRefused(
      api.publishRequests.approve,
      { ...of(1), body: { round: 1 } },
      'VERSION_CONFLICT',
    )
    expect(await headRevision()).toBe(1)
    await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 2 } })
    expect(await headRevision()).toBe(2)
  })

  it('is out of date once somebody else published, until its author renews it', async () => {
    await ask()
    await someoneElsePublishes()
    expect(await stateOf(1)).toMatchObject({ state: 'open', out_of_date: true })
    await executive.isRefused(
      api.publishRequests.approve,
      { ...of(1), body: { round: 1 } },
      'VERSION_CONFLICT',
    )
    const renewal = { ...of(1), body: bodyFor(changed('Merged')) }
    await director.isRefused(api.publishRequests.renew, { ...renewal, ifMatch: '"v1"' }, 'VERSION_CONFLICT')
    await administrator.isRefused(
      api.publishRequests.renew,
      { ...renewal, ifMatch: '"v2"' },
      'PERMISSION_DENIED',
    )
    const { value } = await director.does(api.publishRequests.renew, { ...renewal, ifMatch: '"v2"' })
    expect(value).toMatchObject({ round: 2, base_revision: 2, out_of_date: false })
    await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 2 } })
    expect(await headRevision()).toBe(3)
  })

  it('is declined with a reason, renewed, and withdrawn by its author alone', async () => {
    await ask()
    const decline = { ...of(1), body: { round: 1, reason: 'Not this quarter' } }
    const { value } = await executive.does(api.publishRequests.decline, decline)
    expect(value).toMatchObject({ state: 'declined', decision: 'Not this quarter' })
    await executive.isRefused(api.publishRequests.approve, { ...of(1), body: { round: 1 } }, 'REQUEST_CLOSED')
    await director.does(api.publishRequests.renew, {
      ...of(1),
      ifMatch: '"v1"',
      body: bodyFor(changed('Again')),
    })
    expect(await stateOf(1)).toMatchObject({ state: 'open', round: 2, decision: null, decided_by: null })
    await administrator.isRefused(api.publishRequests.withdraw, { ...of(1), body: {} }, 'PERMISSION_DENIED')
    await director.does(api.publishRequests.withdraw, { ...of(1), body: { reason: 'Changed my mind' } })
    await director.isRefused(api.publishRequests.withdraw, { ...of(1), body: {} }, 'REQUEST_CLOSED')
    const { value: gone } = await director.does(api.publishRequests.read, of(1))
    expect(gone).toMatchObject({ state: 'withdrawn', impact: null, problems: [] })
  })

  it('asks for nothing that could not be published, and says so before anybody reads it', async () => {
    const { stages } = document
    const [first = ''] = Object.keys(stages)
    const { [first]: _, ...left } = stages
    const transitions = Object.fromEntries(
      Object.entries(document.transitions).filter(
        ([, one]) => one.fromStageId !== first && one.toStageId !== first,
      ),
    )
    await director.isRefused(
      api.publishRequests.create,
      { ...at(1), body: bodyFor({ ...document, stages: left, transitions }) },
      'PROCESS_INVALID',
    )
    await director.isRefused(
      api.publishRequests.create,
      { ...at(1), body: bodyFor(changed(), { publish_at: inHours(-1) }) },
      'VALIDATION_FAILED',
    )
    const { value } = await director.does(api.publishRequests.list, { params: { id: document.process.id } })
    expect(value.count).toBe(0)
  })

  it('is refused where deals have come into a stage that vanishes, and nothing is left of the attempt', async () => {
    const [, second, , lost] = Object.values(document.stages)
    if (!second || !lost) throw new Error('The sound process has four stages.')
    const { [second.id]: _, ...stages } = document.stages
    const bypass = Object.fromEntries(
      Object.entries(document.transitions).map(([id, one]) => [
        id,
        one.toStageId === second.id ? { ...one, toStageId: wonOf(document) } : one,
      ]),
    )
    const transitions = Object.fromEntries(
      Object.entries(bypass).filter(([, one]) => one.fromStageId !== second.id),
    )
    await ask({ ...document, stages: inOrder(stages), transitions })
    const moment = backend.services.now()
    await backend.services.usage.feed(author, [
      {
        id: randomUUID(),
        name: 'Deal',
        stageId: second.id,
        status: 'open',
        amount: 100,
        ownerName: '',
        enteredStageAt: moment,
        createdAt: moment,
        closedAt: null,
      },
    ])
    const before = await auditRows()
    await executive.isRefused(api.publishRequests.approve, { ...of(1), body: { round: 1 } }, 'STAGE_IN_USE')
    expect(await auditRows()).toBe(before)
    const { value } = await director.does(api.publishRequests.read, of(1))
    expect(value).toMatchObject({ state: 'open', impact: { stranded_deals: 1 } })
  })

  it('answers a repeat of each step with what it answered first', async () => {
    const order = { ...at(1), body: bodyFor(changed()) }
    const { value: first } = await director.does(api.publishRequests.create, order)
    expect((await director.does(api.publishRequests.create, order)).value).toEqual(first)
    const approval = { ...of(1), idempotencyKey: randomUUID(), body: { round: 1 } }
    const { value: approved } = await executive.does(api.publishRequests.approve, approval)
    expect((await executive.does(api.publishRequests.approve, approval)).value).toEqual(approved)
    expect(await headRevision()).toBe(2)
  })

  it('has a number of its own, however many ask at once', async () => {
    const asked = await Promise.all(Array.from({ length: 16 }, () => ask()))
    const numbers = asked.map(({ number }) => number).sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, index) => index + 1))
  })

  it('is decided once, however many decide at once', async () => {
    await ask()
    const approvals = await Promise.allSettled(
      [executive, administrator, executive, administrator].map((who) =>
        who.sends('POST', `/api/sales-processes/${document.process.id}/publish-requests/1/approve/`, {
          json: { round: 1 },
        }),
      ),
    )
    const statuses = approvals.map((one) => (one.status === 'fulfilled' ? one.value.status : 0)).sort()
    expect(statuses).toEqual([200, 409, 409, 409])
    expect(await headRevision()).toBe(2)
  })

  it('waits for its time, and is published once by two instances that look at the same moment', async () => {
    await ask(changed(), { publish_at: inHours(2) })
    const { value } = await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 1 } })
    expect(value).toMatchObject({ state: 'scheduled', revision: null })
    await publishDue(backend.services)
    expect(await headRevision()).toBe(1)
    await hoursPass(2)
    const rows = await auditRows()
    await Promise.all([publishDue(backend.services), publishDue(anotherInstance())])
    expect(await stateOf(1)).toMatchObject({ state: 'published', revision: 2 })
    expect(await auditRows()).toBe(rows + 1)
    const { value: audit } = await administrator.does(api.audit.list, {
      query: { entity_id: document.process.id },
    })
    // By whom it was decided, and nobody's session.
    expect(audit.results[0]).toMatchObject({ type: 'process.publish', by: { id: approver.userId } })
  })

  it('is scheduled without a review by who may publish, and called off', async () => {
    const moment = inHours(1)
    expect(await ask(changed(), { publish_at: moment, review: false })).toMatchObject({
      state: 'scheduled',
      publish_at: moment,
      decided_by: { id: author.userId },
    })
    await executive.does(api.publishRequests.decline, { ...of(1), body: { round: 1, reason: 'Freeze' } })
    await hoursPass(1)
    await publishDue(backend.services)
    expect(await headRevision()).toBe(1)
  })

  it('says why it was not published at its time, until its author renews it', async () => {
    await ask(changed(), { publish_at: inHours(1), review: false })
    await someoneElsePublishes()
    await hoursPass(1)
    await publishDue(backend.services)
    const refused = await stateOf(1)
    expect(refused).toMatchObject({ state: 'failed', revision: null })
    expect(refused.refusal).toContain('Another revision was published since')
    expect(await headRevision()).toBe(2)
    // Not tried again by itself.
    const rows = await auditRows()
    await publishDue(backend.services)
    expect(await auditRows()).toBe(rows)
    const { value: events } = await director.does(api.events.replay, { query: { since: 0, limit: 1_000 } })
    expect(events.events.at(-1)).toMatchObject({ kind: 'publish_request.failed', data: { number: 1 } })
    await director.does(api.publishRequests.renew, {
      ...of(1),
      ifMatch: '"v2"',
      body: bodyFor(changed('Now')),
    })
    expect(await stateOf(1)).toMatchObject({ state: 'open', refusal: null, round: 2, publish_at: null })
  })

  it('is not published at its time where whoever agreed was shut out meanwhile', async () => {
    const guest = await backend.colleague(author, 'executive')
    await ask(changed(), { publish_at: inHours(1) })
    const found = await backend.services.publishRequests.find(author, document.process.id, 1)
    if (!found) throw new Error('There is no request.')
    await backend.services.publishRequests.move(guest, {
      processId: document.process.id,
      number: 1,
      idempotency: null,
      move: approved({ round: 1, reason: null }, guest),
      reply: () => ({ status: 200, body: null, headers: {} }),
    })
    await administrator.does(api.members.update, { params: { id: guest.userId }, body: { is_active: false } })
    await hoursPass(1)
    await publishDue(backend.services)
    expect(await stateOf(1)).toMatchObject({ state: 'failed' })
    expect(await headRevision()).toBe(1)
  })

  it('asks for nothing of a process that was deleted', async () => {
    // The first one is the default, which stays.
    document = soundProcess()
    await director.does(api.versions.publish, { ...at(0), body: { document: documentToWire(document) } })
    await administrator.does(api.processes.delete, { params: { id: document.process.id }, ifMatch: '"v1"' })
    await director.isRefused(api.publishRequests.create, { ...at(0), body: bodyFor(changed()) }, 'NOT_FOUND')
  })

  it('asks for a process that was never published', async () => {
    document = soundProcess()
    const listed = async () =>
      (await executive.does(api.publishRequests.list, { params: { id: document.process.id } })).value.results
    expect(await listed()).toEqual([])
    expect(await ask(document, {}, 0)).toMatchObject({ number: 1, base_revision: 0 })
    expect(await listed()).toHaveLength(1)
    await executive.does(api.publishRequests.approve, { ...of(1), body: { round: 1 } })
    expect(await headRevision()).toBe(1)
  })

  const wonOf = ({ stages }: ProcessDocument) =>
    Object.values(stages).find(({ isClosedWon }) => isClosedWon)?.id ?? ''
  const inOrder = (stages: ProcessDocument['stages']): ProcessDocument['stages'] =>
    Object.fromEntries(
      Object.values(stages)
        .sort((a, b) => a.stageOrder - b.stageOrder)
        .map((stage, index) => [stage.id, { ...stage, stageOrder: index + 1 }]),
    )
  const auditRows = () =>
    backend.database.company({ companyId: author.companyId }, async (tx) => {
      const counter = await tx.selectFrom('company_counters').select('audit_seq').executeTakeFirstOrThrow()
      return counter.audit_seq
    })
  /** Access tokens do not outlive an hour: everybody signs in again. */
  const hoursPass = async (hours: number) => {
    backend.clock.advance(hours * hour + 1)
    await everybodySignsIn()
  }
  const anotherInstance = () =>
    createServices({
      database: backend.database,
      clock: backend.clock.now,
      newId: randomUUID,
      secrets: {
        master: new Uint8Array(32),
        passwords: { hash: async () => '', verify: async () => false },
      },
      report: (error) => backend.bugs.push(error),
    })
})

/** An earlier revision comes back through a request, and with it the deals that later ones moved. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../../src/contract/api.ts'
import { type MaskableField, masked } from '../../../src/domain/process/masking.ts'
import { type ProcessDocument, stagesInOrder } from '../../../src/domain/process/process.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { aim, type Target } from '../../../tests/attack/target.ts'
import type { Person } from '../../../tests/conformance/person.ts'
import { renamed, withoutSecond } from '../../../tests/conformance/publishing.ts'
import { soundProcess } from '../../../tests/conformance/scene.ts'
import { databaseKinds } from '../../../tests/kit/backend.ts'
import type { Actor } from '../../services.ts'
import { publishDue } from './publishDue.ts'

const hour = 3_600_000
/** Sooner than a session ends. */
const shortly = 60_000

describe.each(databaseKinds)('bringing a revision back with a second person, on %s', (kind) => {
  let target: Target
  let owner: Actor
  let administrator: Person
  let director: Person
  let executive: Person
  let document: ProcessDocument
  let first: string
  let second: string
  beforeAll(async () => {
    target = await aim(kind)
    const signedIn = await target.signsIn()
    owner = signedIn.actor
    administrator = signedIn.person
    director = (await target.signsIn('sales_director', owner)).person
    executive = (await target.signsIn('executive', owner)).person
  })
  afterAll(async () => {
    expect(target.backend.bugs).toEqual([])
    await target.close()
  })

  /** Two deals; then the second stage goes, and the deal in it to the first. */
  beforeEach(async () => {
    await policy({ fourEyes: false })
    document = soundProcess()
    ;[first = '', second = ''] = stagesInOrder(document).map(({ id }) => id)
    await publish(document, 0)
    await deals({ stays: first, moves: second })
    await publish(withoutSecond(document, { [second]: first }), 1)
    await policy({ fourEyes: true })
  })

  const policy = ({ fourEyes }: { fourEyes: boolean }) =>
    administrator.does(api.publishPolicy.write, { body: { four_eyes: fourEyes } })
  const id = () => document.process.id
  const at = (revision: number) => ({ params: { id: id() }, ifMatch: `"v${revision}"` })
  const publish = (next: ProcessDocument, revision: number) =>
    administrator.does(api.versions.publish, { ...at(revision), body: { document: documentToWire(next) } })
  const elsewhere = async (next: ProcessDocument, revision: number) => {
    await policy({ fourEyes: false })
    await publish(next, revision)
    await policy({ fourEyes: true })
  }
  const nameOf = (name: string) => `${name} ${id()}`
  const deals = async (
    placed: Readonly<Record<string, string>>,
    more: { status?: 'open' | 'lost'; at?: string } = {},
  ) => {
    const now = more.at ?? new Date(target.backend.clock.now().getTime() - hour).toISOString()
    await target.backend.services.usage.feed(
      owner,
      Object.entries(placed).map(([name, stageId]) => ({
        id: nameOf(name),
        name,
        stageId,
        status: more.status ?? 'open',
        amount: 100,
        ownerName: '',
        enteredStageAt: now,
        createdAt: now,
        closedAt: more.status === 'lost' ? target.backend.services.now() : null,
      })),
    )
  }
  const standing = async (stageId: string) =>
    (await target.backend.services.usage.dealsIn(owner, stageId, 10))
      .map(({ id: deal }) => deal.replace(` ${id()}`, ''))
      .sort()
  const goesBack = { restores: 1, reason: 'It sold better' }
  const ask = async (revision = 2, more: { publish_at?: string } = {}) =>
    (await director.does(api.publishRequests.create, { ...at(revision), body: { ...goesBack, ...more } }))
      .value
  const request = () => ({ params: { id: id(), number: 1 } })
  const read = async (who = executive) => (await who.does(api.publishRequests.read, request())).value
  const approve = (round = 1) =>
    executive.does(api.publishRequests.approve, { ...request(), body: { round } })

  it('is foreseen, agreed to, and takes the deals back where they stood', async () => {
    expect(await ask()).toMatchObject({ restores: 1, base_revision: 2, reason: 'It sold better' })
    const { document: asked, impact } = await read()
    expect(asked.stages.map((stage) => stage.id)).toContain(second)
    const foreseen = {
      returns: [
        { stage_id: first, stage_name: 'Qualify', returns_to: second, open_deals: 1, open_amount: 100 },
      ],
      stages: [],
      moved_deals: 1,
      stranded_deals: 0,
      weighted_amount: { before: 40, after: 80 },
    }
    expect(impact).toMatchObject(foreseen)
    const { value } = await director.does(api.processes.impact, {
      params: { id: id() },
      body: { restores: 1 },
    })
    expect(value).toMatchObject(foreseen)
    expect([await standing(first), await standing(second)]).toEqual([['moves', 'stays'], []])
    expect((await approve()).value).toMatchObject({ state: 'published', revision: 3, restores: 1 })
    expect([await standing(first), await standing(second)]).toEqual([['stays'], ['moves']])
    const { value: versions } = await executive.does(api.versions.list, { params: { id: id() } })
    expect(versions.results[0]).toMatchObject({ revision: 3, kind: 'restore', request: { number: 1 } })
  })

  it('takes back those alone that are still where they were put when it is published', async () => {
    await ask()
    await deals({ late: first })
    const moment = target.backend.services.now()
    await deals({ moves: first }, { at: moment })
    expect((await read()).impact).toMatchObject({ returns: [], moved_deals: 0 })
    await approve()
    expect([await standing(first), await standing(second)]).toEqual([['late', 'moves', 'stays'], []])
  })

  it('leaves closed what somebody closed since', async () => {
    const [moved] = (await target.backend.services.usage.dealsIn(owner, first, 10)).filter(
      ({ id: deal }) => deal === nameOf('moves'),
    )
    await deals({ moves: first }, { status: 'lost', at: moved?.enteredStageAt ?? '' })
    await ask()
    expect((await read()).impact).toMatchObject({ returns: [] })
    await approve()
    expect([await standing(first), await standing(second)]).toEqual([['stays'], []])
  })

  it('finds the way back through stages that are gone for good', async () => {
    const other = randomUUID()
    const replaced: ProcessDocument = JSON.parse(JSON.stringify(document).replaceAll(second, other))
    await policy({ fourEyes: false })
    // Back to the beginning; then the second stage is replaced, and its heir goes.
    await director.does(api.versions.restore, {
      params: { id: id(), revision: 1 },
      ifMatch: '"v2"',
      body: {},
    })
    await publish({ ...replaced, process: { ...replaced.process, stageMigrations: { [second]: other } } }, 3)
    expect(await standing(other)).toEqual(['moves'])
    await publish(withoutSecond(replaced, { [other]: first }), 4)
    await policy({ fourEyes: true })
    expect(await standing(first)).toEqual(['moves', 'stays'])
    await ask(5)
    await approve()
    expect([await standing(first), await standing(second)]).toEqual([['stays'], ['moves']])
  })

  it('is asked for anew when somebody published in between, on top of that', async () => {
    await ask()
    await elsewhere(renamed(withoutSecond(document), first, 'Discover'), 2)
    expect(await read()).toMatchObject({ out_of_date: true })
    const refused = { ...request(), body: { round: 1 } }
    await executive.isRefused(api.publishRequests.approve, refused, 'VERSION_CONFLICT')
    const renewal = { ...request(), body: goesBack }
    await director.isRefused(api.publishRequests.renew, { ...renewal, ifMatch: '"v2"' }, 'VERSION_CONFLICT')
    await director.does(api.publishRequests.renew, { ...renewal, ifMatch: '"v3"' })
    expect(await read()).toMatchObject({ round: 2, restores: 1, impact: { moved_deals: 1 } })
    await approve(2)
    expect(await standing(second)).toEqual(['moves'])
  })

  it('becomes an ordinary request when a document takes its place, and then moves nothing back', async () => {
    await ask()
    const next = documentToWire({ ...document, process: { ...document.process, description: 'By hand' } })
    const body = { document: next, reason: 'By hand' }
    const { value } = await director.does(api.publishRequests.renew, { ...request(), ifMatch: '"v2"', body })
    expect(value).toMatchObject({ restores: null, round: 2 })
    await approve(2)
    expect(await standing(first)).toEqual(['moves', 'stays'])
  })

  it('says one thing: a document or a revision that there is', async () => {
    const both = { ...goesBack, document: documentToWire(document) }
    const none = { reason: 'Why' }
    for (const body of [both, none]) {
      const refusal = await director.isRefused(
        api.publishRequests.create,
        { ...at(2), body },
        'VALIDATION_FAILED',
      )
      expect(refusal.message).toContain('either a document or')
    }
    const never = { ...goesBack, restores: 9 }
    await director.isRefused(api.publishRequests.create, { ...at(2), body: never }, 'NOT_FOUND')
    await director.isRefused(api.publishRequests.create, { ...at(1), body: goesBack }, 'VERSION_CONFLICT')
    const nowhere = { params: { id: randomUUID() }, ifMatch: '"v0"', body: goesBack }
    await director.isRefused(api.publishRequests.create, nowhere, 'NOT_FOUND')
  })

  it('waits for its time, and is done once by two that look at the same moment', async () => {
    await ask(2, { publish_at: new Date(target.backend.clock.now().getTime() + shortly).toISOString() })
    expect((await approve()).value).toMatchObject({ state: 'scheduled' })
    expect(await standing(second)).toEqual([])
    target.backend.clock.advance(shortly + 1)
    await Promise.all([publishDue(target.backend.services), publishDue(target.backend.services)])
    expect(await read()).toMatchObject({ state: 'published', revision: 3 })
    expect([await standing(first), await standing(second)]).toEqual([['stays'], ['moves']])
    const ways = await target.backend.database.company({ companyId: owner.companyId }, (tx) =>
      tx
        .selectFrom('stage_history')
        .select(['from_stage_id', 'to_stage_id'])
        .where('opportunity_id', '=', nameOf('moves'))
        .orderBy('changed_at')
        .execute(),
    )
    expect(ways.slice(-2)).toEqual([
      { from_stage_id: second, to_stage_id: first },
      { from_stage_id: first, to_stage_id: second },
    ])
  })

  it('shows whoever decides nothing that is hidden from them', async () => {
    await elsewhere(
      { ...withoutSecond(document), stages: withNotes(withoutSecond(document).stages, 'canary') },
      2,
    )
    await hides('opportunity.amount', 'stage.notes')
    try {
      await ask(3)
      const said = await executive.sends('GET', `/api/sales-processes/${id()}/publish-requests/1/`)
      expect(said.text).not.toContain('canary')
      expect((await read()).impact).toMatchObject({
        returns: [{ open_deals: 1, open_amount: masked }],
        weighted_amount: { before: masked, after: masked },
      })
      await approve()
      expect(await standing(second)).toEqual(['moves'])
      const head = await target.backend.services.processes.load(owner, id())
      expect(head?.document.stages).toMatchObject({ [second]: { notes: document.stages[second]?.notes } })
    } finally {
      await hides()
    }
  })

  const hides = async (...fields: MaskableField[]) => {
    const { etag: ifMatch } = await administrator.does(api.masking.readPolicy, {})
    await administrator.does(api.masking.writePolicy, { ifMatch, body: { fields, sees: [] } })
  }
  const withNotes = (stages: ProcessDocument['stages'], notes: string): ProcessDocument['stages'] =>
    Object.fromEntries(Object.values(stages).map((stage) => [stage.id, { ...stage, notes }]))
})

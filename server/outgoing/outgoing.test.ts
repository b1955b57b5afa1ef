/** From what happens in a company to whoever asked to be told: once, signed, again until it arrives, and no longer. */
import { Webhook } from 'standardwebhooks'
import { v7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StageAction } from '../../src/domain/process/action.ts'
import { withRows } from '../../src/domain/process/process.ts'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { startSending } from '../../tests/kit/sending.ts'
import { threeStages } from '../../tests/kit/writer.ts'
import type { MailContent } from '../mail/stageMails.ts'
import type { Actor, OpportunityProjection, StoredDelivery, WebhookFields } from '../services.ts'
import type { Post } from '../webhooks/post.ts'
import type { Outcome } from './queue.ts'
import type { Sender } from './sender.ts'

const hour = 3_600_000

describe.each(databaseKinds)('what leaves a company, on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  let posts: Post[]
  let mails: (MailContent & { readonly id: string })[]
  let answer: (one: Post) => Outcome | Promise<Outcome>
  const senders: Sender[] = []

  beforeAll(async () => {
    backend = await startBackend(kind)
  })
  beforeEach(async () => {
    await Promise.all(senders.splice(0).map((sender) => sender.close()))
    actor = await backend.member()
    posts = []
    mails = []
    answer = () => ({ delivered: true, status: 204, milliseconds: 3, excerpt: '' })
  })
  afterAll(async () => {
    await Promise.all(senders.map((sender) => sender.close()))
    expect(backend.bugs).toEqual([])
    await backend.close()
  })

  const sender = (): Sender => {
    const one = startSending(backend, {
      keptTrying: 24 * hour,
      chance: () => 0.5,
      poster: async (given) => {
        posts.push(given)
        return answer(given)
      },
      mails: {
        send: async (id, mail) => {
          mails.push({ id, ...mail })
          return { delivered: true, milliseconds: 1 }
        },
      },
    })
    senders.push(one)
    return one
  }
  /** An instance that sends what there is, and ends: left running it would take what the next is to send. */
  const sends = async () => {
    const one = sender()
    await one.settled()
    await one.close()
  }
  const aWebhook = (given: Partial<WebhookFields> = {}) =>
    backend.services.webhooks.create(actor, {
      name: 'Warehouse',
      url: 'https://hooks.example/in',
      events: [],
      isActive: true,
      ...given,
    })
  /** Each is one event of the kind settings.changed. */
  const somethingHappens = async (times = 1) => {
    for (let index = 0; index < times; index += 1)
      await backend.services.settings.save(actor, { 'opportunities.itemsPerPage': 10 + index })
  }
  const logOf = async (id: string): Promise<readonly StoredDelivery[]> =>
    (await backend.services.webhooks.deliveries(actor, id, { state: undefined, offset: 0, limit: 100 }))
      ?.rows ?? []
  const statesOf = async (id: string) => (await logOf(id)).map(({ state, attempts }) => [state, attempts])
  const told = () => posts.map(({ body }) => JSON.parse(body))

  it('tells each event once, signed so that any library of the standard believes it', async () => {
    const { id, secret } = await aWebhook()
    await somethingHappens()
    await sends()
    expect(posts).toHaveLength(1)
    const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = posts
    expect(url).toBe('https://hooks.example/in')
    expect(new Webhook(secret).verify(body, { ...headers })).toMatchObject({
      type: 'settings.changed',
      company_id: actor.companyId,
      by: { id: actor.userId },
    })
    expect(() => new Webhook(secret).verify(`${body} `, { ...headers })).toThrow()
    const [delivery] = await logOf(id)
    expect(delivery).toMatchObject({
      id: headers['webhook-id'],
      state: 'delivered',
      status: 204,
      nextAt: null,
    })
    await sends()
    expect(posts).toHaveLength(1)
  })

  it('is tried by hand, and keeps its secret from the database and from everybody but its maker', async () => {
    const { id, secret } = await aWebhook({ isActive: false })
    expect(await backend.services.webhooks.test(actor, id)).toMatchObject({
      kind: 'webhook.test',
      state: 'waiting',
    })
    await sends()
    expect(told()).toMatchObject([{ type: 'webhook.test', seq: 0 }])
    const stored = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx.selectFrom('webhooks').selectAll().execute(),
    )
    expect(JSON.stringify(stored)).not.toContain(secret.slice('whsec_'.length))
    expect(JSON.stringify(await backend.services.webhooks.list(actor))).not.toContain('whsec_')
    const audit = await backend.services.audit.list(actor, {}, { offset: 0, limit: 10 })
    expect(audit.rows.map(({ type }) => type)).toContain('webhook.created')
    expect(JSON.stringify(audit.rows)).not.toContain(secret.slice('whsec_'.length))

    const renewed = await backend.services.webhooks.renewSecret(actor, id)
    await backend.services.webhooks.test(actor, id)
    await sends()
    const last = posts.at(-1)
    expect(() => new Webhook(secret).verify(last?.body ?? '', { ...last?.headers })).toThrow()
    expect(new Webhook(renewed?.secret ?? '').verify(last?.body ?? '', { ...last?.headers })).toBeTruthy()
  })

  it('tells only what was chosen, from the moment it was asked for, and nothing while it is off', async () => {
    await somethingHappens()
    const chosen = await aWebhook({ name: 'Chosen', events: ['reference.changed'] })
    const all = await aWebhook({ name: 'All' })
    await somethingHappens()
    const own = sender()
    await own.settled()
    expect(await statesOf(chosen.id)).toEqual([])
    expect(await statesOf(all.id)).toEqual([['delivered', 1]])

    await somethingHappens()
    answer = () => ({ delivered: false, status: 503, failure: 'It answered 503.' })
    await own.settled()
    answer = () => ({ delivered: true, status: 200 })
    const { name, url, events } = all
    await backend.services.webhooks.update(actor, all.id, { name, url, events, isActive: false }, null)
    // Neither what waited for its next try, nor what happens now.
    await somethingHappens()
    backend.clock.advance(hour)
    await own.settled()
    await backend.services.webhooks.update(actor, all.id, { name, url, events, isActive: true }, null)
    await somethingHappens()
    await own.settled()
    expect(await statesOf(all.id)).toEqual([
      ['delivered', 1],
      ['parked', 1],
      ['delivered', 1],
    ])
  })

  it('is sent by one of several instances, never by two', async () => {
    await aWebhook()
    await somethingHappens(12)
    await Promise.all([sender(), sender(), sender()].map((one) => one.settled()))
    const seqs = told().map(({ seq }) => seq)
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, index) => seqs[0] + index))
    expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(12)
  })

  it('keeps how each try went', async () => {
    const { id } = await aWebhook()
    answer = () => ({ delivered: false, status: 503, milliseconds: 7, failure: 'It answered 503.' })
    await somethingHappens()
    await sends()
    answer = () => ({ delivered: true, status: 204, milliseconds: 3 })
    backend.clock.advance(hour)
    await sends()
    const [row] = await logOf(id)
    expect(row?.tries).toMatchObject([
      { status: 503, milliseconds: 7, failure: 'It answered 503.' },
      { status: 204, milliseconds: 3, failure: null },
    ])
    expect(row?.tries[1]?.at).toBe(row?.triedAt)
  })

  it('leaves who asks for it alone for as long as they ask, at most an hour', async () => {
    const { id } = await aWebhook()
    const pause = async (asked: number) => {
      answer = () => ({ delivered: false, status: 429, failure: 'It answered 429.', leaveFor: asked })
      await sends()
      const [row] = await logOf(id)
      const wait = Date.parse(row?.nextAt ?? '') - backend.clock.now().getTime()
      backend.clock.advance(wait)
      return Math.round(wait / 60_000)
    }
    await somethingHappens()
    expect([await pause(20 * 60_000), await pause(30 * hour)]).toEqual([20, 60])
    answer = () => ({ delivered: true, status: 200 })
    await sends()
    expect((await logOf(id))[0]).toMatchObject({ state: 'delivered', attempts: 3 })
  })

  it('tries again with longer and longer pauses under the same id, and gives up after a day', async () => {
    const { id } = await aWebhook()
    answer = () => ({ delivered: false, status: 503, failure: 'It answered 503.', excerpt: 'busy' })
    await somethingHappens()
    const own = sender()
    const pauses: number[] = []
    let [row] = await logOf(id)
    for (let tries = 1; tries < 100; tries += 1) {
      await own.settled()
      ;[row] = await logOf(id)
      if (row?.state !== 'waiting') break
      const pause = Date.parse(row.nextAt ?? '') - backend.clock.now().getTime()
      pauses.push(Math.round(pause / 1_000))
      backend.clock.advance(pause)
    }
    expect(row).toMatchObject({ state: 'parked', status: 503, excerpt: 'busy', failure: 'It answered 503.' })
    expect(pauses.slice(0, 7)).toEqual([5, 15, 45, 135, 405, 1_215, 3_600])
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(22 * 3_600)
    expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1)

    answer = () => ({ delivered: true, status: 200 })
    await backend.services.webhooks.redeliver(actor, id, row?.id ?? '')
    await own.settled()
    expect((await logOf(id))[0]).toMatchObject({ state: 'delivered', failure: null })
  })

  it('is given up at once where the other side says so, and waits for nobody who hangs', async () => {
    const hanging = await aWebhook({ name: 'Hanging', url: 'https://slow.example/' })
    const gone = await aWebhook({ name: 'Gone', url: 'https://gone.example/' })
    let letGo = () => {}
    const hang = new Promise<Outcome>((resolve) => {
      letGo = () => resolve({ delivered: true, status: 200 })
    })
    answer = ({ url }) =>
      url.includes('slow') ? hang : { delivered: false, final: true, status: 410, failure: 'Gone.' }
    await somethingHappens(6)
    const done = sender().settled()
    await expect.poll(() => posts.filter(({ url }) => url.includes('gone')).length).toBe(6)
    letGo()
    await done
    expect((await statesOf(gone.id)).every(([state]) => state === 'parked')).toBe(true)
    expect((await statesOf(hanging.id)).every(([state]) => state === 'delivered')).toBe(true)
  })

  it('comes back where the instance that had taken it died', async () => {
    const { id } = await aWebhook()
    await somethingHappens()
    let dies = () => {}
    answer = () =>
      new Promise((_, reject) => {
        dies = () => reject(new Error('died'))
      })
    const first = sender()
    void first.settled()
    await expect.poll(() => posts.length).toBe(1)
    // Another instance finds nothing while the first may still be at it.
    answer = () => ({ delivered: true, status: 200 })
    await sends()
    expect(posts).toHaveLength(1)
    backend.clock.advance(61_000)
    await sends()
    expect(posts).toHaveLength(2)
    expect(await statesOf(id)).toEqual([['delivered', 2]])
    // What the first says too late counts no more.
    dies()
    await first.close()
    expect(await statesOf(id)).toEqual([['delivered', 2]])
    expect(backend.bugs.splice(0)).toHaveLength(1)
  })

  it('refuses addresses inside a private network, a fifty-first, and to overwrite what one has not seen', async () => {
    const inside = { name: 'Inside', url: 'https://127.0.0.1/', events: [], isActive: true }
    await expect(backend.services.webhooks.create(actor, inside)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      details: { issues: [{ path: 'url' }] },
    })
    const made = await aWebhook()
    await backend.services.webhooks.update(actor, made.id, { ...made, name: 'Mine' }, made.revision)
    await expect(
      backend.services.webhooks.update(actor, made.id, { ...made, name: 'Theirs' }, made.revision),
    ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    for (let count = 1; count < 50; count += 1) await aWebhook()
    await expect(aWebhook()).rejects.toMatchObject({ code: 'LIMIT_REACHED' })
  })

  it('is forgotten after a month, and with the person it is about', async () => {
    const { id } = await aWebhook()
    await somethingHappens(2)
    await sends()
    const [last] = await logOf(id)
    await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx
        .updateTable('outgoing')
        .set({ created_at: '2026-01-01T00:00:00.000Z' })
        .where('id', '=', last?.id ?? '')
        .execute(),
    )
    backend.clock.advance(25 * hour)
    await backend.services.forgetDue()
    expect(await logOf(id)).toHaveLength(1)
    const administrator = await backend.colleague(actor, 'administrator')
    await backend.services.privacy.erase(administrator, actor.userId)
    await expect(
      backend.services.webhooks.deliveries(administrator, id, {
        state: undefined,
        offset: 0,
        limit: 10,
      }),
    ).resolves.toMatchObject({ count: 0 })
  })

  describe('when deals move', () => {
    const { ids, ...bare } = threeStages()
    const [first, second] = ids
    const actionIds = { first: v7(), second: v7(), third: v7() }
    const stages = Object.values(bare.stages).map((stage) =>
      stage.id === second ? { ...stage, entryActionIds: Object.values(actionIds) } : stage,
    )
    const document = withRows(bare, { stages })
    const moves = (stageId: string, more: Partial<OpportunityProjection> = {}) =>
      backend.services.usage.feed(
        actor,
        [
          {
            id: 'D-1',
            name: 'Harbor rollout',
            stageId,
            status: 'open',
            amount: 1_250.5,
            ownerName: actor.displayName,
            enteredStageAt: backend.clock.now().toISOString(),
            createdAt: '2026-01-05T09:00:00.000Z',
            closedAt: null,
            ...more,
          },
        ],
        'people are told',
      )
    beforeEach(async () => {
      const action = (id: string, more: Pick<StageAction, 'actionCode' | 'actionType' | 'parameters'>) =>
        backend.services.reference.insert(actor, 'actions', {
          id,
          companyId: '',
          actionName: more.actionCode,
          description: null,
          executionOrder: 1,
          isActive: true,
          ...more,
        })
      await action(actionIds.first, {
        actionCode: 'TELL',
        actionType: 'notify_in_app',
        parameters: { to: 'owner', message: 'Plan the next step.' },
      })
      await action(actionIds.second, {
        actionCode: 'MAIL',
        actionType: 'send_email',
        parameters: { to: 'customer@elsewhere.example', subject: 'Welcome', body: 'Good to see you.' },
      })
      await action(actionIds.third, {
        actionCode: 'LOST',
        actionType: 'send_email',
        parameters: { to: 'decision_maker', subject: 'For you' },
      })
      await backend.services.writes.change(actor, {
        processId: document.process.id,
        kind: 'publish',
        reason: null,
        expect: null,
        idempotency: null,
        decide: () => document,
        reply: () => ({ status: 201, body: null, headers: {} }),
      })
      await moves(first)
      await sends()
    })

    it('writes what the stage says, to whom it says, each in their language; once', async () => {
      await backend.services.mail.prefer(actor, { language: 'de' })
      await moves(second)
      const own = sender()
      await own.settled()
      await own.settled()
      expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
        [actor.email, 'Harbor rollout ist jetzt in „Stage 2“'],
        ['customer@elsewhere.example', 'Welcome'],
      ])
      const [own1, outside] = mails
      expect(own1?.text).toContain('Harbor rollout ist von „Stage 1“ nach „Stage 2“ gewandert.')
      expect(own1?.text).toContain('Plan the next step.')
      expect(own1?.text).toContain('1.250,5')
      // Strangers read the words of the process and nothing else.
      expect(outside?.text).toBe('Good to see you.')
      const log = await backend.services.mail.list(actor)
      expect(log.map(({ state, failure }) => [state, failure]).sort()).toEqual([
        ['delivered', null],
        ['delivered', null],
        ['parked', 'Nobody is known here as “decision_maker”: name an address, a role or the owner.'],
      ])
    })

    it('notifies nobody who does not want it, nor of what happened long ago, nor whom the owner is not', async () => {
      await backend.services.mail.prefer(actor, { about_deals: false })
      await moves(second)
      await sends()
      expect(mails.map(({ to }) => to)).toEqual(['customer@elsewhere.example'])
      await backend.services.mail.prefer(actor, { about_deals: true })
      await moves(first)
      await moves(second, { enteredStageAt: '2026-01-06T09:00:00.000Z' })
      await moves(first)
      await moves(second, { ownerName: 'Somebody else' })
      await sends()
      expect(mails.map(({ to }) => to)).toEqual(['customer@elsewhere.example', 'customer@elsewhere.example'])
    })
  })
})

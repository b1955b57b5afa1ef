/** Live events: everybody gets each event of their company once and in order, or is told to load afresh. */
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type ServerMessage, serverMessage } from '../../src/contract/events.ts'
import { databaseKinds, startBackend, type TestBackend, testPassword } from '../../tests/kit/backend.ts'
import type { Actor } from '../services.ts'
import { createHub, type Hub } from './hub.ts'

/** Something one waits for. */
function signal() {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give: () => give() }
}

/** The other end of a line: what it was sent, and waiting for more. */
function listenTo(hub: Hub) {
  const messages: ServerMessage[] = []
  const waiting: (() => void)[] = []
  let buffered = 0
  let closedWith: number | null = null
  const wake = () => {
    for (const look of waiting.splice(0)) look()
  }
  const line = hub.connect({
    send: (text) => {
      messages.push(serverMessage.parse(JSON.parse(text)))
      wake()
    },
    close: (code) => {
      closedWith = code
      wake()
    },
    buffered: () => buffered,
  })
  const until = async <T>(found: () => T | undefined | null | false): Promise<T> => {
    for (;;) {
      const value = found()
      if (value) return value
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }
  const seqs = () => messages.flatMap((message) => (message.type === 'event' ? [message.seq] : []))
  return {
    messages,
    seqs,
    say: (message: object | string) =>
      line.receive(typeof message === 'string' ? message : JSON.stringify(message)),
    hangUp: () => line.closed(),
    fallBehind: (bytes: number) => {
      buffered = bytes
    },
    hello: () => until(() => messages.find((message) => message.type === 'hello')),
    events: (count: number) => until(() => seqs().length >= count && seqs()),
    message: (type: ServerMessage['type']) => until(() => messages.find((message) => message.type === type)),
    closing: () => until(() => closedWith),
    get closedWith() {
      return closedWith
    },
  }
}

describe.each(databaseKinds)('the event hub on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  let hub: Hub
  beforeAll(async () => {
    backend = await startBackend(kind)
    actor = await backend.member()
    await backend.database.onWake(backend.services.wakeUps.publish)
    hub = newHub()
  })
  afterAll(async () => {
    hub.close()
    await backend.close()
  })
  afterEach(() => {
    vi.useRealTimers()
    expect(backend.bugs).toEqual([])
  })

  const newHub = (companyEvents = backend.services.companyEvents) => {
    const { identity, wakeUps } = backend.services
    return createHub({
      identity,
      companyEvents,
      wakeUps,
      clock: backend.clock.now,
      report: (error) => backend.bugs.push(error),
    })
  }
  const signIn = (who = actor) =>
    backend.services.identity.signIn({ email: who.email, password: testPassword, address: v7() })
  /** `count` events of the company, one after the other. */
  const happen = async (count: number, who = actor) => {
    for (let time = 0; time < count; time += 1)
      await backend.services.settings.save(who, { [`key.${v7()}`]: time })
  }
  const listening = async (who = actor, since?: number, at = hub) => {
    const other = listenTo(at)
    other.say({ type: 'auth', token: (await signIn(who)).accessToken })
    const { epoch, head } = await other.hello()
    other.say({ type: 'resume', epoch, since: since ?? head })
    await other.message('bookmark')
    return { ...other, epoch, head }
  }
  const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + 1 + index)

  it('tells what happens, each once, in order, with the number before it', async () => {
    const other = await listening()
    await happen(5)
    expect(await other.events(5)).toEqual(upTo(other.head, other.head + 5))
    const events = other.messages.flatMap((message) => (message.type === 'event' ? [message] : []))
    expect(events.map((event) => event.prev)).toEqual(upTo(other.head - 1, other.head + 4))
    expect(events[0]).toMatchObject({
      kind: 'settings.changed',
      by: { id: actor.userId, name: actor.displayName },
    })
    other.hangUp()
  })

  it('replays what was missed and goes on with what comes, without a gap or a repetition', async () => {
    const start = await backend.services.events.head(actor)
    await happen(3)
    const writing = happen(20)
    const others = await Promise.all(Array.from({ length: 5 }, () => listening(actor, start)))
    await writing
    for (const other of others) {
      expect(await other.events(23)).toEqual(upTo(start, start + 23))
      other.hangUp()
    }
  })

  it('misses nothing that is committed between the last look of a replay and going live', async () => {
    const { companyEvents } = backend.services
    const start = await backend.services.events.head(actor)
    const gate = signal()
    const paused = signal()
    let armed = false
    const slow = newHub({
      ...companyEvents,
      since: async (companyId, since, limit) => {
        const found = await companyEvents.since(companyId, since, limit)
        // The replay's look, not one of the channel's: that one has come further, and wake-ups may bring it at any time.
        if (armed && since === start) {
          armed = false
          paused.give()
          await gate.given
        }
        return found
      },
    })
    await happen(2)
    const live = await listening(actor, start, slow)
    await live.events(2)
    armed = true
    const replaying = listening(actor, start, slow)
    await paused.given
    // The channel hands this one out while the other still holds what it read before.
    await happen(1)
    await live.events(3)
    gate.give()
    const late = await replaying
    expect(await late.events(3)).toEqual(upTo(start, start + 3))
    await happen(1)
    expect(await late.events(4)).toEqual(upTo(start, start + 4))
    slow.close()
  })

  it('replays more than one batch', async () => {
    const lonely = await backend.member()
    const { database } = backend
    await database.company({ companyId: lonely.companyId }, async (tx) => {
      await tx
        .insertInto('events')
        .values(
          Array.from({ length: 1_203 }, (_, index) => ({
            company_id: lonely.companyId,
            seq: index + 1,
            kind: 'settings.changed',
            process_id: null,
            row_id: null,
            revision: null,
            op: null,
            fields: '[]',
            data: '{}',
            user_id: lonely.userId,
            at: backend.services.now(),
          })),
        )
        .execute()
      await tx.updateTable('company_counters').set({ event_seq: 1_203 }).execute()
    })
    const other = await listening(lonely, 0)
    expect(await other.events(1_203)).toEqual(upTo(0, 1_203))
    await happen(1, lonely)
    expect((await other.events(1_204)).at(-1)).toBe(1_204)
    other.hangUp()
  })

  it('may be asked again from anywhere', async () => {
    const other = await listening()
    await happen(2)
    await other.events(2)
    other.say({ type: 'resume', epoch: other.epoch, since: other.head })
    expect(await other.events(4)).toEqual([
      ...upTo(other.head, other.head + 2),
      ...upTo(other.head, other.head + 2),
    ])
    other.hangUp()
  })

  it('tells nobody of another company', async () => {
    const stranger = await listening(await backend.member())
    const other = await listening()
    await happen(2)
    await other.events(2)
    await hub.heartbeat()
    expect(stranger.seqs()).toEqual([])
    stranger.hangUp()
    other.hangUp()
  })

  it('says where history is missing or another one, and goes on from the head after that', async () => {
    for (const [epoch, since, reason] of [
      ['another', 0, 'epoch'],
      [null, 1_000_000, 'too_old'],
    ] as const) {
      const other = listenTo(hub)
      other.say({ type: 'auth', token: (await signIn()).accessToken })
      const hello = await other.hello()
      other.say({ type: 'resume', epoch: epoch ?? hello.epoch, since })
      const reset = await other.message('reset')
      expect(reset).toMatchObject({ reason, epoch: hello.epoch })
      const head = reset.type === 'reset' ? reset.head : -1
      other.say({ type: 'resume', epoch: hello.epoch, since: head })
      await happen(1)
      expect(await other.events(1)).toEqual([head + 1])
      other.hangUp()
    }
  })

  it('gives a sign of life, and finds what no wake-up told of', async () => {
    const other = await listening()
    const before = other.messages.length
    await hub.heartbeat()
    expect(other.messages.slice(before)).toEqual([{ type: 'bookmark', seq: other.head }])
    const quiet = backend.services.wakeUps.publish
    backend.services.wakeUps.publish = () => {}
    await happen(1)
    backend.services.wakeUps.publish = quiet
    await hub.heartbeat()
    expect(await other.events(1)).toEqual([other.head + 1])
    other.say({ type: 'ping' })
    await happen(1)
    await other.events(2)
    other.hangUp()
  })

  it('closes on a token that is not valid, on words it does not know, and on silence', async () => {
    const wrong = listenTo(hub)
    wrong.say({ type: 'auth', token: 'x' })
    expect(await wrong.closing()).toBe(4401)
    const early = listenTo(hub)
    early.say({ type: 'resume', epoch: 'e', since: 0 })
    expect(await early.closing()).toBe(4401)
    for (const nonsense of ['{', '[]', '{"type":"auth"}', 'x'.repeat(20_000)]) {
      const odd = listenTo(hub)
      odd.say(nonsense)
      expect(await odd.closing()).toBe(1008)
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const silent = listenTo(hub)
    vi.advanceTimersByTime(4_999)
    expect(silent.closedWith).toBeNull()
    vi.advanceTimersByTime(1)
    expect(silent.closedWith).toBe(4401)
  })

  it('lets go of those who read too slowly: they connect again and resume', async () => {
    const slow = await listening()
    slow.fallBehind(2_000_000)
    await happen(1)
    expect(await slow.closing()).toBe(4408)
    const back = await listening(actor, slow.head)
    expect(await back.events(1)).toEqual([slow.head + 1])
    back.hangUp()
  })

  it('puts out whoever signed out, changed role, or outlived the token', async () => {
    const person = await backend.colleague(actor, 'sales_manager')
    const connect = async () => {
      const session = await signIn(person)
      const other = listenTo(hub)
      other.say({ type: 'auth', token: session.accessToken })
      await other.hello()
      return { other, session }
    }
    const leaving = await connect()
    const staying = await connect()
    await backend.services.identity.signOut(leaving.session.refreshToken)
    await hub.sweep()
    expect(leaving.other.closedWith).toBe(4403)
    expect(staying.other.closedWith).toBeNull()

    backend.clock.advance(605_000)
    await hub.sweep()
    expect(staying.other.closedWith).toBeNull()
    backend.clock.advance(30_000)
    await hub.sweep()
    expect(staying.other.closedWith).toBe(4401)

    const renewing = await connect()
    backend.clock.advance(590_000)
    const next = await backend.services.identity.refresh(renewing.session.refreshToken)
    renewing.other.say({ type: 'auth', token: next.accessToken })
    renewing.other.say({ type: 'ping' })
    await renewing.other.message('bookmark')
    backend.clock.advance(60_000)
    await hub.sweep()
    expect(renewing.other.closedWith).toBeNull()

    await backend.database.identity((tx) =>
      tx.updateTable('memberships').set({ role: 'auditor' }).where('user_id', '=', person.userId).execute(),
    )
    await hub.sweep()
    expect(renewing.other.closedWith).toBe(4403)
  })

  it('hears at once what another instance commits', async () => {
    const other = await listening()
    if (kind === 'PostgreSQL') {
      // Only the database carries the news: this instance's own wake-up is switched off.
      const own = backend.services.wakeUps.publish
      const { companyId } = actor
      backend.services.wakeUps.publish = () => {}
      await happen(1)
      backend.services.wakeUps.publish = own
      await backend.database.wakeOthers(companyId)
    } else await happen(1)
    expect(await other.events(1)).toEqual([other.head + 1])
    other.hangUp()
  })

  it('finds what happened while it could not hear as soon as it hears again', async () => {
    // Long before the next heartbeat: there is none here.
    vi.useFakeTimers({ toFake: ['setInterval'] })
    const silent = newHub()
    const other = await listening(actor, undefined, silent)
    const own = backend.services.wakeUps.publish
    if (kind === 'PostgreSQL') {
      backend.services.wakeUps.publish = () => {}
      await backend.database.owner((session) =>
        session.script(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE query LIKE 'LISTEN %' AND datname = current_database()`),
      )
    }
    await happen(1)
    backend.services.wakeUps.publish = own
    expect(await other.events(1)).toEqual([other.head + 1])
    silent.close()
  })
})

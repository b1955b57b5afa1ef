import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Backend, desk, type Fault, published, rename } from '../../../tests/kit/outboxDesk.ts'

describe('publishing', () => {
  it('goes out once, however often request or answer is lost', async () => {
    const fault = fc.constantFrom<Fault>('none', 'request_lost', 'answer_lost', 'busy')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        async (faults, count) => {
          const backend = new Backend(published)
          backend.faults = [...faults]
          const { outbox, untilSent } = desk(backend)
          let mine = published
          for (let step = 1; step <= count; step++) {
            mine = rename(mine, 'qualify', `Qualify ${step}`)
            await outbox.publish(mine, published, `step ${step}`)
          }
          await untilSent()
          expect(backend.accepted.map((one) => one.reason)).toEqual(
            Array.from({ length: count }, (_, index) => `step ${index + 1}`),
          )
          expect(backend.head?.stages.qualify?.stageName).toBe(`Qualify ${count}`)
        },
      ),
      { numRuns: 60 },
    )
  })

  it("merges with another's publish where nothing clashes", async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    const { outbox, outcomes, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, 'better words')
    await untilSent()

    expect(outcomes).toMatchObject([{ kind: 'published', processId: 'pipeline' }])
    expect(backend.head?.stages.qualify?.stageName).toBe('Discover')
    expect(backend.head?.stages.won?.stageName).toBe('Signed')
    expect(backend.head?.process.revision).toBe(9)
  })

  it("keeps another's publish when two of mine waited behind it", async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    const { outbox, untilSent } = desk(backend)
    const first = rename(published, 'qualify', 'Discover')
    await outbox.publish(first, published, 'first')
    await outbox.publish(rename(first, 'qualify', 'Discovery'), published, 'second')
    await untilSent()

    expect(backend.accepted.map((one) => one.reason)).toEqual(['first', 'second'])
    expect(backend.head?.stages.qualify?.stageName).toBe('Discovery')
    expect(backend.head?.stages.won?.stageName).toBe('Signed')
  })

  it('does not clash with itself where the answer to what was merged is lost and more is published meanwhile', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    backend.faults = ['none', 'answer_lost']
    const { outbox, outcomes, untilSent } = desk(backend)
    const first = rename(published, 'qualify', 'Discover')
    await outbox.publish(first, published, 'first')
    await outbox.flush()
    await outbox.publish(rename(first, 'qualify', 'Discovery'), published, 'second')
    await untilSent()

    expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'published'])
    expect(backend.head?.stages.qualify?.stageName).toBe('Discovery')
    expect(backend.head?.stages.won?.stageName).toBe('Signed')
  })

  it('asks where two people changed the same thing, and publishes what was chosen', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'qualify', 'Triage'))
    const { outbox, outcomes, database, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, 'better words')
    await untilSent()
    expect(outcomes).toMatchObject([{ kind: 'conflict', processId: 'pipeline' }])
    expect(backend.accepted).toEqual([])
    const kept = await database.conflicts.get('pipeline')
    expect(kept?.mine.stages.qualify?.stageName).toBe('Discover')
    expect(kept?.theirs.stages.qualify?.stageName).toBe('Triage')

    if (!backend.head) throw new Error('nothing published')
    await outbox.settleConflict('pipeline', rename(backend.head, 'qualify', 'Discover and triage'), 'both')
    await untilSent()
    expect(backend.head.stages.qualify?.stageName).toBe('Discover and triage')
  })

  it('is parked with the reason when refused, and can be sent again', async () => {
    const backend = new Backend(published)
    backend.refusal = 'You may no longer publish this process.'
    const { outbox, outcomes, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, 'better words')
    await untilSent()
    expect(outcomes).toEqual([{ kind: 'parked', processId: 'pipeline', why: backend.refusal }])

    backend.refusal = null
    await outbox.retry('pipeline')
    await untilSent()
    expect(backend.accepted).toHaveLength(1)
  })

  it('waits as long as a busy backend asks', async () => {
    const backend = new Backend(published)
    backend.faults = ['busy']
    const { outbox } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await outbox.flush()
    expect(await outbox.dueIn()).toBe(7_000)
  })

  it('goes out at once when the network is back, except where the backend asked for more time', async () => {
    const backend = new Backend(published)
    backend.faults = ['request_lost', 'request_lost', 'busy']
    const { outbox } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await outbox.flush()
    expect(await outbox.dueIn()).toBeGreaterThan(0)
    await outbox.hurry()
    expect(await outbox.dueIn()).toBe(0)
    await outbox.flush()
    await outbox.hurry()
    await outbox.flush()
    await outbox.hurry()
    expect(await outbox.dueIn()).toBe(7_000)
  })

  it.each([
    ['nobody is signed in', { publish: { kind: 'sign_in_needed' } as const, head: published }],
    ['the newer revision cannot be read', { publish: { kind: 'stale' } as const, head: null }],
  ])('waits before it tries again where %s', async (_, { publish, head }) => {
    const backend = new Backend(head)
    backend.publish = async () => publish
    const { outbox } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await outbox.flush()
    expect(await outbox.dueIn()).toBeGreaterThan(0)
  })

  it('still sends what waited behind a conflict, after it was settled', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'qualify', 'Triage'))
    const { outbox, untilSent } = desk(backend)
    const first = rename(published, 'qualify', 'Discover')
    await outbox.publish(first, published, 'first')
    await outbox.publish(rename(first, 'won', 'Signed'), published, 'second')
    await untilSent()
    expect(backend.accepted).toEqual([])

    if (!backend.head) throw new Error('nothing published')
    await outbox.settleConflict('pipeline', backend.head, '')
    await untilSent()
    expect(backend.accepted.map(({ reason }) => reason)).toEqual(['first', 'second'])
    expect(backend.head.stages.qualify?.stageName).toBe('Triage')
    expect(backend.head.stages.won?.stageName).toBe('Signed')
  })

  it('asks no more once a publish that clashed was taken back', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'qualify', 'Triage'))
    const { outbox, database, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await untilSent()
    await outbox.withdraw('pipeline')
    expect((await database.conflicts.get('pipeline'))?.settledAt).not.toBeNull()
    expect(await outbox.count()).toBe(0)
  })

  it('keeps the losing side of a settled conflict for 30 days, and one that is open for ever', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'qualify', 'Triage'))
    const { outbox, database, untilSent, pass } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await untilSent()
    pass(40)
    await outbox.tidy()
    expect((await database.conflicts.get('pipeline'))?.mine.stages.qualify?.stageName).toBe('Discover')
    await outbox.withdraw('pipeline')
    pass(29)
    await outbox.tidy()
    expect(await database.conflicts.count()).toBe(1)
    pass(2)
    await outbox.tidy()
    expect(await database.conflicts.count()).toBe(0)
  })

  it('remembers what was sent, as the person had it, beside what it became', async () => {
    const backend = new Backend(published)
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    const { outbox, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, '')
    await untilSent()
    const sent = await outbox.lastSent('pipeline')
    expect(sent?.document.stages.won?.stageName).toBe('Won')
    expect(sent?.published.stages.won?.stageName).toBe('Signed')
  })
})

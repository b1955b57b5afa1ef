import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Backend, desk, type Fault, published, rename } from '../../../tests/kit/outboxDesk.ts'
import type { Wish } from '../drafts/database.ts'

const older = rename(published, 'qualify', 'Triage')
const restore: Wish = { kind: 'restore', revision: 3 }
const order = {
  key: 'wish-1',
  processId: 'pipeline',
  wish: restore,
  baseRevision: 7,
  reason: 'It sold better',
}

function aBackend() {
  const backend = new Backend(published)
  backend.history.set(3, older)
  return backend
}

describe('bringing an earlier revision back', () => {
  it('goes out once, however often request or answer is lost', async () => {
    const fault = fc.constantFrom<Fault>('none', 'request_lost', 'answer_lost', 'busy')
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 8 }), fc.boolean(), async (faults, again) => {
        const backend = aBackend()
        backend.faults = [...faults]
        const { outbox, untilSent } = desk(backend)
        await outbox.want(order)
        if (again) await outbox.want(order)
        await untilSent()
        expect(backend.accepted.map(({ reason }) => reason)).toEqual(['It sold better'])
        expect(backend.head?.stages.qualify?.stageName).toBe('Triage')
        expect(await outbox.count()).toBe(0)
      }),
      { numRuns: 40 },
    )
  })

  it('is still wanted after a reload, and sent by whichever tab is there', async () => {
    const backend = aBackend()
    backend.faults = ['request_lost']
    const before = desk(backend)
    await before.outbox.want(order)
    await before.outbox.flush()
    const after = desk(backend, before.database)
    expect(await after.outbox.wishes()).toMatchObject([{ key: 'wish-1', state: 'waiting' }])
    await after.outbox.hurry()
    await Promise.all([after.untilSent(), before.untilSent()])
    expect(backend.accepted).toHaveLength(1)
    expect(await before.database.processes.get('pipeline')).toMatchObject({
      document: { process: { revision: 8 } },
    })
  })

  it('follows the publishes that wait before it, and is measured against what they made', async () => {
    const backend = aBackend()
    const { outbox, outcomes, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'won', 'Signed'), published, 'first')
    await outbox.want(order)
    await untilSent()
    expect(backend.accepted.map(({ reason }) => reason)).toEqual(['first', 'It sold better'])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['published', 'fulfilled'])
    expect(backend.head?.process.revision).toBe(9)
  })

  it('undoes nothing that somebody else published in the meantime: it waits for a look', async () => {
    const backend = aBackend()
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    const { outbox, outcomes, untilSent } = desk(backend)
    await outbox.want(order)
    await untilSent()
    expect(backend.accepted).toEqual([])
    expect(await outbox.wishes()).toMatchObject([{ state: 'parked', needs: 'look' }])
    expect(outcomes).toMatchObject([{ kind: 'parked', wish: restore }])
  })

  it("neither where the own publish before it was merged with somebody else's", async () => {
    const backend = aBackend()
    backend.publishedByAnother((document) => rename(document, 'won', 'Signed'))
    const { outbox, untilSent } = desk(backend)
    await outbox.publish(rename(published, 'qualify', 'Discover'), published, 'mine')
    await outbox.want(order)
    await untilSent()
    expect(backend.head?.stages).toMatchObject({
      qualify: { stageName: 'Discover' },
      won: { stageName: 'Signed' },
    })
    expect(await outbox.wishes()).toMatchObject([{ needs: 'look' }])
  })

  it('says where a second person has to agree, keeps the reason, and can be taken back alone', async () => {
    const backend = aBackend()
    backend.refusal = 'Every change needs a second person.'
    backend.needs = 'review'
    const { outbox, untilSent } = desk(backend)
    await outbox.want(order)
    await outbox.publish(rename(published, 'won', 'Signed'), published, 'first')
    await untilSent()
    expect(await outbox.wishes()).toMatchObject([{ needs: 'review', why: backend.refusal }])
    await outbox.withdraw('pipeline', ({ key }) => key === 'wish-1')
    expect(await outbox.wishes()).toEqual([])
    expect(await outbox.count()).toBe(1)
    backend.refusal = null
    await untilSent()
    expect(backend.accepted.map(({ reason }) => reason)).toEqual(['first'])
  })
})

describe('archiving', () => {
  it('goes out once, and takes the copy of this device along', async () => {
    const backend = aBackend()
    backend.faults = ['request_lost']
    const { outbox, database, untilSent } = desk(backend)
    await database.processes.put({ processId: 'pipeline', document: published, fetchedAt: '' })
    await outbox.want({ ...order, wish: { kind: 'archive' }, reason: '' })
    await untilSent()
    expect(backend.head).toBeNull()
    expect(await database.processes.count()).toBe(0)
    expect(await outbox.count()).toBe(0)
  })
})

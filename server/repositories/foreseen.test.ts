/** A write of which everything was known beforehand is one statement; where anything was otherwise, it is as any other. */
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { newStage } from '../../src/domain/process/stage.ts'
import { databaseKinds, servicesThrough, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { rowBreaker } from '../../tests/kit/rowBreaker.ts'
import { refusal, renamed, threeStages, writerFor } from '../../tests/kit/writer.ts'
import { notForeseen } from '../database/sqlState.ts'
import type { Actor, Reply, WriteOrder } from '../services.ts'

describe.each(databaseKinds)('a write that was foreseen on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    actor = await backend.member()
  })
  afterEach(() => vi.restoreAllMocks())
  afterAll(() => backend.close())
  const { write, publish, head, feed, traces } = writerFor(
    () => backend,
    () => actor,
  )
  const rename = (id: string, stage: string, name: string, extra: Partial<WriteOrder> = {}) =>
    write({
      processId: id,
      kind: 'edit',
      decide: ({ current }) => current && renamed(current.document, stage, name),
      ...extra,
    })
  /** How many transactions of several statements the work began. */
  const transactions = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = vi.spyOn(backend.database, 'company')
    await work()
    return begun.mock.calls.length
  }
  const mark = (key: string) => ({ key, method: 'PUT', path: '/x', fingerprint: 'f' })

  it('is one statement that leaves what every write leaves, and is known when it comes again', async () => {
    const document = threeStages()
    const [stage] = document.ids
    const { id } = document.process
    await publish(document, 0)
    const before = await traces()
    const idempotency = mark(v7())
    let reply: Reply | undefined
    expect(
      await transactions(async () => {
        reply = await rename(id, stage, 'At once', { idempotency })
      }),
    ).toBe(0)
    const after = await traces()
    expect(after).toEqual({
      ...before,
      versions: (before?.versions ?? 0) + 1,
      events: (before?.events ?? 0) + 1,
      head: (before?.head ?? 0) + 1,
      audit: (before?.audit ?? 0) + 1,
      keys: (before?.keys ?? 0) + 1,
    })
    expect((await head(id)).document).toMatchObject({ process: { revision: 2 } })
    const [row] = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx.selectFrom('crm_sales_stages').selectAll().where('id', '=', stage).execute(),
    )
    expect(row).toMatchObject({ stage_name: 'At once', updated_by_user_id: actor.userId, deleted_at: null })
    const others = servicesThrough(backend)
    expect((await others.processes.load(actor, id))?.document).toEqual((await head(id)).document)
    expect(await rename(id, stage, 'At once', { idempotency })).toEqual(reply)
    expect(
      await refusal(rename(id, stage, 'At once', { idempotency: { ...idempotency, fingerprint: 'g' } })),
    ).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
    expect(await traces()).toEqual(after)
    expect(await others.audit.verify(actor, 1)).toMatchObject({ ok: true })
  })

  it('is made again of what others did meanwhile: to the process, its deals, fields and the policy', async () => {
    const document = threeStages()
    const [first, second, third] = document.ids
    const { id } = document.process
    await publish(document, 0)
    const others = servicesThrough(backend)
    const theirs = { kind: 'edit', reason: null, expect: null, idempotency: null } as const
    await others.writes.change(actor, {
      ...theirs,
      processId: id,
      decide: ({ current }) => current && renamed(current.document, second, 'Theirs'),
      reply: () => ({ status: 200, body: null, headers: {} }),
    })
    const stale = rename(id, second, 'Mine', { expect: { of: 'process', revision: 1 } })
    expect(await refusal(stale)).toMatchObject({ code: 'VERSION_CONFLICT', details: { current_revision: 2 } })
    await rename(id, first, 'Mine')
    expect((await head(id)).document.stages).toMatchObject({
      [first]: { stageName: 'Mine' },
      [second]: { stageName: 'Theirs' },
    })

    await rename(id, first, 'Before the deal')
    await feed(third)
    let open: number | undefined
    await write({
      processId: id,
      decide: ({ current, usage }) => {
        open = usage[third]?.openDeals
        return current && renamed(current.document, first, 'After the deal')
      },
    })
    expect(open).toBe(1)

    await others.publishRequests.savePolicy(actor, { four_eyes: true })
    expect(await refusal(rename(id, first, 'Alone'))).toMatchObject({ code: 'REVIEW_REQUIRED' })
    await others.publishRequests.savePolicy(actor, { four_eyes: false })
    await rename(id, first, 'Alone')
    expect((await head(id)).document.process.revision).toBe(6)
  })

  it('is made while the one before is under way, and made anew where that one came to nothing', async () => {
    const document = threeStages()
    const [first, second, third] = document.ids
    const { id } = document.process
    await publish(document, 0)
    await rename(id, first, 'Known')
    for (const fails of [false, true]) {
      const said = fails ? 'again' : 'once'
      let made = () => {}
      const next = new Promise<void>((resolve) => {
        made = resolve
      })
      const send = backend.database.atOnce
      const sending = vi.spyOn(backend.database, 'atOnce').mockImplementationOnce(async (statement) => {
        await next
        if (fails) throw Object.assign(new Error('Not as it was foreseen'), { code: notForeseen })
        return send(statement)
      })
      const seen: (string | undefined)[] = []
      await Promise.all([
        rename(id, first, `First ${said}`),
        write({
          processId: id,
          decide: ({ current }) => {
            seen.push(current?.document.stages[first]?.stageName)
            made()
            return current && renamed(current.document, second, `Second ${said}`)
          },
        }),
        rename(id, third, `Third ${said}`),
      ])
      sending.mockRestore()
      expect(seen).toEqual(fails ? ['First again', 'First again'] : ['First once'])
      const { document: now } = await head(id)
      expect(now.process.revision).toBe(fails ? 8 : 5)
      expect(Object.values(now.stages).map(({ stageName }) => stageName)).toEqual(
        expect.arrayContaining([`First ${said}`, `Second ${said}`, `Third ${said}`]),
      )
    }
    expect(await servicesThrough(backend).audit.verify(actor, 1)).toMatchObject({ ok: true })
  })

  it('is refused whole where it brings a stage that another process has', async () => {
    const taken = threeStages()
    await publish(taken, 0)
    const document = threeStages()
    await publish(document, 0)
    const before = await traces()
    const copy = newStage({ id: taken.ids[0], stageName: 'Copy', stageCode: 'COPY' })
    const adding = write({
      processId: document.process.id,
      decide: ({ current }) =>
        current && {
          ...current.document,
          stages: { ...current.document.stages, [copy.id]: { ...copy, stageOrder: 4 } },
        },
    })
    expect(await refusal(adding)).toMatchObject({ code: 'ALREADY_EXISTS', details: { field: 'id' } })
    expect(await traces()).toEqual(before)
  })

  it.each(kind === 'PGlite' ? (['error'] as const) : (['error', 'death'] as const))(
    'leaves nothing, whichever of its rows meets an %s, or its commit',
    async (how) => {
      const breaker = await breakers()
      const document = threeStages()
      const [stage] = document.ids
      await publish(document, 0)
      for (let nth = 1; ; nth += 1) {
        await breaker.never()
        // Whatever failed is not foreseen again before something was written.
        await rename(document.process.id, stage, `Whole ${nth}`)
        const before = await traces()
        await breaker.breakAt(nth, how)
        let failed = false
        const begun = await transactions(async () => {
          failed = await rename(document.process.id, stage, `Cut ${nth}`, { idempotency: mark(v7()) }).then(
            () => false,
            () => true,
          )
        })
        expect(begun).toBe(0)
        vi.restoreAllMocks()
        if (!failed) {
          expect(nth).toBeGreaterThan(8)
          break
        }
        expect(await traces(), `row ${nth}`).toEqual(before)
      }
      await breaker.never()
    },
  )

  let made: ReturnType<typeof rowBreaker> | undefined
  const breakers = () => {
    made ??= rowBreaker(backend.database)
    return made
  }
})

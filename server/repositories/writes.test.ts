/** One write, one transaction: who may, what is kept, what is refused, and that a refusal leaves nothing. */
import type { KyselyPlugin } from 'kysely'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newStage } from '../../src/domain/process/stage.ts'
import { newTransition } from '../../src/domain/process/transition.ts'
import { documentToWire } from '../../src/domain/process/wireDocument.ts'
import { databaseKinds, servicesThrough, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { rowBreaker } from '../../tests/kit/rowBreaker.ts'
import { refusal, renamed, threeStages, without, writerFor } from '../../tests/kit/writer.ts'
import { ApiError } from '../apiError.ts'
import type { Actor, WriteOrder } from '../services.ts'

const unchanging: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => result,
}

describe.each(databaseKinds)('writing a process on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    actor = await backend.member()
  })
  afterAll(() => backend.close())

  const { write, publish, head, feed, close, stageThatGoes, traces } = writerFor(
    () => backend,
    () => actor,
  )

  it('keeps the document whole, stamps it and counts revisions', async () => {
    const document = threeStages()
    await publish(document, 0)
    const first = await head(document.process.id)
    expect(first.document.process).toMatchObject({ revision: 1, companyId: actor.companyId, isDefault: true })
    expect(first.document.stages[document.ids[0]]).toMatchObject({
      companyId: actor.companyId,
      processId: document.process.id,
      createdByUserId: actor.userId,
      updatedByUserId: null,
    })
    await publish(renamed(first.document, document.ids[1], 'Renamed'), 1)
    const second = await head(document.process.id)
    expect(second.document.process.revision).toBe(2)
    expect(second.changedIn.stages).toEqual({
      [document.ids[0]]: 1,
      [document.ids[1]]: 2,
      [document.ids[2]]: 1,
    })
    expect(second.document.stages[document.ids[1]]?.updatedByUserId).toBe(actor.userId)
    const versions = await backend.services.processes.versions(actor, document.process.id, {
      offset: 0,
      limit: 10,
    })
    expect(versions?.rows.map(({ revision, changes }) => ({ revision, ...changes }))).toEqual([
      { revision: 2, added: 0, updated: 1, removed: 0 },
      { revision: 1, added: 5, updated: 0, removed: 0 },
    ])
    expect(versions?.rows[0]?.by).toEqual({ id: actor.userId, name: actor.displayName })
    const old = await backend.services.processes.version(actor, document.process.id, 1)
    expect(old?.document.stages[document.ids[1]]?.stageName).toBe('Stage 2')
  })

  it('writes nothing where nothing changed', async () => {
    const document = threeStages()
    await publish(document, 0)
    const before = await traces()
    const answer = await publish((await head(document.process.id)).document, 1)
    expect(answer.body).toMatchObject({ revision: 1, changed: false })
    expect(await traces()).toEqual(before)
  })

  it('refuses a stale revision of the process and of a single stage', async () => {
    const document = threeStages()
    await publish(document, 0)
    const { document: current } = await head(document.process.id)
    await publish(renamed(current, document.ids[0], 'Theirs'), 1)
    const stale = await refusal(publish(renamed(current, document.ids[1], 'Mine'), 1))
    expect(stale).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { current_revision: 2, current_etag: '"v2"' },
    })
    const edit = (id: string, revision: number) =>
      write({
        processId: document.process.id,
        kind: 'edit',
        expect: { of: 'stages', id, revision },
        decide: ({ current: now }) => (now ? renamed(now.document, id, `Edited ${revision}`) : null),
      })
    expect(await refusal(edit(document.ids[0], 1))).toMatchObject({ code: 'VERSION_CONFLICT' })
    // Another stage was changed by somebody else meanwhile: that does not matter to this one.
    expect((await edit(document.ids[2], 1)).body).toMatchObject({ revision: 3 })
  })

  it('swaps codes, and gives the code of a removed stage to a new one', async () => {
    const document = threeStages()
    await publish(document, 0)
    const { document: current } = await head(document.process.id)
    const [a, b, c] = document.ids
    const newcomer = newStage({ id: v7(), stageName: 'New', stageCode: 'S3', stageOrder: 3 })
    const stages = Object.fromEntries(
      Object.values(current.stages)
        .filter((stage) => stage.id !== c)
        .map((stage) => [stage.id, { ...stage, stageCode: stage.id === a ? 'S2' : 'S1' }]),
    )
    const next = without({ ...current, stages: { ...stages, [newcomer.id]: newcomer } }, c)
    await publish(next, 1)
    const codes = await backend.database.company({ companyId: actor.companyId }, (tx) =>
      tx
        .selectFrom('crm_sales_stages')
        .select(['id', 'stage_code', 'deleted_at'])
        .where('process_id', '=', document.process.id)
        .execute(),
    )
    expect(
      codes
        .filter((row) => row.deleted_at === null)
        .map((row) => [row.id, row.stage_code])
        .sort(),
    ).toEqual(
      [
        [a, 'S2'],
        [b, 'S1'],
        [newcomer.id, 'S3'],
      ].sort(),
    )
    expect(codes.find((row) => row.id === c)).toMatchObject({ stage_code: 'S3' })
  })

  it('restores a removed stage with its id', async () => {
    const document = threeStages()
    await publish(document, 0)
    const { document: first } = await head(document.process.id)
    await publish(without(first, document.ids[2]), 1)
    await publish(first, 2, { kind: 'restore' })
    const restored = await head(document.process.id)
    expect(Object.keys(restored.document.stages)).toHaveLength(3)
    expect(await backend.services.processes.holding(actor, 'stages', document.ids[2])).not.toBeNull()
  })

  it('refuses to remove a stage with open deals, and moves them where the draft says', async () => {
    const document = threeStages()
    await publish(document, 0)
    const [, b, c] = document.ids
    await feed(c)
    await feed(c)
    const { document: current } = await head(document.process.id)
    const before = await traces()
    const refused = await refusal(publish(without(current, c), 1))
    expect(refused).toMatchObject({
      code: 'STAGE_IN_USE',
      details: { stages: [{ stage_id: c, stage_name: 'Stage 3', open_deals: 2, open_amount: 200 }] },
    })
    expect(await traces()).toEqual(before)
    const moving = without(current, c)
    const answer = await publish(
      { ...moving, process: { ...moving.process, stageMigrations: { [c]: b } } },
      1,
    )
    expect(answer.body).toMatchObject({ migrated: { [c]: 2 } })
    expect(await backend.services.usage.ofProcess(actor, document.process.id)).toEqual({
      [b]: { openDeals: 2, openAmount: 200 },
    })
    expect((await head(document.process.id)).document.process.stageMigrations).toEqual({})
    const version = await backend.services.processes.version(actor, document.process.id, 2)
    expect(version?.document.process.stageMigrations).toEqual({ [c]: b })
  })

  it('remembers what it wrote exactly as others read it', async () => {
    const document = threeStages()
    const reason = {
      justification: 'It is meant to end there.',
      by: actor.userId,
      at: backend.services.now(),
    }
    const waiver = { id: v7(), ruleId: 'graph/dead-end', targetId: document.ids[2], ...reason }
    await publish({ ...document, waivers: { [waiver.id]: waiver } }, 0)
    const { document: first } = await head(document.process.id)
    const stage = newStage({ id: v7(), stageName: 'Added', stageCode: 'S0', stageOrder: 0 })
    await publish({ ...first, stages: { ...first.stages, [stage.id]: stage } }, 1)
    const fresh = servicesThrough(backend, unchanging)
    const read = await fresh.processes.load(actor, document.process.id)
    const remembered = await head(document.process.id)
    expect(remembered).toEqual(read)
    // To the order of the rows: lists are answered in it.
    expect(JSON.stringify(documentToWire(remembered.document))).toBe(
      JSON.stringify(documentToWire(read?.document ?? document)),
    )
    expect(Object.keys(remembered.document.stages)).toEqual(Object.keys(read?.document.stages ?? {}))
  })

  it('judges by the reference data of this moment, whoever changed it', async () => {
    const document = threeStages()
    await publish(document, 0)
    const seen: string[][] = []
    const look = async () => {
      let last: string[] = []
      await write({
        processId: document.process.id,
        decide: ({ current, reference }) => {
          last = Object.values(reference.fields).map(({ label }) => label)
          return current?.document ?? null
        },
      })
      seen.push(last)
    }
    const others = servicesThrough(backend, unchanging)
    const field = {
      id: v7(),
      companyId: '',
      key: 'seen',
      type: 'text' as const,
      options: [],
      isRequired: false,
    }
    await look()
    await others.reference.insert(actor, 'fields', { ...field, label: 'Before' })
    await look()
    await others.reference.update(actor, 'fields', { ...field, label: 'After' })
    await look()
    await others.reference.remove(actor, 'fields', field.id)
    await look()
    const [before = []] = seen
    expect(seen).toEqual([before, [...before, 'Before'], [...before, 'After'], before])
  })

  it('answers a repeat with the reply it gave, and refuses the key for another request', async () => {
    const document = threeStages()
    const idempotency = { key: v7(), method: 'POST', path: '/x', fingerprint: 'one' }
    const first = await publish(document, 0, { idempotency })
    const before = await traces()
    const again = await publish(document, 0, { idempotency })
    expect(again).toEqual(first)
    expect(await traces()).toEqual(before)
    const other = await refusal(publish(document, 0, { idempotency: { ...idempotency, fingerprint: 'two' } }))
    expect(other.code).toBe('IDEMPOTENCY_MISMATCH')
  })

  it('knows a request again for thirty days, and runs it anew after them', async () => {
    const day = 24 * 3_600_000
    const document = threeStages()
    const idempotency = { key: v7(), method: 'POST', path: '/x', fingerprint: 'one' }
    const first = await publish(document, 0, { idempotency })
    backend.clock.advance(30 * day - 60_000)
    expect(await publish(document, 0, { idempotency })).toEqual(first)
    backend.clock.advance(120_000)
    expect((await refusal(publish(document, 0, { idempotency }))).code).toBe('VERSION_CONFLICT')
    backend.clock.advance(-30 * day - 60_000)
  })

  it.each([
    [
      'the decision',
      {
        decide: (): never => {
          throw new ApiError('PROCESS_INVALID', 'no')
        },
      },
    ],
    [
      'the reply',
      {
        reply: (): never => {
          throw new Error('bug')
        },
      },
    ],
  ])('leaves nothing where %s fails', async (_what, failing) => {
    const before = await traces()
    const document = threeStages()
    const idempotency = { key: v7(), method: 'POST', path: '/x', fingerprint: 'one' }
    await expect(
      publish(document, 0, { idempotency, settings: { 'opportunities.defaultView': 'list' }, ...failing }),
    ).rejects.toThrow()
    expect(await traces()).toEqual(before)
    expect(await backend.services.settings.all(actor)).toEqual({})
    // The key is free again: nothing was stored for what was rolled back.
    await publish(document, 0, { idempotency })
  })

  it('leaves nothing, whichever of its statements fails', async () => {
    let left = Number.POSITIVE_INFINITY
    const breaking: KyselyPlugin = {
      transformQuery: ({ node }) => {
        left -= 1
        if (left === 0) throw new Error('the line was cut')
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const services = servicesThrough(backend, breaking)
    const statements = await leavesNothing(
      (write) => services.writes.change(actor, write),
      async (nth) => {
        left = nth
      },
    )
    expect(statements).toBeGreaterThan(6)
  })

  it('leaves nothing, whichever of its rows fails', async () => {
    const breaker = await rowBreaker(backend.database)
    const rows = await leavesNothing(
      (write) => backend.services.writes.change(actor, write),
      (nth) => breaker.breakAt(nth, 'error'),
    )
    await breaker.never()
    expect(rows).toBeGreaterThan(12)
  })

  /** Breaks the same write at each of its steps, until it is not broken any more. @returns how many steps there were. */
  async function leavesNothing(
    change: (order: WriteOrder) => Promise<unknown>,
    breakAt: (nth: number) => Promise<void>,
  ): Promise<number> {
    const { document, next } = await stageThatGoes()
    const before = await traces()
    for (let nth = 1; ; nth += 1) {
      await breakAt(nth)
      const result = await change({
        processId: document.process.id,
        kind: 'publish',
        reason: null,
        expect: { of: 'process', revision: 1 },
        idempotency: { key: document.process.id, method: 'POST', path: '/', fingerprint: 'f' },
        settings: { 'opportunities.defaultView': 'list' },
        decide: () => next,
        reply: () => ({ status: 200, body: null, headers: {} }),
      }).catch((error: unknown) => error)
      if (!(result instanceof Error)) {
        expect((await traces())?.versions).toBe((before?.versions ?? 0) + 1)
        return nth - 1
      }
      expect(result.message).toBe('the line was cut')
      expect(await traces(), `step ${nth}`).toEqual(before)
    }
  }

  it('leaves nothing where the database refuses a late step', async () => {
    const taken = threeStages()
    await publish(taken, 0)
    const before = await traces()
    const document = threeStages()
    const sameCode = { ...document, process: { ...document.process, processCode: taken.process.processCode } }
    expect(await refusal(publish(sameCode, 0))).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { field: 'process_code' },
    })
    const copied = threeStages()
    const sameStage = {
      ...copied,
      stages: {
        ...copied.stages,
        [taken.ids[0]]: newStage({ id: taken.ids[0], stageName: 'Copy', stageCode: 'COPY' }),
      },
    }
    expect(await refusal(publish(sameStage, 0))).toMatchObject({
      code: 'ALREADY_EXISTS',
      details: { field: 'id' },
    })
    const dangling = threeStages()
    const lost = newTransition({ id: v7(), fromStageId: dangling.ids[0], toStageId: 'nowhere' })
    await expect(
      publish({ ...dangling, transitions: { ...dangling.transitions, [lost.id]: lost } }, 0),
    ).rejects.toThrow()
    expect(await traces()).toEqual(before)
  })

  it('refuses text that the database cannot hold, in words', async () => {
    const document = threeStages()
    const bad = renamed(document, document.ids[0], 'with a \u0000 in it')
    expect(await refusal(publish(bad, 0))).toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('has one default process, which another one takes over', async () => {
    const admin = actor
    actor = await backend.member()
    const first = threeStages()
    const second = threeStages()
    await publish(first, 0)
    await publish(second, 0)
    const { document } = await head(second.process.id)
    expect(document.process.isDefault).toBe(false)
    await publish({ ...document, process: { ...document.process, isDefault: true } }, 1)
    expect((await head(first.process.id)).document.process).toMatchObject({ isDefault: false, revision: 2 })
    expect((await backend.services.processes.loadDefault(actor))?.document.process.id).toBe(second.process.id)
    expect(
      (await backend.services.processes.list(actor)).map((each) => each.document.process.isDefault),
    ).toEqual([true, false])
    actor = admin
  })

  it('archives a process with all its rows, and only where no deal is open in it', async () => {
    const document = threeStages()
    await publish(document, 0)
    const deal = v7()
    await feed(document.ids[0], deal)
    const archive = () => write({ processId: document.process.id, kind: 'archive', decide: () => null })
    expect((await refusal(archive())).code).toBe('STAGE_IN_USE')
    await close(document.ids[0], deal)
    await archive()
    expect(await backend.services.processes.load(actor, document.process.id)).toBeNull()
    expect(
      await backend.services.processes.versions(actor, document.process.id, { offset: 0, limit: 1 }),
    ).toBeNull()
    expect(await backend.services.processes.holding(actor, 'stages', document.ids[0])).toBeNull()
    expect((await refusal(publish(document, 0))).code).toBe('ALREADY_EXISTS')
  })
})

/** Many writers at once: nothing is done twice, nothing is lost, no number is missing, no rule is broken. */
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseKinds, startBackend, type TestBackend } from '../../tests/kit/backend.ts'
import { renamed, threeStages, without, writerFor } from '../../tests/kit/writer.ts'
import { ApiError } from '../apiError.ts'
import type { Actor } from '../services.ts'

describe.each(databaseKinds)('writers at the same time on %s', (kind) => {
  let backend: TestBackend
  let actor: Actor
  beforeAll(async () => {
    backend = await startBackend(kind)
    actor = await backend.member()
  })
  afterAll(() => backend.close())
  const { write, publish, head, feed, close, traces } = writerFor(
    () => backend,
    () => actor,
  )

  it('runs the same request once, however often it comes at the same time', async () => {
    const document = threeStages()
    const idempotency = { key: v7(), method: 'POST', path: '/x', fingerprint: 'one' }
    const answers = await Promise.all(Array.from({ length: 8 }, () => publish(document, 0, { idempotency })))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const versions = await backend.services.processes.versions(actor, document.process.id, {
      offset: 0,
      limit: 9,
    })
    expect(versions?.count).toBe(1)
  })

  it('numbers events without a gap while many write at once, and loses no write', async () => {
    actor = await backend.member()
    const documents = Array.from({ length: 4 }, () => threeStages())
    for (const document of documents) await publish(document, 0)
    const before = (await traces())?.head ?? 0
    const rounds = 6
    await Promise.all(
      documents.flatMap((document) =>
        Array.from({ length: rounds }, (_, round) =>
          write({
            processId: document.process.id,
            kind: 'edit',
            decide: ({ current }) =>
              current ? renamed(current.document, document.ids[1], `Round ${round} ${v7()}`) : null,
          }),
        ),
      ),
    )
    const events = await backend.services.events.since(actor, before, 1_000)
    expect(events.map((event) => event.seq)).toEqual(
      Array.from({ length: documents.length * rounds }, (_, index) => before + 1 + index),
    )
    for (const document of documents) {
      expect((await head(document.process.id)).document.process.revision).toBe(1 + rounds)
    }
    expect(backend.bugs).toEqual([])
  })

  it('lets either the deal open or the stage go, never both', async () => {
    const document = threeStages()
    await publish(document, 0)
    const victim = document.ids[2]
    let violations = 0
    for (let race = 0; race < 20; race += 1) {
      const { document: current } = await head(document.process.id)
      const there = current.stages[victim] ? current : document
      const { revision } = current.process
      if (!current.stages[victim]) await publish({ ...there, process: current.process }, revision)
      const full = (await head(document.process.id)).document
      const deal = v7()
      const results = await Promise.allSettled([
        publish(without(full, victim), full.process.revision),
        feed(victim, deal),
      ])
      const now = (await head(document.process.id)).document
      const usage = await backend.services.usage.ofProcess(actor, document.process.id)
      if (!now.stages[victim] && usage[victim]) violations += 1
      expect(results.some((result) => result.status === 'fulfilled')).toBe(true)
      for (const result of results)
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(ApiError)
      if (usage[victim]) {
        await close(victim, deal)
      }
    }
    expect(violations).toBe(0)
  })
})

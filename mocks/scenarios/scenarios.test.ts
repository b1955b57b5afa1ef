/** Each fault does what it says, and only that. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNativeBackend } from '../../src/data/api/native.ts'
import { createPageBackend, type PageBackend } from '../pageBackend.ts'
import { conflict } from './conflict.ts'
import { failing } from './failing.ts'
import { offline } from './offline.ts'
import type { Scenario } from './scenario.ts'

describe('a fault in the demo', () => {
  let page: PageBackend
  beforeAll(async () => {
    page = await createPageBackend()
  })
  afterAll(() => page.close())

  /** Somebody signed in, for whom things go wrong. */
  async function somebody(scenario: Scenario) {
    const fetch = async (request: Request) => {
      const response = await scenario(request, (asked) => page.fetch(asked))
      // As the browser's own fetch does with an answer that is a network error.
      if (response.type === 'error') throw new TypeError('Failed to fetch')
      return response
    }
    const backend = createNativeBackend({ baseUrl: 'http://demo.test', fetch })
    await backend.session.signIn('operations@demo.example', 'Stagecraft-demo-1')
    return backend
  }
  async function defaultProcess(backend: Awaited<ReturnType<typeof somebody>>) {
    const listed = await backend.list()
    const loaded = listed.ok ? await backend.load(listed.value[0]?.id ?? '') : listed
    if (!loaded.ok) expect.fail(JSON.stringify(loaded.failure))
    return loaded.value
  }

  it('conflict: somebody else is faster, and a publish on what was read is stale', async () => {
    const backend = await somebody(conflict)
    const { document, revision } = await defaultProcess(backend)
    const published = await backend.publish({ document, baseRevision: revision, idempotencyKey: 'c1' })
    expect(published).toMatchObject({ ok: false, failure: { code: 'VERSION_CONFLICT' } })
  })

  it('failing: a write fails without having been done, and the next one is', async () => {
    const backend = await somebody(failing)
    const { document } = await defaultProcess(backend)
    const draft = { id: 'd1', processId: document.process.id, baseRevision: 1, document }
    expect(await backend.backUpDraft(draft)).toMatchObject({ ok: false, failure: { status: 500 } })
    expect(await backend.readBackup('d1')).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    expect(await backend.backUpDraft(draft)).toMatchObject({ ok: true })
  })

  it('offline: nobody answers', async () => {
    const backend = await somebody(offline)
    expect(backend.session.user()?.email).toBe('operations@demo.example')
    expect(await backend.list()).toMatchObject({ ok: false, failure: { kind: 'network' } })
  })
})

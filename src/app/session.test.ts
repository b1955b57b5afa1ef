import { waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { User } from '../contract/auth.ts'
import type { WireEvent } from '../contract/events.ts'
import { type Result, success } from '../data/api/failure.ts'
import { DraftDatabase } from '../data/drafts/database.ts'
import { createDrafts } from '../data/drafts/drafts.ts'
import type { Connection } from '../data/realtime/socket.ts'
import { createOutbox } from '../data/sync/outbox.ts'
import type { PublishAnswer } from '../data/sync/publishingBackend.ts'
import { lint } from '../domain/lint/lint.ts'
import { concealed } from '../domain/process/conceal.ts'
import { diffProcesses, isEmptyDiff } from '../domain/process/diff.ts'
import { newProcess, type ProcessDocument, withRows } from '../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../domain/process/reference.ts'
import { newStage } from '../domain/process/stage.ts'
import type { Editor } from '../editor/editor.ts'
import { openProcess, type SessionWorkspace } from './session.ts'
import type { OpenProcess, ProcessSession } from './sessionState.ts'

const director: User = {
  id: 'u1',
  email: 'director@demo.example',
  display_name: 'Dana Director',
  role: 'sales_director',
  permissions: ['read_stage', 'update_stage', 'manage_stages', 'publish_process'],
  company: { id: 'c1', name: 'Demo' },
}

const first = withRows(newProcess({ id: 'p1', processName: 'Sales', processCode: 'SALES', revision: 1 }), {
  stages: [
    newStage({ id: 's1', stageName: 'Lead', stageOrder: 1, defaultProbability: 10 }),
    newStage({ id: 's2', stageName: 'Offer', stageOrder: 2, defaultProbability: 50 }),
  ],
})

/** The next revision, with some stages renamed. */
const publishedAs = (
  document: ProcessDocument,
  names: Readonly<Record<string, string>> = {},
): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision: document.process.revision + 1 },
  stages: Object.fromEntries(
    Object.values(document.stages).map((stage) => [
      stage.id,
      { ...stage, stageName: names[stage.id] ?? stage.stageName },
    ]),
  ),
})

const firstPublished: WireEvent = {
  type: 'event',
  seq: 1,
  prev: 0,
  kind: 'process.published',
  process_id: 'p1',
  id: 'p1',
  version: 1,
  op: null,
  fields: [],
  at: '2026-01-01T00:00:00Z',
  by: { id: 'u2', name: 'Erin Executive' },
  data: {},
}

let number = 0
const nextId = () => {
  number += 1
  return `id-${number}`
}

/** One person's device with a backend that the test decides. */
function device(head: ProcessDocument | null = first, user: User = director) {
  const database = new DraftDatabase('c1', nextId())
  const drafts = createDrafts(database, () => '2026-01-01T00:00:00Z')
  const listeners = new Set<(event: WireEvent | null) => void>()
  const backend = {
    head,
    answer: null as PublishAnswer | null,
    asked: [] as number[],
    reference: emptyReferenceData,
  }
  const outbox = createOutbox({
    database,
    now: () => new Date(),
    newKey: nextId,
    random: () => 0,
    alone: async (run) => {
      await run()
      return true
    },
    backend: {
      async publish({ document, baseRevision }) {
        backend.asked.push(baseRevision)
        if (backend.answer) return backend.answer
        const { head: now } = backend
        if ((now?.process.revision ?? 0) !== baseRevision) return { kind: 'stale' }
        const process = { ...document.process, revision: baseRevision + 1 }
        backend.head = { ...document, process }
        return { kind: 'published', document: backend.head }
      },
      async fulfil({ baseRevision }) {
        if (backend.answer) return backend.answer
        const process = { ...first.process, revision: baseRevision + 1 }
        backend.head = { ...first, process }
        return { kind: 'published', document: backend.head }
      },
      current: async () => backend.head,
    },
  })
  const workspace: SessionWorkspace = {
    user,
    drafts,
    outbox,
    backend: { usage: async () => success({}) },
    reference: async () => backend.reference,
    connection: createStore<Connection>(() => 'live'),
    keptReference: async () => null,
    published: async (): Promise<Result<ProcessDocument>> =>
      backend.head
        ? success(backend.head)
        : {
            ok: false,
            failure: {
              kind: 'problem',
              status: 404,
              code: 'NOT_FOUND',
              message: 'No.',
              details: {},
              retryAfterSeconds: null,
            },
          },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: () => outbox.flush(),
  }
  const open = () =>
    openProcess(workspace, 'p1', {
      newId: nextId,
      now: () => '2026-01-01T00:00:00Z',
      locks: null,
      mac: false,
      lint: async () => lint,
    })
  const hear = (published: ProcessDocument, event: WireEvent | null = null) => {
    backend.head = published
    for (const listener of listeners) listener(event)
  }
  return { open, hear, backend, drafts, outbox }
}

async function ready(session: ProcessSession): Promise<OpenProcess> {
  return await waitFor(() => {
    const state = session.store.getState()
    if (state.status !== 'ready') throw new Error(`It is ${state.status}.`)
    return state
  })
}
const openState = (session: ProcessSession): OpenProcess => {
  const state = session.store.getState()
  if (state.status !== 'ready') throw new Error(`It is ${state.status}.`)
  return state
}
const rename = (editor: Editor, stageId: string, stageName: string) =>
  editor.dispatch('updateStage', { stageId, changes: { stageName } })
const nameOf = (editor: Editor, id: string) => editor.store.getState().document.stages[id]?.stageName
const saved = (session: ProcessSession) => waitFor(() => expect(openState(session).save.kind).toBe('saved'))

describe('an open process', () => {
  it('keeps every change, with undo, for the next time it is opened', async () => {
    const { open, drafts } = device()
    const session = open()
    const { editor } = await ready(session)
    expect(await drafts.open('p1')).toBeNull()
    rename(editor, 's1', 'Contact')
    rename(editor, 's2', 'Proposal')
    await saved(session)
    session.close()

    const again = await ready(open())
    expect(nameOf(again.editor, 's2')).toBe('Proposal')
    again.editor.undo()
    again.editor.undo()
    expect(nameOf(again.editor, 's1')).toBe('Lead')
  })

  it('says that there is no such process', async () => {
    const session = device(null).open()
    await waitFor(() => expect(session.store.getState()).toEqual({ status: 'missing' }))
  })

  it('is read-only for someone who may not change processes', async () => {
    const { editor } = await ready(device(first, { ...director, permissions: ['read_stage'] }).open())
    expect(rename(editor, 's1', 'Contact')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('Your role'),
    })
  })
})

describe('publishing', () => {
  it('makes the draft the next revision and keeps what is changed meanwhile', async () => {
    const { open, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    await session.publish('Better words')
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(2))
    expect(backend.asked).toEqual([1])
    expect(backend.head?.stages.s1?.stageName).toBe('Contact')
    rename(editor, 's2', 'Proposal')
    expect(nameOf(editor, 's1')).toBe('Contact')
    expect(openState(session).pending).toEqual([])
  })

  it('publishes a process for the first time', async () => {
    const { open, backend, drafts } = device(null)
    await drafts.begin('p1', { ...first, process: { ...first.process, revision: 0 } }, null)
    const session = open()
    const { editor } = await ready(session)
    await session.publish('')
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(1))
    expect(backend.asked).toEqual([0])
  })

  it('shows why the backend refused, and loses nothing', async () => {
    const { open, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    backend.answer = { kind: 'refused', why: 'You may not publish.' }
    rename(editor, 's1', 'Contact')
    await session.publish('')
    await waitFor(() =>
      expect(openState(session).pending[0]).toMatchObject({ state: 'parked', why: 'You may not publish.' }),
    )
    expect(nameOf(editor, 's1')).toBe('Contact')
  })
})

describe('an earlier revision that comes back', () => {
  const restore = {
    key: 'wish',
    processId: 'p1',
    wish: { kind: 'restore', revision: 1 },
    reason: '',
  } as const
  const second = publishedAs(first, { s1: 'Contact', s2: 'Proposal' })

  it('is what the draft goes on from, with what is changed here', async () => {
    const { open, outbox } = device(second)
    const session = open()
    const { editor } = await ready(session)
    editor.dispatch('updateStage', { stageId: 's2', changes: { defaultProbability: 60 } })
    await saved(session)
    await outbox.want({ ...restore, baseRevision: 2 })
    await outbox.flush()
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(3))
    expect(nameOf(editor, 's1')).toBe('Lead')
    expect(editor.store.getState().document.stages.s2?.defaultProbability).toBe(60)
    expect(openState(session).pending).toEqual([])
  })

  it('is wanted still when the draft is thrown away', async () => {
    const { open, outbox, backend } = device(second)
    const session = open()
    const { editor } = await ready(session)
    backend.answer = { kind: 'unreachable', retryAfterSeconds: null }
    rename(editor, 's1', 'Inquiry')
    await session.publish('')
    await outbox.want({ ...restore, baseRevision: 2 })
    await session.discardDraft()
    expect((await outbox.wishes()).map(({ key }) => key)).toEqual(['wish'])
    expect(await outbox.count()).toBe(1)
  })
})

describe('editing on while a publish is on its way', () => {
  it('does not take the own words for those of somebody else', async () => {
    const { open, hear, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    backend.answer = { kind: 'unreachable', retryAfterSeconds: null }
    rename(editor, 's1', 'Contact')
    await session.publish('')
    rename(editor, 's1', 'First contact')
    backend.answer = null
    await session.publish('')
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(3))
    if (!backend.head) throw new Error('nothing published')
    hear(backend.head)
    await saved(session)
    expect(openState(session)).toMatchObject({ behind: null, conflict: null })
    expect(nameOf(editor, 's1')).toBe('First contact')
  })

  it("keeps what a merge brought in, so that the next publish does not take a colleague's work back", async () => {
    const { open, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    backend.head = publishedAs(first, { s2: 'Proposal' })
    await session.publish('')
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(3))
    expect(nameOf(editor, 's2')).toBe('Proposal')
    rename(editor, 's1', 'First contact')
    await session.publish('')
    await waitFor(() => expect(backend.head?.process.revision).toBe(4))
    expect(backend.head?.stages.s2?.stageName).toBe('Proposal')
  })

  it('keeps what was changed after the publish when a conflict is settled', async () => {
    const { open, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    backend.head = publishedAs(first, { s1: 'Inquiry' })
    await session.publish('')
    await waitFor(() => expect(openState(session).conflict).not.toBeNull())
    rename(editor, 's2', 'Proposal')
    const { conflict } = openState(session)
    if (!conflict) throw new Error('There is no conflict.')
    await session.settle(conflict.theirs, '')
    expect(nameOf(editor, 's1')).toBe('Inquiry')
    expect(nameOf(editor, 's2')).toBe('Proposal')
  })
})

describe('what the company hides from this person since', () => {
  const guidance = (editor: Editor) => editor.store.getState().document.stages.s1?.guidance
  const guided = withRows(first, {
    stages: [
      newStage({ id: 's1', stageName: 'Lead', defaultProbability: 10, guidance: 'Ask for the budget.' }),
    ],
  })
  const unseen: ReferenceData = { ...emptyReferenceData, hidden: ['stage.guidance'] }
  const changed: WireEvent = { ...firstPublished, kind: 'reference.changed' }

  it('goes from the screen, from the steps and from the device; what was changed elsewhere stays', async () => {
    const { open, hear, backend, drafts } = device(guided)
    const session = open()
    const { editor } = await ready(session)
    editor.dispatch('updateStage', { stageId: 's1', changes: { guidance: 'Ask twice.' } })
    rename(editor, 's1', 'Contact')
    await saved(session)
    backend.reference = unseen
    hear(concealed(guided, unseen), changed)
    await waitFor(() => expect(guidance(editor)).toBe(''))
    await saved(session)
    expect(JSON.stringify(editor.store.getState())).not.toMatch(/Ask for|Ask twice/)
    expect(JSON.stringify(await drafts.open('p1'))).not.toMatch(/Ask for|Ask twice/)
    expect(nameOf(editor, 's1')).toBe('Contact')
    editor.undo()
    const { document, base } = editor.store.getState()
    expect(document).toEqual(base)
  })

  it('is there again once it is shown again, without a new revision', async () => {
    const { open, hear, backend } = device(concealed(guided, unseen))
    backend.reference = unseen
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    await saved(session)
    backend.reference = emptyReferenceData
    hear(guided, changed)
    await waitFor(() => expect(guidance(editor)).toBe('Ask for the budget.'))
    expect(editor.store.getState().document.stages.s1?.hidden).toBeUndefined()
    expect(nameOf(editor, 's1')).toBe('Contact')
  })
})

describe("somebody else's publish", () => {
  it('comes in where it touches something else', async () => {
    const { open, hear } = device()
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    await saved(session)
    hear(publishedAs(first, { s2: 'Proposal' }))
    await waitFor(() => expect(nameOf(editor, 's2')).toBe('Proposal'))
    expect(nameOf(editor, 's1')).toBe('Contact')
    await saved(session)
    session.close()
    const again = await ready(open())
    expect(again.editor.store.getState().base?.process.revision).toBe(2)
    expect(nameOf(again.editor, 's1')).toBe('Contact')
  })

  it('is the own draft, asked for and approved: nothing is left to publish, not even the way of its deals', async () => {
    const { open, hear } = device()
    const session = open()
    const { editor } = await ready(session)
    const done = editor.dispatch('removeStages', { stageIds: ['s2'], migrations: { s2: 's1' } })
    expect(done.ok).toBe(true)
    await saved(session)
    const { document } = editor.store.getState()
    hear(publishedAs({ ...document, process: { ...document.process, stageMigrations: {} } }))
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(2))
    const { base, document: now } = editor.store.getState()
    expect(base && isEmptyDiff(diffProcesses(base, now))).toBe(true)
  })

  it('is the first revision of a process that only this device had', async () => {
    const { open, hear, drafts } = device(null)
    await drafts.begin('p1', { ...first, process: { ...first.process, revision: 0 } }, null)
    const { editor } = await ready(open())
    hear(first, firstPublished)
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(1))
    expect(isEmptyDiff(diffProcesses(first, editor.store.getState().document))).toBe(true)
  })

  it('waits where both changed the same, and the person decides', async () => {
    const { open, hear, backend } = device()
    const session = open()
    const { editor } = await ready(session)
    rename(editor, 's1', 'Contact')
    hear(publishedAs(first, { s1: 'Inquiry' }))
    await waitFor(() => expect(openState(session).behind).toBe(2))
    expect(nameOf(editor, 's1')).toBe('Contact')

    await session.publish('')
    await waitFor(() => expect(openState(session).conflict).not.toBeNull())
    const { conflict } = openState(session)
    if (!conflict) throw new Error('There is no conflict.')
    await session.settle({ ...conflict.theirs, stages: conflict.mine.stages }, '')
    await waitFor(() => expect(backend.head?.stages.s1?.stageName).toBe('Contact'))
    await waitFor(() => expect(editor.store.getState().base?.process.revision).toBe(3))
    expect(openState(session).behind).toBeNull()
  })
})

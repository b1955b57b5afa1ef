import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { diffProcesses } from '../../domain/process/diff.ts'
import { newProcess, type ProcessDocument } from '../../domain/process/process.ts'
import type { DraftBackup } from '../api/backend.ts'
import { type Failure, type Result, success } from '../api/failure.ts'
import { createBackUps } from './backUps.ts'
import { DraftDatabase } from './database.ts'
import { createDrafts } from './drafts.ts'

const silence: Failure = { kind: 'network', message: 'The server cannot be reached.' }
const gone: Failure = {
  kind: 'problem',
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is no such draft.',
  details: {},
  retryAfterSeconds: null,
}

const published = newProcess({ id: 'p1', processName: 'Sales', processCode: 'SALES', revision: 4 })
const renamed = (processName: string): ProcessDocument => ({
  ...published,
  process: { ...published.process, processName },
})

/** One person's copies on the server. */
class Server {
  readonly copies = new Map<string, DraftBackup>()
  online = true
  saves = 0
  private readonly answer = <T>(value: () => Result<T>): Promise<Result<T>> =>
    Promise.resolve(this.online ? value() : { ok: false, failure: silence })

  readonly backend = {
    backUpDraft: (copy: DraftBackup) =>
      this.answer(() => {
        this.saves += 1
        this.copies.set(copy.id, structuredClone(copy))
        return success({ updatedAt: '2026-02-01T00:00:00Z' })
      }),
    backedUpDrafts: () =>
      this.answer(() =>
        success(
          [...this.copies.values()].reverse().map(({ document, beginning: _, ...head }) => ({
            ...head,
            processName: document.process.processName,
            updatedAt: '2026-02-01T00:00:00Z',
          })),
        ),
      ),
    readBackup: (id: string) =>
      this.answer<DraftBackup>(() => {
        const copy = this.copies.get(id)
        return copy ? success(copy) : { ok: false, failure: gone }
      }),
    forgetBackup: (id: string) =>
      this.answer<null>(() => (this.copies.delete(id) ? success(null) : { ok: false, failure: gone })),
    version: (_processId: string, revision: number) =>
      this.answer(() =>
        success({
          revision,
          kind: 'publish' as const,
          reason: null,
          at: '2026-01-01T00:00:00Z',
          by: { id: 'u1', name: 'Dana' },
          request: null,
          changes: { added: 0, updated: 0, removed: 0 },
          document: published,
        }),
      ),
  }
}

let number = 0
const nextId = () => {
  number += 1
  return `id-${number}`
}

function device(server: Server) {
  const database = new DraftDatabase('c1', nextId())
  const drafts = createDrafts(database, () => '2026-02-01T00:00:00Z')
  const backUps = createBackUps({
    database,
    drafts,
    backend: server.backend,
    newId: nextId,
    alone: async (run) => {
      await run()
      return true
    },
  })
  async function rename(from: ProcessDocument, processName: string) {
    const to = { ...from, process: { ...from.process, processName } }
    const change = { origin: 'command' as const, diff: diffProcesses(from, to), entry: null }
    await drafts.record('p1', change)
    return to
  }
  const isBackedUp = () =>
    new Promise<boolean>((resolve, reject) => {
      const watching = backUps.backedUp('p1').subscribe({
        next: (value) => {
          resolve(value)
          queueMicrotask(() => watching.unsubscribe())
        },
        error: reject,
      })
    })
  const names = () => [...server.copies.values()].map(({ document }) => document.process.processName)
  async function waiting() {
    const answer = await backUps.elsewhere()
    if (!answer.ok) throw new Error(answer.failure.message)
    return answer.value
  }
  return { drafts, backUps, rename, isBackedUp, names, waiting }
}

describe('the copy of a draft on the server', () => {
  it('follows the draft and says whether it is up to date', async () => {
    const server = new Server()
    const here = device(server)
    await here.drafts.begin('p1', published, published)
    await here.rename(published, 'Sales 2')
    expect(await here.isBackedUp()).toBe(false)
    expect(await here.backUps.run()).toBe(true)
    expect(await here.isBackedUp()).toBe(true)
    expect(here.names()).toEqual(['Sales 2'])
    await here.backUps.run()
    expect(server.saves).toBe(1)
    await here.rename(renamed('Sales 2'), 'Sales 3')
    expect(await here.isBackedUp()).toBe(false)
    await here.backUps.run()
    expect(here.names()).toEqual(['Sales 3'])
  })

  it('is not made for a draft that equals what is published', async () => {
    const server = new Server()
    const here = device(server)
    await here.drafts.begin('p1', published, published)
    expect(await here.backUps.run()).toBe(true)
    expect(server.copies.size).toBe(0)
  })

  it('goes once the draft is discarded, and once it is published', async () => {
    const server = new Server()
    const here = device(server)
    await here.drafts.begin('p1', renamed('Sales 2'), published)
    await here.backUps.run()
    await here.drafts.discard('p1')
    await here.backUps.run()
    expect(server.copies.size).toBe(0)

    await here.drafts.begin('p1', renamed('Sales 3'), published)
    await here.backUps.run()
    expect(server.copies.size).toBe(1)
    const now = renamed('Sales 3')
    await here.drafts.settle('p1', { document: now, undoStack: [], redoStack: [] }, now)
    await here.backUps.run()
    expect(server.copies.size).toBe(0)
  })

  it('is made up for when the server answers again', async () => {
    const server = new Server()
    const here = device(server)
    await here.drafts.begin('p1', renamed('Sales 2'), published)
    server.online = false
    expect(await here.backUps.run()).toBe(false)
    server.online = true
    expect(await here.backUps.run()).toBe(true)
    expect(here.names()).toEqual(['Sales 2'])
  })

  it('brings everything back after the browser emptied its storage', async () => {
    const server = new Server()
    const before = device(server)
    const from = { kind: 'template', name: 'Field sales', at: '2026-01-15T00:00:00Z' } as const
    await before.drafts.begin('p1', renamed('Sales 2'), published, from)
    await before.backUps.run()

    const after = device(server)
    const [copy] = await after.waiting()
    if (!copy) throw new Error('Nothing is offered.')
    expect(copy.processName).toBe('Sales 2')
    expect(await after.backUps.bring(copy)).toEqual(success('p1'))
    const draft = await after.drafts.open('p1')
    expect(draft?.document.process.processName).toBe('Sales 2')
    expect(draft?.base).toEqual(published)
    expect(draft?.beginning).toEqual(from)
    expect(await after.waiting()).toEqual([])
    // The copy moves: it is never missing in between, and there is one of it in the end.
    await after.backUps.run()
    expect(after.names()).toEqual(['Sales 2'])
    expect(server.copies.has(copy.id)).toBe(false)
  })

  it('of another device never replaces work of this one', async () => {
    const server = new Server()
    const laptop = device(server)
    await laptop.drafts.begin('p1', renamed('On the laptop'), published)
    await laptop.backUps.run()
    const desk = device(server)
    await desk.drafts.begin('p1', renamed('At the desk'), published)
    await desk.backUps.run()
    expect(await desk.waiting()).toEqual([])
    expect(desk.names().sort()).toEqual(['At the desk', 'On the laptop'])
  })

  it('can be deleted for good', async () => {
    const server = new Server()
    const before = device(server)
    await before.drafts.begin('p1', renamed('Sales 2'), published)
    await before.backUps.run()
    const after = device(server)
    for (const copy of await after.waiting()) await after.backUps.forget(copy)
    expect(await after.waiting()).toEqual([])
    expect(server.copies.size).toBe(0)
  })
})

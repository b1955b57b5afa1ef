import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { CommandContext } from '../../domain/commands/command.ts'
import { type CommandCall, execute } from '../../domain/commands/registry.ts'
import { applyDiff, diffProcesses, reverseDiff } from '../../domain/process/diff.ts'
import { newProcess, type ProcessDocument, withRows } from '../../domain/process/process.ts'
import { emptyReferenceData } from '../../domain/process/reference.ts'
import { newStage } from '../../domain/process/stage.ts'
import { DraftDatabase, type StepRow } from './database.ts'
import { createDrafts, type DraftChange, type Drafts, TakenOver } from './drafts.ts'
import type { DraftState } from './replay.ts'

const now = '2026-01-31T09:00:00.000Z'
let count = 0
const context: CommandContext = {
  newId: () => `new-${++count}`,
  now,
  actorId: 'director',
  reference: emptyReferenceData,
}

function pipeline(): ProcessDocument {
  return withRows(newProcess({ id: 'pipeline', processName: 'Pipeline' }), {
    stages: [
      newStage({ id: 'qualify', stageName: 'Qualify', stageCode: 'QUALIFY', stageOrder: 1 }),
      newStage({ id: 'won', stageName: 'Won', stageCode: 'WON', stageOrder: 2, isClosedWon: true }),
    ],
  })
}

/** A person at the editor: does, undoes and redoes, and remembers what the screen shows. */
class Person {
  shown: DraftState
  constructor(document: ProcessDocument) {
    this.shown = { document, undoStack: [], redoStack: [] }
  }

  do(call: CommandCall): DraftChange {
    const done = execute(this.shown.document, call, context)
    if (!done.ok) throw new Error(done.reason)
    const diff = diffProcesses(this.shown.document, done.document)
    const entry = { id: context.newId(), label: done.label, diff, mergeKey: null, at: now }
    this.shown = { document: done.document, undoStack: [...this.shown.undoStack, entry], redoStack: [] }
    return { origin: 'command', diff, entry }
  }

  undo(): DraftChange | null {
    const entry = this.shown.undoStack.at(-1)
    if (!entry) return null
    const diff = reverseDiff(entry.diff)
    this.shown = {
      document: applyDiff(this.shown.document, diff),
      undoStack: this.shown.undoStack.slice(0, -1),
      redoStack: [...this.shown.redoStack, entry],
    }
    return { origin: 'undo', diff, entry }
  }

  redo(): DraftChange | null {
    const entry = this.shown.redoStack.at(-1)
    if (!entry) return null
    this.shown = {
      document: applyDiff(this.shown.document, entry.diff),
      undoStack: [...this.shown.undoStack, entry],
      redoStack: this.shown.redoStack.slice(0, -1),
    }
    return { origin: 'redo', diff: entry.diff, entry }
  }
}

let database: DraftDatabase
let drafts: Drafts
beforeEach(async () => {
  database = new DraftDatabase('company', `user-${++count}`)
  drafts = createDrafts(database, () => now)
  return () => database.delete()
})

const shownAfterReload = async () => {
  const reopened = await createDrafts(database, () => now).open('pipeline')
  if (!reopened) return null
  const { document, undoStack, redoStack } = reopened
  return { document, undoStack, redoStack }
}

describe('a draft on this device', () => {
  it('is as it was left, undo and redo with it, whenever the tab is killed', async () => {
    const gesture = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.record({ kind: fc.constant('add' as const), name: fc.string({ maxLength: 30 }) }),
      },
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant('rename' as const), name: fc.string({ maxLength: 100 }) }),
      },
      { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const, name: '' }) },
      { weight: 1, arbitrary: fc.constant({ kind: 'redo' as const, name: '' }) },
    )
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(gesture, { maxLength: 120 }), async (gestures) => {
        const own = new DraftDatabase('company', `model-${++run}`)
        const kept = createDrafts(own, () => now)
        const person = new Person(pipeline())
        await kept.begin('pipeline', person.shown.document, null)
        for (const { kind, name } of gestures) {
          const change =
            kind === 'add'
              ? person.do({ id: 'addStage', payload: { name } })
              : kind === 'rename'
                ? person.do({
                    id: 'updateStage',
                    payload: { stageId: 'qualify', changes: { stageName: name } },
                  })
                : kind === 'undo'
                  ? person.undo()
                  : person.redo()
          if (change) await kept.record('pipeline', change)
        }
        const reopened = await createDrafts(own, () => now).open('pipeline')
        expect(reopened).toMatchObject(person.shown)
        await own.delete()
      }),
      { numRuns: 15 },
    )
  })

  it('keeps what the process was made from, and when, however often it is written', async () => {
    const drafts = createDrafts(database, () => now)
    const person = new Person(pipeline())
    const from = { kind: 'import', format: 'salesforce', files: 'deals.xml' } as const
    await drafts.begin('pipeline', person.shown.document, null, from)
    await drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Demo' } }))
    expect((await drafts.open('pipeline'))?.beginning).toEqual({ ...from, at: now })
    await drafts.settle('pipeline', person.shown, null)
    expect((await drafts.claim('pipeline'))?.beginning).toEqual({ ...from, at: now })
  })

  it('grows one step of undo while somebody types', async () => {
    const person = new Person(pipeline())
    await drafts.begin('pipeline', person.shown.document, null)
    const first = person.do({
      id: 'updateStage',
      payload: { stageId: 'qualify', changes: { stageName: 'Q' } },
    })
    await drafts.record('pipeline', first)
    const typed = person.do({
      id: 'updateStage',
      payload: { stageId: 'qualify', changes: { stageName: 'Qu' } },
    })
    const grown = { ...typed, entry: typed.entry && first.entry && { ...typed.entry, id: first.entry.id } }
    await drafts.record('pipeline', grown)

    expect((await shownAfterReload())?.undoStack).toHaveLength(1)
    expect((await shownAfterReload())?.document.stages.qualify?.stageName).toBe('Qu')
  })

  it('writes changes in the order they were made, without being waited for', async () => {
    const person = new Person(pipeline())
    const writes = [drafts.begin('pipeline', person.shown.document, null)]
    for (let step = 0; step < 100; step++)
      writes.push(
        drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: `Stage ${step}` } })),
      )
    expect(drafts.saveState()).toEqual({ kind: 'saving' })
    await Promise.all(writes)

    expect(drafts.saveState()).toEqual({ kind: 'saved' })
    expect(await shownAfterReload()).toEqual(person.shown)
    expect(await database.steps.count()).toBeLessThan(40)
  })

  it('says so when a change could not be kept, and keeps the draft as it was', async () => {
    const person = new Person(pipeline())
    await drafts.begin('pipeline', person.shown.document, null)
    const before = await shownAfterReload()
    const full = new Error('AbortError')
    Object.assign(full, { inner: Object.assign(new Error('full'), { name: 'QuotaExceededError' }) })
    database.steps.hook('creating', () => {
      throw full
    })

    await expect(
      drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Proposal' } })),
    ).rejects.toThrow()
    expect(drafts.saveState()).toMatchObject({ kind: 'failed', storageFull: true })
    expect(await shownAfterReload()).toEqual(before)
  })

  it('is saved again once its whole state was written after a failure', async () => {
    const person = new Person(pipeline())
    await expect(
      drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Proposal' } })),
    ).rejects.toThrow('no longer on this device')
    await expect(
      drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Later' } })),
    ).rejects.toThrow('An earlier change')
    expect(drafts.saveState().kind).toBe('failed')
    await drafts.settle('pipeline', person.shown, null)

    expect(drafts.saveState()).toEqual({ kind: 'saved' })
    expect(await shownAfterReload()).toEqual(person.shown)
  })

  it('names the cause, not what follows from it, and is whole only after the whole state was written', async () => {
    const person = new Person(pipeline())
    await drafts.begin('pipeline', person.shown.document, null)
    const full = Object.assign(new Error('full'), { name: 'QuotaExceededError' })
    const fill = () => {
      throw full
    }
    database.drafts.hook('updating', fill)
    await expect(drafts.settle('pipeline', person.shown, null)).rejects.toThrow()
    await expect(
      drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Proposal' } })),
    ).rejects.toThrow('An earlier change')
    expect(drafts.saveState()).toMatchObject({ kind: 'failed', storageFull: true })
    database.drafts.hook('updating').unsubscribe(fill)
    await drafts.settle('pipeline', person.shown, null)
    expect(drafts.saveState()).toEqual({ kind: 'saved' })
    expect(await shownAfterReload()).toEqual(person.shown)
  })

  it('belongs to the tab that claimed it last', async () => {
    const person = new Person(pipeline())
    await drafts.begin('pipeline', person.shown.document, null)
    const other = createDrafts(database, () => now)
    await other.claim('pipeline')
    const change = person.do({ id: 'addStage', payload: { name: 'Proposal' } })
    await expect(drafts.record('pipeline', change)).rejects.toThrow(TakenOver)
    await expect(drafts.settle('pipeline', person.shown, null)).rejects.toThrow(TakenOver)
    expect(drafts.saveState()).toEqual({ kind: 'saved' })
    await other.record('pipeline', change)
    expect(await shownAfterReload()).toEqual(person.shown)
  })

  it('is gone after it was discarded, its steps too', async () => {
    const person = new Person(pipeline())
    await drafts.begin('pipeline', person.shown.document, null)
    await drafts.record('pipeline', person.do({ id: 'addStage', payload: { name: 'Proposal' } }))
    await drafts.discard('pipeline')

    expect(await shownAfterReload()).toBeNull()
    expect(await database.steps.toArray()).toEqual([] satisfies StepRow[])
  })

  it('never belongs to another person or company of the same device', async () => {
    await drafts.begin('pipeline', pipeline(), null)
    const other = new DraftDatabase('other company', 'same name')
    expect(await createDrafts(other, () => now).list()).toEqual([])
    await other.delete()
  })
})

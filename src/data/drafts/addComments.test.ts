import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { diffProcesses } from '../../domain/process/diff.ts'
import { DraftDatabase } from './database.ts'
import { createDrafts } from './drafts.ts'

/** What it is without its comments: as an earlier version wrote it. */
const older = <Held extends { comments: unknown }>({ comments: _, ...held }: Held) => held

it('opens a draft and its history as an earlier version left them', async () => {
  const { document } = standard()
  const after = having(document, 'removeStages', { stageIds: ['Proposal'] })
  const diff = older(diffProcesses(document, after))
  const entry = { id: 'e', label: 'Delete “Proposal”', diff, mergeKey: null, at: '2026-11-20T08:00:00.000Z' }

  const before = new Dexie('stagecraft:company:ada')
  before.version(1).stores({
    drafts: 'processId',
    steps: '[processId+number]',
    outbox: '++number, processId, state, &key',
    sent: 'processId',
    conflicts: 'processId',
    processes: 'processId',
    known: 'name',
  })
  await before.table('drafts').put({
    processId: 'process',
    base: older(document),
    document: older(document),
    undoStack: [],
    redoStack: [],
    at: 1,
    head: 2,
    writer: 'earlier',
    updatedAt: '2026-11-20T08:00:00.000Z',
  })
  await before.table('steps').put({ processId: 'process', number: 2, origin: 'command', diff, entry })
  before.close()

  const database = new DraftDatabase('company', 'ada')
  const draft = await createDrafts(database, () => '2026-11-21T09:00:00.000Z').claim('process')
  expect(draft?.document).toEqual(after)
  expect(draft?.base).toEqual(document)
  expect(draft?.undoStack[0]?.diff).toEqual(diffProcesses(document, after))
  database.close()
})

import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { having } from '../../../tests/kit/given.ts'
import { diffProcesses } from '../../domain/process/diff.ts'
import { concealDevice } from './conceal.ts'
import { DraftDatabase } from './database.ts'
import { createDrafts } from './drafts.ts'

const at = '2026-11-20T08:00:00.000Z'
const guiding = (guidance: string) => ({ stageId: 'Proposal', changes: { guidance } }) as const

it('takes from the device what its person may no longer see, and nothing else', async () => {
  const database = new DraftDatabase('company', 'ada')
  const base = having(standard().document, 'updateStage', guiding('Secret published'))
  const mine = having(base, 'updateStage', {
    stageId: 'Proposal',
    changes: { guidance: 'Secret mine', stageName: 'Quote' },
  })
  const drafts = createDrafts(database, () => at)
  await drafts.begin('process', base, base)
  const diff = diffProcesses(base, mine)
  const entry = { id: 'e', label: 'Change “Proposal”', diff, mergeKey: null, at }
  await drafts.record('process', { origin: 'command', diff, entry })
  await database.sent.put({ processId: 'process', document: mine, published: mine })
  await database.processes.put({ processId: 'process', document: base, fetchedAt: at })
  const conflict = {
    kind: 'field',
    table: 'stages',
    rowId: 'Proposal',
    name: 'Proposal',
    at: '',
    dependents: [],
  } as const
  await database.conflicts.put({
    processId: 'process',
    base,
    mine,
    theirs: base,
    conflicts: [
      { ...conflict, id: 'g', field: 'guidance', base: '', mine: 'Secret mine', theirs: 'Secret published' },
      { ...conflict, id: 'n', field: 'stageName', base: 'Proposal', mine: 'Quote', theirs: 'Bid' },
    ],
    at,
    settledAt: null,
  })

  await concealDevice(database, { hidden: ['stage.guidance'] })

  const everything = await Promise.all(database.tables.map((table) => table.toArray()))
  expect(JSON.stringify(everything)).not.toContain('Secret')
  const draft = await drafts.open('process')
  expect(draft?.document.stages.Proposal).toMatchObject({
    stageName: 'Quote',
    guidance: '',
    hidden: ['guidance'],
  })
  expect(draft?.undoStack).toHaveLength(1)
  expect((await database.conflicts.get('process'))?.conflicts.map(({ id }) => id)).toEqual(['n'])
  database.close()
})

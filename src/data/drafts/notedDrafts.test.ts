import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newProcess, type ProcessDocument } from '../../domain/process/process.ts'
import { DraftDatabase } from './database.ts'
import { createDraftIndex } from './draftIndex.ts'
import { createDrafts, type Drafts } from './drafts.ts'
import { notedDrafts } from './notedDrafts.ts'

let count = 0
let kept: Map<string, string>
let database: DraftDatabase
let plain: Drafts
let drafts: Drafts

const pipeline = (processName = 'Pipeline') => newProcess({ id: 'pipeline', processName, revision: 3 })
const state = (document: ProcessDocument) => ({ document, undoStack: [], redoStack: [] })
const index = () =>
  createDraftIndex(
    { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) },
    'company:user',
  )
const later = '2026-02-02T00:00:00Z'

beforeEach(() => {
  kept = new Map()
  database = new DraftDatabase('company', `noted-${++count}`)
  plain = createDrafts(database, () => later)
  drafts = notedDrafts(plain, index(), () => later)
  return () => database.delete()
})

describe('which drafts are on this device', () => {
  it('is told without the database: begun, published, thrown away', async () => {
    await drafts.begin('pipeline', pipeline(), null)
    expect(index().read()).toEqual({ pipeline: { processName: 'Pipeline', updatedAt: later } })
    await drafts.settle('pipeline', state(pipeline()), pipeline())
    expect(index().read()).toEqual({})
    await drafts.settle('pipeline', state(pipeline('Sales')), pipeline())
    expect(index().read().pipeline?.processName).toBe('Sales')
    await drafts.discard('pipeline')
    expect(index().read()).toEqual({})
  })

  it('is told of nothing that is not durable', async () => {
    await drafts.begin('pipeline', pipeline(), pipeline())
    await drafts.discard('pipeline')
    const change = { origin: 'command', diff: {}, entry: null } as never
    await expect(drafts.record('pipeline', change)).rejects.toThrow('no longer on this device')
    expect(index().read()).toEqual({})
  })

  it('is put right whenever all are read', async () => {
    kept.set('stagecraft.drafts:company:user', '{"gone":{"processName":"Gone","updatedAt":"2026"}}')
    await plain.begin('pipeline', pipeline('Sales'), pipeline())
    await drafts.list()
    expect(index().read()).toEqual({ pipeline: { processName: 'Sales', updatedAt: later } })
  })

  it('is nothing where the note cannot be read or written', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    kept.set('stagecraft.drafts:company:user', '{"half":')
    expect(index().read()).toEqual({})
    kept.set('stagecraft.drafts:company:user', '{"odd":7,"null":null}')
    expect(index().read()).toEqual({})
    const full = createDraftIndex(
      {
        getItem: () => null,
        setItem: () => {
          throw new DOMException('No room.', 'QuotaExceededError')
        },
      },
      'company:user',
    )
    full.note('pipeline', { processName: 'Pipeline', updatedAt: later })
    expect(warn).toHaveBeenCalledTimes(2)
    warn.mockRestore()
  })
})

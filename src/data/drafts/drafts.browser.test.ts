/** Drafts on the browser's own IndexedDB, where tabs are real connections and upgrades really happen. */
import { Dexie } from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { addStageTo, pipeline } from '../../../tests/kit/draftedProcess.ts'
import { DraftDatabase } from './database.ts'
import { createDrafts, TakenOver } from './drafts.ts'

const now = () => '2026-01-31T09:00:00.000Z'
let count = 0
const user = () => `user-${Date.now()}-${++count}`
const names = new Set<string>()
const open: DraftDatabase[] = []

/** One tab of this person. */
function tab(name: string) {
  const database = new DraftDatabase('company', name)
  open.push(database)
  names.add(database.name)
  return { database, drafts: createDrafts(database, now) }
}
afterEach(async () => {
  for (const database of open.splice(0)) database.close()
  await Promise.all([...names].map((name) => Dexie.delete(name)))
  names.clear()
})

const stagesOf = (draft: { document: { stages: object } } | null) =>
  Object.keys(draft?.document.stages ?? {}).length

describe('a draft in IndexedDB', () => {
  it('has every acknowledged change, with undo, for a connection that opens later', async () => {
    const name = user()
    const first = tab(name)
    let shown = pipeline()
    await first.drafts.begin('pipeline', shown, null)
    for (let step = 0; step < 95; step++) {
      const { change, document } = addStageTo(shown, `stage-${step}`)
      shown = document
      await first.drafts.record('pipeline', change)
    }
    const later = await tab(name).drafts.open('pipeline')
    expect(later?.document).toEqual(shown)
    expect(later?.undoStack).toHaveLength(95)
  })

  it('is written by one of three tabs; a late write of another is refused and changes nothing', async () => {
    const name = user()
    const tabs = [tab(name), tab(name), tab(name)]
    let shown = pipeline()
    await tabs[0]?.drafts.begin('pipeline', shown, null)
    let acknowledged = 0
    for (let round = 0; round < 60; round++) {
      const writer = tabs[round % 3]
      const late = tabs[(round + 2) % 3]
      const claimed = await writer?.drafts.claim('pipeline')
      expect(claimed?.document).toEqual(shown)
      const { change, document } = addStageTo(shown, `stage-${round}`)
      const { change: lateChange } = addStageTo(shown, `late-${round}`)
      const [kept, refused] = await Promise.allSettled([
        writer?.drafts.record('pipeline', change),
        late?.drafts.record('pipeline', lateChange),
      ])
      expect(kept.status).toBe('fulfilled')
      expect(refused).toMatchObject({ status: 'rejected', reason: expect.any(TakenOver) })
      expect(late?.drafts.saveState().kind).toBe('saved')
      shown = document
      acknowledged += 1
    }
    const settled = await tabs[0]?.drafts.open('pipeline')
    expect(settled?.document).toEqual(shown)
    expect(settled?.undoStack).toHaveLength(acknowledged)
  })

  it('tells tabs that watch what the writing tab does', async () => {
    const name = user()
    const [writing, watching] = [tab(name), tab(name)]
    const seen: number[] = []
    await writing.drafts.begin('pipeline', pipeline(), null)
    const subscription = watching.drafts.watch('pipeline').subscribe((draft) => seen.push(stagesOf(draft)))
    await expect.poll(() => seen.at(-1)).toBe(2)
    await writing.drafts.record('pipeline', addStageTo(pipeline(), 'proposal').change)
    await expect.poll(() => seen.at(-1)).toBe(3)
    subscription.unsubscribe()
  })
})

describe('a newer version of the app in another tab', () => {
  /** Dexie counts in tens. */
  const upgrade = ({ name, verno }: Dexie) =>
    new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, (verno + 1) * 10)
      request.onerror = () => reject(request.error)
      request.onsuccess = () => {
        request.result.close()
        resolve()
      }
    })

  it('is never written over by the old code, which says to reload', async () => {
    const name = user()
    const { database, drafts } = tab(name)
    await drafts.begin('pipeline', pipeline(), null)
    await upgrade(database)

    await expect(drafts.record('pipeline', addStageTo(pipeline(), 'proposal').change)).rejects.toThrow()
    await expect(drafts.settle('pipeline', await shownNow(), null)).rejects.toThrow()
    expect(drafts.saveState()).toMatchObject({ kind: 'failed', why: expect.stringContaining('reload') })
  })

  it('is not opened by old code that starts later', async () => {
    const name = user()
    const first = tab(name)
    await first.drafts.begin('pipeline', pipeline(), null)
    await upgrade(first.database)
    await expect(tab(name).drafts.open('pipeline')).rejects.toThrow('newer version')
  })

  it('does not hang the removal of a person from this device', async () => {
    const name = user()
    const { database, drafts } = tab(name)
    await drafts.begin('pipeline', pipeline(), null)
    await Dexie.delete(database.name)
    await expect(drafts.record('pipeline', addStageTo(pipeline(), 'proposal').change)).rejects.toThrow()
    expect(drafts.saveState()).toMatchObject({ kind: 'failed', why: expect.stringContaining('signed out') })
    expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(database.name)
  })

  const shownNow = async () => ({ document: pipeline(), undoStack: [], redoStack: [] })
})

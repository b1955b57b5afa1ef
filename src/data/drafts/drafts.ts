/**
 * Drafts on this device. Every change is one durable transaction that appends a step; now and then a snapshot
 * replaces the steps before it. Changes are written in the order they were made, one after the other.
 */
import { liveQuery, type Observable } from 'dexie'
import { v7 as newId } from 'uuid'
import type { Beginning, DatedBeginning } from '../../domain/process/beginning.ts'
import { diffProcesses, isEmptyDiff } from '../../domain/process/diff.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { type DraftDatabase, type DraftRow, isStorageFull, type StepRow } from './database.ts'
import { type DraftState, replay } from './replay.ts'

/** A snapshot after so many steps keeps opening a draft fast without writing the whole document every time. */
const stepsPerSnapshot = 40

/** What became of the document, as the editor tells it. */
export type DraftChange = Pick<StepRow, 'origin' | 'diff' | 'entry'>

export interface OpenDraft extends DraftState {
  readonly base: ProcessDocument | null
  /** What the process was made from; null where that is not known. */
  readonly beginning: DatedBeginning | null
  readonly head: number
  readonly updatedAt: string
}

export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** The change is in memory only. Nothing on the device was lost or half-written. */
  | { readonly kind: 'failed'; readonly storageFull: boolean; readonly why: string }

export interface Drafts {
  /** The draft as it was left, or null where this device has none. */
  open(processId: string): Promise<OpenDraft | null>
  /** The same, to write it: from now on writes of other tabs are refused with `TakenOver`. */
  claim(processId: string): Promise<OpenDraft | null>
  list(): Promise<readonly OpenDraft[]>
  /** Begins (or replaces) a draft; its history starts empty. */
  begin(
    processId: string,
    document: ProcessDocument,
    base: ProcessDocument | null,
    /** Begins now where it does not say when. */
    beginning?: Beginning | DatedBeginning | null,
  ): Promise<void>
  /**
   * Makes a change durable; resolves when it is on the device. Rejects where it could not be kept, and then refuses
   * every further change until `settle` wrote the whole state: a step missing in between would corrupt the draft.
   */
  record(processId: string, change: DraftChange): Promise<void>
  /** Writes a whole state at once: after a publish or a merge moved the base. */
  settle(processId: string, state: DraftState, base: ProcessDocument | null): Promise<void>
  discard(processId: string): Promise<void>
  saveState(): SaveState
  onSaveState(listener: (state: SaveState) => void): () => void
  /** Emits whenever a draft of this device changed, from any tab. */
  watch(processId: string): Observable<OpenDraft | null>
}

/** Another tab writes this draft now. What is on the device is whole; this change is not in it. */
export class TakenOver extends Error {
  constructor() {
    super('Another tab took this draft over. The last change here was not kept.')
  }
}

/** The first failure is the cause; those that follow from it would hide it. */
class EarlierMissing extends Error {
  constructor() {
    super('An earlier change is not on this device yet.')
  }
}

export function createDrafts(database: DraftDatabase, now: () => string, tab: string = newId()): Drafts {
  let queue: Promise<unknown> = Promise.resolve()
  let state: SaveState = { kind: 'saved' }
  let waiting = 0
  const incomplete = new Set<string>()
  const listeners = new Set<(state: SaveState) => void>()

  function show(next: SaveState) {
    state = next
    for (const listener of listeners) listener(next)
  }

  const calm = () => {
    if (waiting === 0 && incomplete.size === 0 && state.kind !== 'saved') show({ kind: 'saved' })
  }

  /** One write after the other: a step's number and the snapshot depend on what came before. */
  function inOrder(processId: string, write: () => Promise<void>): Promise<void> {
    waiting += 1
    if (state.kind === 'saved') show({ kind: 'saving' })
    const done = queue.then(write).then(
      () => {
        waiting -= 1
        calm()
      },
      (error: unknown) => {
        waiting -= 1
        fail(processId, error)
        throw error
      },
    )
    queue = done.catch(() => undefined)
    return done
  }

  function fail(processId: string, error: unknown) {
    if (error instanceof TakenOver) {
      incomplete.delete(processId)
      calm()
      return
    }
    incomplete.add(processId)
    if (error instanceof EarlierMissing && state.kind === 'failed') return
    const said = error instanceof Error ? error.message : String(error)
    show({ kind: 'failed', storageFull: isStorageFull(error), why: database.whyClosed ?? said })
  }

  const tables = [database.drafts, database.steps]

  async function load(processId: string): Promise<OpenDraft | null> {
    return database.transaction('r', tables, async () => {
      const draft = await database.drafts.get(processId)
      return draft ? bringUpToNow(draft, await stepsOf(processId, draft.at)) : null
    })
  }

  function stepsOf(processId: string, after: number): Promise<StepRow[]> {
    return database.steps
      .where('[processId+number]')
      .between([processId, after], [processId, Number.POSITIVE_INFINITY], false, true)
      .toArray()
  }

  async function put(
    processId: string,
    next: DraftState,
    base: ProcessDocument | null,
    from?: Beginning | DatedBeginning | null,
  ) {
    await database.transaction('rw', tables, async () => {
      const draft = await mine(processId)
      const head = (draft?.head ?? 0) + 1
      const beginning = from ? { at: now(), ...from } : draft?.beginning
      await database.steps.where('[processId+number]').between([processId, 0], [processId, head]).delete()
      await database.drafts.put({
        processId,
        ...onlyState(next),
        ...(beginning && { beginning }),
        base,
        at: head,
        head,
        writer: tab,
        updatedAt: now(),
      })
    })
    incomplete.delete(processId)
  }

  async function mine(processId: string): Promise<DraftRow | undefined> {
    const draft = await database.drafts.get(processId)
    if (draft && draft.writer !== tab) throw new TakenOver()
    return draft
  }

  return {
    open: load,

    claim: (processId) =>
      database.transaction('rw', tables, async () => {
        await database.drafts.update(processId, { writer: tab })
        return load(processId)
      }),

    async list() {
      const rows = await database.drafts.toArray()
      const drafts = await Promise.all(rows.map((row) => load(row.processId)))
      return drafts.filter((draft) => draft !== null)
    },

    begin: (processId, document, base, from) =>
      inOrder(processId, () => put(processId, { document, undoStack: [], redoStack: [] }, base, from)),

    settle: (processId, next, base) => inOrder(processId, () => put(processId, next, base)),

    record: (processId, change) =>
      inOrder(processId, async () => {
        if (incomplete.has(processId)) throw new EarlierMissing()
        await database.transaction('rw', tables, async () => {
          const draft = await mine(processId)
          if (!draft)
            throw new Error('This draft is no longer on this device. Reload the page to see what is there.')
          const number = draft.head + 1
          const { origin, diff, entry } = change
          const step: StepRow = { processId, number, origin, diff, entry }
          if (number - draft.at < stepsPerSnapshot) {
            await database.steps.put(step)
            await database.drafts.update(processId, { head: number, updatedAt: now() })
            return
          }
          const steps = [...(await stepsOf(processId, draft.at)), step]
          const next = replay(draft, steps)
          await database.steps
            .where('[processId+number]')
            .between([processId, 0], [processId, number])
            .delete()
          await database.drafts.put({
            ...draft,
            ...onlyState(next),
            at: number,
            head: number,
            updatedAt: now(),
          })
        })
      }),

    discard: (processId) =>
      inOrder(processId, async () => {
        await database.transaction('rw', tables, async () => {
          await database.steps
            .where('[processId+number]')
            .between([processId, 0], [processId, Number.POSITIVE_INFINITY], true, true)
            .delete()
          await database.drafts.delete(processId)
        })
        incomplete.delete(processId)
      }),

    saveState: () => state,
    onSaveState(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    watch: (processId) => liveQuery(() => load(processId)),
  }
}

/** A draft that equals what it was made from holds nothing to lose. */
export const holdsChanges = ({ base, document }: Pick<OpenDraft, 'base' | 'document'>): boolean =>
  base === null || !isEmptyDiff(diffProcesses(base, document))

const onlyState = ({ document, undoStack, redoStack }: DraftState): DraftState => ({
  document,
  undoStack,
  redoStack,
})

function bringUpToNow(draft: DraftRow, steps: readonly StepRow[]): OpenDraft {
  const { base, beginning = null, head, updatedAt } = draft
  return { ...replay(draft, steps), base, beginning, head, updatedAt }
}

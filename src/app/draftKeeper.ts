/**
 * Makes each change of one open process durable, in order. Where the device had no room, the draft on it has a gap
 * that only the whole state closes: it is written as soon as there is room again.
 */
import { type Drafts, TakenOver } from '../data/drafts/drafts.ts'
import type { Editor, EditorChange } from '../editor/editor.ts'

/** How long to wait before trying to save again on a device that had no room. */
const retryMs = 5_000

export interface DraftKeeper {
  /** Whether this device has a draft of the process. It begins with the first change. */
  begun: boolean
  /** Appends a change. */
  change(change: EditorChange): void
  /** Writes the whole state: a merge or a publish moved the base. */
  whole(): void
  close(): void
}

/**
 * @param writing the open editor; null where this tab does not write.
 * @param onTrouble told when a change could not be kept. It is tried again.
 */
export function keepDraft(
  drafts: Drafts,
  processId: string,
  writing: () => Editor | null,
  onTrouble: () => void,
): DraftKeeper {
  let again: ReturnType<typeof setTimeout> | undefined

  async function append(change: EditorChange) {
    const base = writing()?.store.getState().base ?? null
    const first = keeper.begun ? null : drafts.begin(processId, change.before, base)
    keeper.begun = true
    const { origin, diff, entry } = change
    await Promise.all([first, drafts.record(processId, { origin, diff, entry })])
  }

  async function writeAll() {
    const state = writing()?.store.getState()
    if (!state) return
    const { document, undoStack, redoStack, base } = state
    keeper.begun = true
    await drafts.settle(processId, { document, undoStack, redoStack }, base)
  }

  function attempt(write: () => Promise<void>) {
    clearTimeout(again)
    write().catch((error: unknown) => {
      if (error instanceof TakenOver) return // the other tab has what is saved; this one turns read-only
      onTrouble()
      clearTimeout(again)
      again = setTimeout(() => attempt(writeAll), retryMs)
    })
  }

  const keeper: DraftKeeper = {
    begun: false,
    change: (change) => attempt(drafts.saveState().kind === 'failed' ? writeAll : () => append(change)),
    whole: () => attempt(writeAll),
    close: () => clearTimeout(again),
  }
  return keeper
}

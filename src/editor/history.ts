/** Undo and redo as two stacks of plain entries: unlimited, serialisable, so that a draft keeps them over a reload. */
import type { ProcessDiff } from '../domain/process/diff.ts'
import { squashDiffs } from '../domain/process/diff.ts'
import type { HistoryEntry } from '../domain/process/history.ts'

export interface History {
  readonly undoStack: readonly HistoryEntry[]
  readonly redoStack: readonly HistoryEntry[]
}

interface Step {
  readonly id: string
  readonly label: string
  readonly diff: ProcessDiff
  readonly mergeKey: string | null
  readonly at: string
}

/**
 * A new step on top; what had been undone can no longer be redone. Where `merging` and the top step has the same
 * merge key, the step grows instead: it keeps its id and takes the newer label.
 */
export function recorded(
  history: History,
  step: Step,
  merging: boolean,
): { history: History; entry: HistoryEntry } {
  const top = history.undoStack.at(-1)
  const grows = merging && top !== undefined && step.mergeKey !== null && top.mergeKey === step.mergeKey
  const entry = grows ? { ...step, id: top.id, diff: squashDiffs(top.diff, step.diff) } : step
  const rest = grows ? history.undoStack.slice(0, -1) : history.undoStack
  return { history: { undoStack: [...rest, entry], redoStack: [] }, entry }
}

/** The entry to take back, and the stacks after that; null where there is none. */
export function undone(history: History): { history: History; entry: HistoryEntry } | null {
  const entry = history.undoStack.at(-1)
  if (!entry) return null
  return {
    entry,
    history: { undoStack: history.undoStack.slice(0, -1), redoStack: [...history.redoStack, entry] },
  }
}

export function redone(history: History): { history: History; entry: HistoryEntry } | null {
  const entry = history.redoStack.at(-1)
  if (!entry) return null
  return {
    entry,
    history: { undoStack: [...history.undoStack, entry], redoStack: history.redoStack.slice(0, -1) },
  }
}

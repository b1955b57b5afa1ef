/** A snapshot and the steps after it give the draft as it was left: the document, and undo and redo with it. */
import { applyDiff } from '../../domain/process/diff.ts'
import type { HistoryEntry } from '../../domain/process/history.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { StepRow } from './database.ts'

export interface DraftState {
  readonly document: ProcessDocument
  readonly undoStack: readonly HistoryEntry[]
  readonly redoStack: readonly HistoryEntry[]
}

/** Plays steps, given in order of their number, onto a state. */
export function replay(state: DraftState, steps: readonly StepRow[]): DraftState {
  let { document } = state
  const undoStack = [...state.undoStack]
  const redoStack = [...state.redoStack]
  for (const step of steps) {
    document = applyDiff(document, step.diff)
    if (step.origin === 'undo') {
      const undone = undoStack.pop()
      if (undone) redoStack.push(undone)
    } else if (step.origin === 'redo') {
      const redone = redoStack.pop()
      if (redone) undoStack.push(redone)
    } else if (step.entry) {
      // Typing grows the entry on top instead of adding one; both carry the same id.
      if (undoStack.at(-1)?.id === step.entry.id) undoStack.pop()
      undoStack.push(step.entry)
      redoStack.length = 0
    }
  }
  return { document, undoStack, redoStack }
}

/** A draft as somebody may see it whose company hides something from them: in its steps too, so that no undo brings it back. */
import type { OpenDraft } from '../data/drafts/drafts.ts'
import type { DraftState } from '../data/drafts/replay.ts'
import { concealed, concealedDiff } from '../domain/process/conceal.ts'
import { isEmptyDiff } from '../domain/process/diff.ts'
import type { HistoryEntry } from '../domain/process/history.ts'
import type { ReferenceData } from '../domain/process/reference.ts'

export type Held = DraftState & Pick<OpenDraft, 'base'>

export function withoutHidden(
  { document, base, undoStack, redoStack }: Held,
  reference: ReferenceData,
): Held {
  const seen = (steps: readonly HistoryEntry[]) =>
    steps.flatMap((step) => {
      const diff = concealedDiff(step.diff, reference)
      return isEmptyDiff(diff) ? [] : [{ ...step, diff }]
    })
  return {
    document: concealed(document, reference),
    base: base && concealed(base, reference),
    undoStack: seen(undoStack),
    redoStack: seen(redoStack),
  }
}

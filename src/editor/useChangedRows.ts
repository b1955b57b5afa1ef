import { useMemo } from 'react'
import type { ProcessDocument } from '../domain/process/process.ts'
import { useSay } from '../text/index.ts'
import { type ChangedRow, changedRows } from './changedRows.ts'
import { useEditorState } from './react.ts'

const none: readonly ChangedRow[] = []

/** What differs between two documents, in the language of the interface; nothing while one of them is not known. */
export function useChangedRows(
  before: ProcessDocument | null,
  after: ProcessDocument,
): readonly ChangedRow[] {
  const reference = useEditorState((state) => state.reference)
  const say = useSay()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are words, and another language has others
  return useMemo(
    () => (before ? changedRows(before, after, reference) : none),
    [before, after, reference, say],
  )
}

/** One step of undo: the squashed diff of a gesture, with the words people read. Plain data, so drafts can keep it. */
import type { ProcessDiff } from './diff.ts'

export interface HistoryEntry {
  readonly id: string
  /** "Connect “Proposal” to “Negotiation”". */
  readonly label: string
  readonly diff: ProcessDiff
  /** Typing in one field merges into one step as long as the key stays the same. */
  readonly mergeKey: string | null
  /** ISO 8601, UTC. */
  readonly at: string
}

/** How a change came about: done, undone, redone, or brought in by a merge. */
export type ChangeOrigin = 'command' | 'undo' | 'redo' | 'merge'

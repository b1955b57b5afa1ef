/** What the pages of a process see of its session. */
import type { ConflictRow, OutboxRow } from '../data/drafts/database.ts'
import type { SaveState } from '../data/drafts/drafts.ts'
import type { Editor } from '../editor/editor.ts'

export interface OpenProcess {
  readonly status: 'ready'
  readonly editor: Editor
  /** False while another tab of this person writes the draft. */
  readonly writes: boolean
  readonly save: SaveState
  /** Publishes that the backend has not acknowledged. */
  readonly pending: readonly OutboxRow[]
  readonly conflict: ConflictRow | null
  /** A newer published revision that clashes with this draft; it is settled when publishing. */
  readonly behind: number | null
}

export type SessionState =
  | { readonly status: 'loading' }
  /** There is no such process, here or on the backend. */
  | { readonly status: 'missing' }
  | { readonly status: 'failed'; readonly why: string }
  | OpenProcess

/** What the pages of a process see of its session. */
import type { StoreApi } from 'zustand/vanilla'
import type { ConflictRow, OutboxRow } from '../data/drafts/database.ts'
import type { SaveState } from '../data/drafts/drafts.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
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

export interface ProcessSession {
  readonly store: StoreApi<SessionState>
  /** Makes this tab the one that writes. */
  takeOver(): void
  /** Queues the document as it is now; it goes out as soon as the network allows. */
  publish(reason: string): Promise<void>
  /** The person has decided a conflict: `document` holds, and is published. */
  settle(document: ProcessDocument, reason: string): Promise<void>
  /** Goes back to what is published: the draft and its history are gone. */
  discardDraft(): Promise<void>
  close(): void
}

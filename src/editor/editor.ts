/**
 * One open process, headless: the document with its history, what is selected, what is wrong, what it would yield.
 * Everything a view shows is in `store` or derived from it; everything a view does goes through `dispatch`.
 * No React, no network, no storage: the wiring place listens to `onChange` and keeps the draft durable.
 */
import type { StoreApi } from 'zustand/vanilla'
import type { CommandCall, CommandId, PayloadOf } from '../domain/commands/registry.ts'
import type { Problem, StageUsage } from '../domain/lint/rule.ts'
import type { DatedBeginning } from '../domain/process/beginning.ts'
import type { ProcessDiff } from '../domain/process/diff.ts'
import type { ChangeOrigin, HistoryEntry } from '../domain/process/history.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import type { Position } from '../domain/process/stage.ts'

export type { HistoryEntry }

/** A stage or a transition on the canvas, in a list, in a link (`stage:QUALIFY`). */
export interface ElementRef {
  readonly kind: 'stage' | 'transition'
  readonly id: string
}

/** This tab only: never saved with the document, never undone. */
export interface EditorSession {
  readonly selection: readonly ElementRef[]
  /** The element that has, had or would get keyboard focus on the canvas; kept across views. */
  readonly active: ElementRef | null
  /** Live positions during a drag; null when nothing is dragged. On drop one `moveStages` is dispatched. */
  readonly dragging: Readonly<Record<string, Position>> | null
  /** Only what touches this element stands in full light; null where everything does. */
  readonly spotlight: ElementRef | null
  /** Asks the canvas to bring an element into view and, with `focus`, to move focus there. */
  readonly reveal: {
    readonly element: ElementRef
    readonly focus: boolean
    /** A transition reached from its source is called after its place among the exits. */
    readonly asExit: boolean
    readonly at: number
  } | null
}

export interface EditorState {
  readonly document: ProcessDocument
  /** The published document this draft started from; null for a process never published. */
  readonly base: ProcessDocument | null
  /** What the process was made from; null where that is not known. */
  readonly beginning: DatedBeginning | null
  readonly reference: ReferenceData
  readonly usage: Readonly<Record<string, StageUsage>> | null
  readonly undoStack: readonly HistoryEntry[]
  readonly redoStack: readonly HistoryEntry[]
  /** False until the linter is there; until then no problem is known, which is not the same as none. */
  readonly checked: boolean
  /** Why nothing can be changed now (another tab has the draft, no permission); null where editing is on. */
  readonly readOnly: string | null
  readonly permissions: readonly string[]
  readonly session: EditorSession
}

export type DispatchResult =
  | { readonly ok: true; readonly diff: ProcessDiff; readonly created: readonly ElementRef[] }
  | { readonly ok: false; readonly reason: string }

/** What happened, for the wiring place (drafts, announcer): one for every change of the document. */
export interface EditorChange {
  readonly origin: ChangeOrigin
  readonly label: string
  readonly call: CommandCall | null
  readonly diff: ProcessDiff
  readonly before: ProcessDocument
  readonly after: ProcessDocument
  readonly entry: HistoryEntry | null
}

export interface Editor {
  readonly store: StoreApi<EditorState>
  /** Parses, asks `refuse`, runs, records. Refused or invalid: nothing changed, the reason in words. */
  dispatch<Id extends CommandId>(
    id: Id,
    payload: PayloadOf<Id>,
    options?: { readonly mergeKey?: string },
  ): DispatchResult
  /** The same for a call that is already a value (a quick fix). */
  run(call: CommandCall): DispatchResult
  /** Why a command would be refused now; null where it would not. Changes nothing. */
  refusal<Id extends CommandId>(id: Id, payload: PayloadOf<Id>): string | null
  /** The entry that was undone, or null where there was nothing. */
  undo(): HistoryEntry | null
  redo(): HistoryEntry | null
  /** Ends merging into the last step (a field lost focus). */
  closeStep(): void
  select(elements: readonly ElementRef[]): void
  setActive(element: ElementRef | null): void
  setDragging(positions: Readonly<Record<string, Position>> | null): void
  setSpotlight(element: ElementRef | null): void
  reveal(element: ElementRef, options?: { readonly focus?: boolean; readonly asExit?: boolean }): void
  /** Problems of the current document, memoised by document, reference, base and usage; none until `checked`. */
  problems(): readonly Problem[]
  /** Replaces base (and, after a merge, the document) when the backend moved on; recorded as one undoable step. */
  rebase(base: ProcessDocument, merged: ProcessDocument): void
  setContext(
    context: Partial<Pick<EditorState, 'reference' | 'usage' | 'readOnly' | 'permissions' | 'base'>>,
  ): void
  onChange(listener: (change: EditorChange) => void): () => void
}

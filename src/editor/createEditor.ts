/** Opens a process for editing: the one gate through which its document changes, with history and derived truth. */
import { createStore } from 'zustand/vanilla'
import type { CommandContext } from '../domain/commands/command.ts'
import {
  type CommandCall,
  type CommandId,
  execute,
  labelOf,
  type PayloadOf,
  refusalOf,
} from '../domain/commands/registry.ts'
import type { Problem, StageUsage } from '../domain/lint/rule.ts'
import type { DatedBeginning } from '../domain/process/beginning.ts'
import { applyDiff, diffProcesses, isEmptyDiff, reverseDiff } from '../domain/process/diff.ts'
import type { HistoryEntry } from '../domain/process/history.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import type { DispatchResult, Editor, EditorChange, EditorState } from './editor.ts'
import { type History, recorded, redone, undone } from './history.ts'
import { type Lint, problemsOf } from './problems.ts'
import { withBookkeepingOf } from './rebase.ts'
import { createdBy, emptySession, followed, sameElement } from './session.ts'

export interface EditorOptions {
  readonly document: ProcessDocument
  /** The published document this draft started from; null for a process never published. */
  readonly base: ProcessDocument | null
  readonly beginning?: DatedBeginning | null
  readonly reference: ReferenceData
  readonly usage?: Readonly<Record<string, StageUsage>> | null
  readonly permissions?: readonly string[]
  /** Where it has yet to be loaded, whoever loads it tells when that fails. */
  readonly lint: Lint | Promise<Lint>
  readonly actorId: string
  readonly newId: () => string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /** As a draft kept them. */
  readonly undoStack?: readonly HistoryEntry[]
  readonly redoStack?: readonly HistoryEntry[]
  readonly readOnly?: string | null
}

export function createEditor(options: EditorOptions): Editor {
  const store = createStore<EditorState>(() => ({
    document: options.document,
    base: options.base,
    beginning: options.beginning ?? null,
    reference: options.reference,
    usage: options.usage ?? null,
    undoStack: options.undoStack ?? [],
    redoStack: options.redoStack ?? [],
    checked: typeof options.lint === 'function',
    readOnly: options.readOnly ?? null,
    permissions: options.permissions ?? [],
    session: emptySession,
  }))
  let lint = typeof options.lint === 'function' ? options.lint : null
  if (options.lint instanceof Promise)
    options.lint.then(
      (loaded) => {
        lint = loaded
        store.setState({ checked: true })
      },
      () => store.setState({ checked: false }),
    )
  const listeners = new Set<(change: EditorChange) => void>()
  /** Whether the step on top may still grow. */
  let stepIsOpen = false
  let reveals = 0

  /** Every change of the document ends here: state first, then those who listen. */
  function commit(change: EditorChange, history: History): void {
    const { session } = store.getState()
    store.setState({
      ...history,
      document: change.after,
      session: followed(session, change.before, change.after),
    })
    for (const listener of [...listeners]) listener(change)
  }

  const stacks = (): History => {
    const { undoStack, redoStack } = store.getState()
    return { undoStack, redoStack }
  }

  /** Typing is called by what it makes of the beginning: “Rename “Offer” to “Bid””, not what the last letter did. */
  function growing(document: ProcessDocument, call: CommandCall, mergeKey: string | null): string | null {
    const top = store.getState().undoStack.at(-1)
    if (!stepIsOpen || mergeKey === null || top?.mergeKey !== mergeKey) return null
    return labelOf(applyDiff(document, reverseDiff(top.diff)), call)
  }

  function run(call: CommandCall, mergeKey: string | null): DispatchResult {
    const { document: before, readOnly, reference } = store.getState()
    if (readOnly !== null) return { ok: false, reason: readOnly }
    const context: CommandContext = {
      newId: options.newId,
      now: options.now(),
      actorId: options.actorId,
      reference,
    }
    const execution = execute(before, call, context)
    if (!execution.ok) return execution
    const { document: after } = execution
    const label = growing(before, call, mergeKey) ?? execution.label
    const diff = diffProcesses(before, after)
    if (isEmptyDiff(diff)) return { ok: true, diff, created: [] }
    const step = { id: options.newId(), label, diff, mergeKey, at: context.now }
    const { history, entry } = recorded(stacks(), step, stepIsOpen)
    stepIsOpen = mergeKey !== null
    commit({ origin: 'command', label, call, diff, before, after, entry }, history)
    return { ok: true, diff, created: createdBy(diff) }
  }

  function travel(direction: 'undo' | 'redo'): HistoryEntry | null {
    const { document: before, readOnly } = store.getState()
    if (readOnly !== null) return null
    const step = direction === 'undo' ? undone(stacks()) : redone(stacks())
    if (!step) return null
    stepIsOpen = false
    const { entry, history } = step
    const diff = direction === 'undo' ? reverseDiff(entry.diff) : entry.diff
    const after = applyDiff(before, diff)
    commit({ origin: direction, label: entry.label, call: null, diff, before, after, entry }, history)
    const [restored] = createdBy(diff)
    if (restored) store.setState((state) => ({ session: { ...state.session, active: restored } }))
    return entry
  }

  /** Replaces the document by a merge result; `entry` null where there is nothing a person could undo. */
  function bringIn(after: ProcessDocument, undoable: boolean): void {
    const { document: before } = store.getState()
    const diff = diffProcesses(before, after)
    if (isEmptyDiff(diff)) return
    stepIsOpen = false
    const label = `Bring in revision ${after.process.revision}`
    const change = { origin: 'merge', label, call: null, diff, before, after } as const
    if (!undoable) {
      commit({ ...change, entry: null }, stacks())
      return
    }
    const step = { id: options.newId(), label, diff, mergeKey: null, at: options.now() }
    const { history, entry } = recorded(stacks(), step, false)
    commit({ ...change, entry }, history)
  }

  return {
    store,
    dispatch: (id, payload, given) => run(callOf(id, payload), given?.mergeKey ?? null),
    run: (call) => run(call, null),
    refusal: (id, payload) => {
      const { document, readOnly } = store.getState()
      return readOnly ?? refusalOf(document, callOf(id, payload))
    },
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    closeStep() {
      stepIsOpen = false
    },
    select: (selection) => store.setState((state) => ({ session: { ...state.session, selection } })),
    setActive(active) {
      if (sameElement(store.getState().session.active, active)) return
      store.setState((state) => ({ session: { ...state.session, active } }))
    },
    setDragging: (dragging) => store.setState((state) => ({ session: { ...state.session, dragging } })),
    setSpotlight: (spotlight) => store.setState((state) => ({ session: { ...state.session, spotlight } })),
    reveal(element, { focus = false, asExit = false } = {}) {
      reveals += 1
      const reveal = { element, focus, asExit, at: reveals }
      store.setState((state) => ({ session: { ...state.session, reveal, active: element } }))
    },
    problems: () => (lint ? problemsOf(store.getState(), lint) : unchecked),
    rebase(base, merged) {
      store.setState({ base })
      bringIn(withBookkeepingOf(store.getState().document, merged), false)
      bringIn(merged, true)
    },
    setContext: (context) => store.setState(context),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const unchecked: readonly Problem[] = []

/** An id with its own payload is one of the calls; TypeScript cannot join the two by itself. */
function callOf<Id extends CommandId>(id: Id, payload: PayloadOf<Id>): CommandCall {
  return { id, payload } as CommandCall
}

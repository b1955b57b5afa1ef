/**
 * The wiring place of one open process: opens it from this device or the backend, makes each change durable, speaks
 * it, brings in what others publish, sends what is published here. Nobody else listens to the editor for this.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WireEvent } from '../contract/events.ts'
import type { Backend } from '../data/api/backend.ts'
import type { ConflictRow, OutboxRow } from '../data/drafts/database.ts'
import type { SaveState } from '../data/drafts/drafts.ts'
import { claimWriter, type Writer } from '../data/drafts/writer.ts'
import type { Problem } from '../domain/lint/rule.ts'
import { mergeProcesses } from '../domain/process/merge.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { problemDelta, sentenceFor } from '../editor/announcements.ts'
import { createEditor } from '../editor/createEditor.ts'
import type { Editor, EditorChange } from '../editor/editor.ts'
import { text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import type { Workspace } from './workspace.ts'

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

/** What of the workspace one open process needs. */
export type SessionWorkspace = Pick<
  Workspace,
  'drafts' | 'outbox' | 'user' | 'published' | 'reference' | 'onEvent' | 'send'
> & { readonly backend: Pick<Backend, 'usage'> }

export interface SessionEnvironment {
  readonly newId: () => string
  readonly now: () => string
  /** Null where the browser has none: then this tab simply writes. */
  readonly locks: Pick<LockManager, 'request'> | null
  readonly mac: boolean
}

/** How long to wait before trying to save again on a device that had no room. */
const retryMs = 5_000

export function openProcess(
  workspace: SessionWorkspace,
  processId: string,
  environment: SessionEnvironment,
): ProcessSession {
  const { drafts, outbox, user, backend } = workspace
  const store = createStore<SessionState>(() => ({ status: 'loading' }))
  const stops: (() => void)[] = []
  let writer: Writer | null = null
  let stopFollowing: (() => void) | null = null
  let begun = false
  let bringingIn = false
  let closed = false
  let known: readonly Problem[] = []
  let again: ReturnType<typeof setTimeout> | undefined
  /** The document of the newest publish on its way: what the backend's answer has to be compared with. */
  let sent: ProcessDocument | null = null

  const ready = (): OpenProcess | null => {
    const state = store.getState()
    return state.status === 'ready' ? state : null
  }
  const show = (change: Partial<OpenProcess>) => {
    const state = ready()
    if (state) store.setState({ ...state, ...change }, true)
  }

  const mayChange = user.permissions.includes('manage_stages') || user.permissions.includes('update_stage')
  const whyReadOnly = (writes: boolean): string | null => {
    if (!mayChange) return text('app', 'readOnlyRole')
    return writes ? null : text('app', 'readOnlyTab')
  }

  /** Appends each change to the draft, which begins with the first one. */
  function onChange(change: EditorChange) {
    const sentence = sentenceFor(change, { mac: environment.mac })
    if (sentence) announce(sentence)
    sayProblems()
    if (bringingIn) return
    const kept = drafts.saveState().kind === 'failed' ? keepAll() : keep(change)
    kept.catch(() => {
      announce(text('app', 'notSaved'), { assertive: true })
      keepAllLater()
    })
  }
  function sayProblems() {
    const now = ready()?.editor.problems() ?? []
    const delta = problemDelta(known, now)
    known = now
    if (delta) announce(delta, { kind: 'consequence', topic: 'problems', afterTyping: true })
  }
  async function keep(change: EditorChange) {
    const first = begun
      ? null
      : drafts.begin(processId, change.before, ready()?.editor.store.getState().base ?? null)
    begun = true
    const recorded = drafts.record(processId, change)
    await Promise.all([first, recorded])
  }

  /** After a change could not be kept the draft on the device has a gap: only the whole state makes it whole again. */
  async function keepAll() {
    const state = ready()
    if (!state?.writes) return
    const { document, base, undoStack, redoStack } = state.editor.store.getState()
    await drafts.settle(processId, { document, undoStack, redoStack }, base)
    begun = true
  }
  function keepAllLater() {
    clearTimeout(again)
    again = setTimeout(() => void keepAll().catch(keepAllLater), retryMs)
  }

  /** Puts an editor on the screen for what the draft, or the backend, has. */
  async function open(writes: boolean): Promise<void> {
    const [draft, reference] = await Promise.all([drafts.open(processId), workspace.reference()])
    const head = draft ? null : await workspace.published(processId)
    if (closed) return
    if (head?.ok === false) {
      const missing = head.failure.kind === 'problem' && head.failure.status === 404
      store.setState(missing ? { status: 'missing' } : { status: 'failed', why: head.failure.message }, true)
      return
    }
    begun = draft !== null
    const from = draft ?? (head?.ok ? { document: head.value, base: head.value } : null)
    if (!from) return
    const editor = createEditor({
      document: from.document,
      base: from.base,
      ...(draft ? { undoStack: draft.undoStack, redoStack: draft.redoStack } : {}),
      reference,
      permissions: user.permissions,
      actorId: user.id,
      newId: environment.newId,
      now: environment.now,
      readOnly: whyReadOnly(writes),
    })
    known = editor.problems()
    editor.onChange(onChange)
    const before = ready()
    store.setState(
      {
        status: 'ready',
        editor,
        writes,
        save: drafts.saveState(),
        pending: before?.pending ?? [],
        conflict: before?.conflict ?? null,
        behind: null,
      },
      true,
    )
    // Of a process that was never published the backend knows nothing.
    if (from.base === null) return
    if (!before) void refreshUsage()
    if (draft && writes) void lookForNews()
  }

  async function refreshUsage() {
    if (ready()?.editor.store.getState().base === null) return
    const usage = await backend.usage(processId)
    if (usage.ok) ready()?.editor.setContext({ usage: usage.value })
  }

  async function lookForNews() {
    const head = await workspace.published(processId)
    if (head.ok) await bringIn(head.value)
  }

  /** Somebody else's revision: merged where nothing clashes, else kept apart until this draft is published. */
  async function bringIn(theirs: ProcessDocument, common?: ProcessDocument | null) {
    const state = ready()
    if (!state?.writes) return
    const { base, document } = state.editor.store.getState()
    const from = common ?? base
    if (theirs.process.revision <= (base?.process.revision ?? 0)) return
    if (from === null) return
    const { document: merged, conflicts } = mergeProcesses(from, document, theirs)
    if (conflicts.length > 0) {
      show({ behind: theirs.process.revision })
      announce(text('app', 'behind', { revision: theirs.process.revision }))
      return
    }
    bringingIn = true
    state.editor.rebase(theirs, merged)
    bringingIn = false
    show({ behind: null })
    if (begun) {
      const { document: now, undoStack, redoStack } = state.editor.store.getState()
      await drafts.settle(processId, { document: now, undoStack, redoStack }, theirs)
    }
  }

  async function onEvent(event: WireEvent | null) {
    if (event && event.process_id !== null && event.process_id !== processId) return
    if (event?.kind === 'reference.changed') {
      ready()?.editor.setContext({ reference: await workspace.reference() })
      return
    }
    if (event?.kind === 'opportunities.fed') {
      await refreshUsage()
      return
    }
    const published = ready()?.editor.store.getState().base !== null
    if (published || event?.process_id === processId) await lookForNews()
  }

  function listen() {
    stops.push(drafts.onSaveState((save) => show({ save })))
    stops.push(workspace.onEvent((event) => void onEvent(event)))
    const pending = outbox.pending(processId).subscribe((rows) => {
      sent = rows.at(-1)?.document ?? sent
      show({ pending: rows })
    })
    const conflict = outbox.conflict(processId).subscribe((row) => show({ conflict: row ?? null }))
    stops.push(
      () => pending.unsubscribe(),
      () => conflict.unsubscribe(),
    )
    stops.push(
      outbox.onOutcome((outcome) => {
        if (outcome.processId !== processId) return
        if (outcome.kind === 'published') {
          announce(text('app', 'publishedNow', { revision: outcome.document.process.revision }))
          void bringIn(outcome.document, sent)
        } else if (outcome.kind === 'parked')
          announce(text('app', 'publishParked', { why: outcome.why }), { assertive: true })
        else if (outcome.kind === 'conflict') announce(text('app', 'publishConflict'), { assertive: true })
      }),
    )
  }

  /** A tab that does not write shows what the writing tab does. */
  function follow() {
    const watching = drafts.watch(processId).subscribe(() => void open(false))
    stopFollowing = () => watching.unsubscribe()
  }

  function onWriter(writes: boolean) {
    if (closed) return
    stopFollowing?.()
    stopFollowing = null
    if (writes) void open(true)
    else follow()
  }

  // Leaving is only worth a question while something is in this tab alone.
  const ask = (event: BeforeUnloadEvent) => {
    if (drafts.saveState().kind === 'failed') event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  stops.push(() => removeEventListener('beforeunload', ask))

  listen()
  if (environment.locks && mayChange) {
    const lock = `stagecraft:draft:${user.company.id}:${user.id}:${processId}`
    writer = claimWriter(environment.locks, lock, onWriter)
  } else void open(true)

  return {
    store,
    takeOver: () => writer?.takeOver(),
    async publish(reason) {
      const state = ready()
      if (!state) return
      const { document, base } = state.editor.store.getState()
      await outbox.publish(document, base, reason)
      await workspace.send()
    },
    async settle(document, reason) {
      const state = ready()
      if (!state?.conflict) return
      const { theirs } = state.conflict
      bringingIn = true
      state.editor.rebase(theirs, document)
      bringingIn = false
      const { document: now, undoStack, redoStack } = state.editor.store.getState()
      await drafts.settle(processId, { document: now, undoStack, redoStack }, theirs)
      await outbox.settleConflict(processId, document, reason)
      await workspace.send()
    },
    async discardDraft() {
      await drafts.discard(processId)
      await outbox.withdraw(processId)
      begun = false
      await open(ready()?.writes ?? true)
    },
    close() {
      closed = true
      clearTimeout(again)
      stopFollowing?.()
      for (const stop of stops) stop()
      writer?.release()
    },
  }
}

/**
 * The wiring place of one open process: opens it from this device or the backend, makes each change durable, speaks
 * it, brings in what others publish, sends what is published here. Nobody else listens to the editor for this.
 */
import { createStore } from 'zustand/vanilla'
import type { WireEvent } from '../contract/events.ts'
import type { Backend } from '../data/api/backend.ts'
import type { ConflictRow, OutboxRow } from '../data/drafts/database.ts'
import type { OpenDraft } from '../data/drafts/drafts.ts'
import type { DraftState } from '../data/drafts/replay.ts'
import { claimWriter, type Writer } from '../data/drafts/writer.ts'
import { sameValue } from '../domain/process/equality.ts'
import { mergeProcesses } from '../domain/process/merge.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { sentenceFor } from '../editor/announcements.ts'
import { createEditor } from '../editor/createEditor.ts'
import type { EditorChange } from '../editor/editor.ts'
import type { Lint } from '../editor/problems.ts'
import { followed } from '../editor/session.ts'
import { text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import { keepDraft } from './draftKeeper.ts'
import { hiding } from './hiding.ts'
import { newerRevisions } from './newerRevisions.ts'
import type { OpenProcess, ProcessSession, SessionState } from './sessionState.ts'
import { speakOutcome } from './speakOutcome.ts'
import { speakProblems } from './speakProblems.ts'
import type { Workspace } from './workspace.ts'

/** What of the workspace one open process needs. */
export type SessionWorkspace = Pick<
  Workspace,
  | 'drafts'
  | 'outbox'
  | 'user'
  | 'connection'
  | 'published'
  | 'reference'
  | 'keptReference'
  | 'onEvent'
  | 'send'
> & { readonly backend: Pick<Backend, 'usage'> }

export interface SessionEnvironment {
  readonly newId: () => string
  readonly now: () => string
  /** Null where the browser has none: then this tab simply writes. */
  readonly locks: Pick<LockManager, 'request'> | null
  readonly mac: boolean
  readonly lint: () => Promise<Lint>
}

const noHistory = { undoStack: [], redoStack: [] } as const

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
  let closed = false
  let turn = 0
  let pending: readonly OutboxRow[] = []
  let conflict: ConflictRow | null = null

  const ready = (): OpenProcess | null => {
    const state = store.getState()
    return state.status === 'ready' ? state : null
  }
  const problems = speakProblems(() => ready()?.editor.problems() ?? null)
  const show = (change: Partial<OpenProcess>) => {
    const state = ready()
    if (state) store.setState({ ...state, ...change }, true)
  }

  const mayChange = user.permissions.includes('manage_stages') || user.permissions.includes('update_stage')
  const whyReadOnly = (writes: boolean): string | null => {
    if (!mayChange) return text('app', 'readOnlyRole')
    return writes ? null : text('app', 'readOnlyTab')
  }

  const keeper = keepDraft(
    drafts,
    processId,
    () => {
      const state = ready()
      return state?.writes ? state.editor : null
    },
    () => announce(text('app', 'notSaved'), { assertive: true }),
  )

  const news = newerRevisions({
    workspace,
    processId,
    keeper,
    open: () => (closed ? null : ready()),
    show,
    onMerged: refreshUsage,
  })

  function onChange(change: EditorChange) {
    const sentence = sentenceFor(change, { mac: environment.mac })
    if (sentence) announce(sentence)
    problems.changed()
    if (!news.rebasing) keeper.change(change)
  }
  /** Puts what the draft, or the backend, has on the screen. */
  async function open(writes: boolean): Promise<void> {
    turn += 1
    const mine = turn
    const [draft, kept] = await Promise.all([
      writes ? drafts.claim(processId) : drafts.open(processId),
      workspace.keptReference(),
    ])
    const head = draft ? null : await workspace.published(processId)
    const reference = kept ?? (await workspace.reference())
    const hide = await hiding(reference)
    if (closed || mine !== turn) return
    if (head?.ok === false) {
      const missing = head.failure.kind === 'problem' && head.failure.status === 404
      store.setState(missing ? { status: 'missing' } : { status: 'failed', why: head.failure.message }, true)
      return
    }
    keeper.begun = draft !== null
    if (draft) put({ ...draft, ...hide(draft) }, writes, reference)
    else if (head?.ok)
      put({ document: head.value, base: head.value, beginning: null, ...noHistory }, writes, reference)
    if (kept) void refreshReference()
    void refreshUsage()
    // Of a process that was never published the backend knows nothing.
    if (draft?.base && writes) void news.look()
  }

  type Opened = DraftState & Pick<OpenDraft, 'base' | 'beginning'>

  /** One editor for as long as the process is open: what is selected and in focus stays where it is. */
  function put(opened: Opened, writes: boolean, reference: ReferenceData) {
    const { document, base, beginning, undoStack, redoStack } = opened
    const given = { document, base, beginning, undoStack, redoStack, readOnly: whyReadOnly(writes) }
    const state = ready()
    if (state) {
      const { editor } = state
      editor.closeStep()
      editor.store.setState((before) => ({
        ...given,
        session: followed(before.session, before.document, document),
      }))
      problems.seen()
      show({ writes, behind: null })
      return
    }
    const editor = createEditor({
      ...given,
      reference,
      permissions: user.permissions,
      lint: checks(),
      actorId: user.id,
      newId: environment.newId,
      now: environment.now,
    })
    // What is wrong from the beginning is shown, not announced.
    const stop = editor.store.subscribe(({ checked }) => {
      if (!checked) return
      problems.seen()
      stop()
    })
    editor.onChange(onChange)
    const save = drafts.saveState()
    store.setState({ status: 'ready', editor, writes, save, pending, conflict, behind: null }, true)
  }

  function checks(): Promise<Lint> {
    const lint = environment.lint()
    lint.catch((error: unknown) => {
      console.error('The checks could not be loaded.', error)
      announce(text('app', 'notChecked'))
    })
    return lint
  }

  async function refreshReference() {
    const reference = await workspace.reference()
    const hide = await hiding(reference)
    const state = ready()
    if (!state) return
    const { editor } = state
    const before = editor.store.getState()
    editor.setContext({ reference })
    if (sameValue(before.reference.hidden, reference.hidden)) return
    editor.closeStep()
    editor.store.setState(hide(editor.store.getState()))
    if (keeper.begun && state.writes) keeper.whole()
    if (reference.hidden?.some((field) => !before.reference.hidden?.includes(field)))
      announce(text('hidden', 'since'))
    await lookAgain(state)
  }

  /** What is published may hold more than is on the screen. */
  async function lookAgain({ writes }: OpenProcess) {
    if (writes) await news.look()
    else if (!keeper.begun) await open(false)
  }

  async function refreshUsage() {
    if (ready()?.editor.store.getState().base === null) return
    const usage = await backend.usage(processId)
    if (usage.ok) ready()?.editor.setContext({ usage: usage.value })
  }

  async function onEvent(event: WireEvent | null) {
    if (event && event.process_id !== null && event.process_id !== processId) return
    if (event?.kind === 'reference.changed') return await refreshReference()
    if (event?.kind === 'opportunities.fed') return await refreshUsage()
    if (event?.kind.startsWith('publish_')) return
    // Our own publish, told before it was answered: the answer brings it in.
    if (event?.op && ready()?.pending.some(({ key, wish }) => key === event.op && !wish)) return
    const state = ready()
    if (!state || (state.editor.store.getState().base === null && event?.process_id !== processId)) return
    await lookAgain(state)
  }

  function listen() {
    stops.push(drafts.onSaveState((save) => show({ save })))
    stops.push(workspace.onEvent((event) => void onEvent(event)))
    // Whoever may see more or less since has been cut off, and comes back.
    let hasBeenLive = workspace.connection.getState() === 'live'
    stops.push(
      workspace.connection.subscribe((state) => {
        if (state !== 'live') return
        if (hasBeenLive) void refreshReference()
        hasBeenLive = true
      }),
    )
    const subscriptions = [
      outbox.pending(processId).subscribe((rows) => {
        pending = rows
        show({ pending })
      }),
      outbox.conflict(processId).subscribe((row) => {
        conflict = row ?? null
        show({ conflict })
      }),
      outbox.sent(processId).subscribe((row) => {
        if (row) void onSent(row.published)
      }),
    ]
    stops.push(() => {
      for (const subscription of subscriptions) subscription.unsubscribe()
    })
    stops.push(
      outbox.onOutcome((outcome) => {
        if (outcome.processId !== processId) return
        if (outcome.kind === 'fulfilled' && outcome.document) void news.bringIn(outcome.document)
        speakOutcome(outcome)
      }),
    )
  }

  /** The backend took a publish of this device, whichever tab sent it. */
  async function onSent(published: ProcessDocument) {
    const { revision } = published.process
    const base = ready()?.editor.store.getState().base
    if (!ready() || revision <= (base?.process.revision ?? 0)) return
    announce(text('app', 'publishedNow', { revision }))
    await news.bringIn(published)
  }

  /** A tab that does not write shows what the writing tab does. */
  function follow() {
    const watching = drafts.watch(processId).subscribe((draft) => {
      const state = ready()
      keeper.begun = draft !== null
      if (draft && state) put(draft, false, state.editor.store.getState().reference)
      else void open(false)
    })
    stopFollowing = () => watching.unsubscribe()
  }

  function onWriter(writes: boolean) {
    if (closed) return
    stopFollowing?.()
    stopFollowing = null
    if (writes) {
      void open(true)
      return
    }
    turn += 1
    ready()?.editor.setContext({ readOnly: whyReadOnly(false) })
    show({ writes: false })
    // What could not be saved is in this tab alone: it stays on the screen, to be downloaded.
    if (drafts.saveState().kind !== 'failed') follow()
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
      const { mine, theirs } = state.conflict
      const clashed = pending.find((row) => row.state === 'conflict')
      const sent = clashed && !clashed.wish ? clashed.sent : mine
      // What was changed here after the publish stays a change of this draft.
      const { document: now } = state.editor.store.getState()
      news.rebase(theirs, mergeProcesses(sent, now, document).document)
      keeper.whole()
      await outbox.settleConflict(processId, document, reason)
      await workspace.send()
    },
    async discardDraft() {
      await drafts.discard(processId)
      await outbox.withdraw(processId, ({ wish }) => !wish)
      keeper.begun = false
      await open(ready()?.writes ?? true)
    },
    close() {
      closed = true
      keeper.close()
      stopFollowing?.()
      for (const stop of stops) stop()
      writer?.release()
    },
  }
}

/**
 * What one person has on this device: drafts, publishes on their way out, copies of what the backend last said, and
 * the live line to the company's events. Opened after sign-in, closed when somebody else signs in.
 */
import { Dexie } from 'dexie'
import { v7 as newId } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { User } from '../contract/auth.ts'
import { eventSocketPath, type WireEvent } from '../contract/events.ts'
import { listPeople, type Person } from '../contract/members.ts'
import type { OpenBackend } from '../data/api/backend.ts'
import { type Failure, type Result, success } from '../data/api/failure.ts'
import { createNativeBackend } from '../data/api/native.ts'
import { createProcessTemplates, type ProcessTemplates } from '../data/api/processTemplates.ts'
import type { Session } from '../data/api/session.ts'
import { type BackUps, createBackUps } from '../data/drafts/backUps.ts'
import { DraftDatabase } from '../data/drafts/database.ts'
import { createDrafts, type Drafts } from '../data/drafts/drafts.ts'
import { keepBackedUp } from '../data/drafts/keepBackedUp.ts'
import { type Connection, type Cursor, connectRealtime } from '../data/realtime/socket.ts'
import { createOutbox, type Outbox } from '../data/sync/outbox.ts'
import { diffProcesses, isEmptyDiff } from '../domain/process/diff.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../domain/process/reference.ts'
import { publishingBackend } from './publishing.ts'

export interface Workspace {
  readonly user: User
  readonly backend: OpenBackend
  readonly drafts: Drafts
  readonly outbox: Outbox
  /** Copies of the drafts on the server. */
  readonly backUps: BackUps
  /** The live line to the company's events. */
  readonly connection: StoreApi<Connection>
  /** False where the server does not answer at all: the live line alone may be broken on the way. */
  readonly reachable: StoreApi<boolean>
  /** The published head: from the backend, else the copy of this device. */
  published(processId: string): Promise<Result<ProcessDocument>>
  /** Published processes that this device has a copy of. */
  copies(): Promise<readonly ProcessDocument[]>
  /** The company's reference data: from the backend, else the copy of this device. */
  reference(): Promise<ReferenceData>
  /** The copy of this device alone, at once; null where there is none. */
  keptReference(): Promise<ReferenceData | null>
  /** Who belongs to the company: from the backend, else the copy of this device; null where neither says. */
  people(): Promise<{ readonly all: readonly Person[]; readonly kept: boolean } | null>
  /** The company's own templates: from the backend, else the copy of this device. */
  readonly templates: ProcessTemplates
  /** Told of every event of the company, and with null where all that is shown must be loaded afresh. */
  onEvent(listener: (event: WireEvent | null) => void): () => void
  /** Sends what waits: a publish was queued, the network is back. */
  send(): Promise<void>
  /** What would be lost for good if this device forgot it: drafts with changes, publishes on their way. */
  unsent(): Promise<number>
  /** Removes everything of this person from this device, from all tabs. */
  forget(): Promise<void>
  close(): void
}

const now = () => new Date().toISOString()

function keptCursor(key: string) {
  return {
    async read(): Promise<Cursor | null> {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
      if (typeof kept !== 'object' || kept === null || !('epoch' in kept) || !('seq' in kept)) return null
      const { epoch, seq } = kept
      return typeof epoch === 'string' && typeof seq === 'number' ? { epoch, seq } : null
    },
    async write(cursor: Cursor) {
      localStorage.setItem(key, JSON.stringify(cursor))
    },
  }
}

/** Runs alone among all tabs of this person. */
async function aloneAmongTabs(name: string, run: () => Promise<void>): Promise<boolean> {
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await run()
    return lock !== null
  })
}

/** @param other null where the backend is ours. */
export function openWorkspace(user: User, session: Session, other: OpenBackend | null): Workspace {
  const backend = other ?? createNativeBackend({ session })
  const { limits } = backend
  const database = new DraftDatabase(user.company.id, user.id)
  const owner = `${user.company.id}:${user.id}`
  const cursorKey = `stagecraft.cursor:${owner}`
  const connection = createStore<Connection>(() => 'connecting')
  const reachable = createStore<boolean>(() => true)
  const listeners = new Set<(event: WireEvent | null) => void>()
  const tell = (event: WireEvent | null) => {
    for (const listener of listeners) listener(event)
  }
  let again: ReturnType<typeof setTimeout> | undefined

  const line = createOutbox({
    database,
    backend: publishingBackend(backend),
    now: () => new Date(),
    newKey: newId,
    random: Math.random,
    alone: (run) => aloneAmongTabs(`stagecraft:outbox:${owner}`, run),
  })
  const outbox: Outbox = limits
    ? {
        ...line,
        async withdraw(processId) {
          await limits.takeBack(processId)
          await line.withdraw(processId)
        },
      }
    : line

  const drafts = createDrafts(database, now)
  const mayBackUp = limits === null && user.permissions.includes('configure_process')
  const backUps = createBackUps({
    database,
    drafts,
    backend,
    newId,
    alone: (run) => aloneAmongTabs(`stagecraft:backup:${owner}`, run),
  })
  const backUpTimer = keepBackedUp(async () => !mayBackUp || (await backUps.run()))
  drafts.onSaveState(({ kind }) => {
    if (kind === 'saved') backUpTimer.changed()
  })
  const backUpNow = () => backUpTimer.now()
  const backUpHidden = () => {
    if (document.visibilityState === 'hidden') backUpNow()
  }
  let closed = false

  async function send(): Promise<void> {
    clearTimeout(again)
    if (closed) return
    await outbox.flush()
    const due = await outbox.dueIn()
    if (due !== null && !closed) again = setTimeout(() => void send(), Math.max(due, 500))
  }

  const socketUrl = new URL(eventSocketPath, location.origin)
  socketUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  const onConnection = (state: Connection) => {
    connection.setState(state, true)
    if (state === 'broken') {
      if (limits) reachable.setState(false, true)
      else void askWhetherReachable()
    }
    if (state !== 'live') return
    reachable.setState(true, true)
    void hurry()
  }
  const onNews = () => tell(null)
  const realtime =
    limits?.follow({ onNews, onConnection }) ??
    connectRealtime({
      url: socketUrl.href,
      open: (url) => new WebSocket(url),
      async token(renew) {
        const had = backend.session.token()
        if (had && !renew) return had
        const renewed = await backend.session.refresh()
        if (renewed.ok) return renewed.token
        if (renewed.failure.kind === 'problem' && renewed.failure.status === 401) return null
        throw new Error(renewed.failure.message)
      },
      cursor: keptCursor(cursorKey),
      random: Math.random,
      onEvent: tell,
      onReset: onNews,
      onConnection,
    })
  async function askWhetherReachable() {
    const answer = await backend.capabilities()
    if (connection.getState() !== 'live')
      reachable.setState(answer.ok || answer.failure.kind !== 'network', true)
  }
  async function hurry() {
    backUpNow()
    await outbox.hurry()
    await send()
  }
  const wake = () => {
    realtime.wake()
    void hurry()
  }
  addEventListener('online', wake)
  document.addEventListener('visibilitychange', backUpHidden)
  const stopWaiting = session.subscribe((somebody) => {
    if (somebody?.id === user.id) wake()
  })
  void send()
  void outbox.tidy()

  async function published(processId: string): Promise<Result<ProcessDocument>> {
    const answer = await backend.load(processId)
    if (answer.ok) {
      const { document } = answer.value
      await keepCopy(() => database.processes.put({ processId, document, fetchedAt: now() }))
      return success(document)
    }
    const kept = mayUseCopy(answer.failure) ? await database.processes.get(processId) : undefined
    return kept ? success(kept.document) : answer
  }

  async function reference(): Promise<ReferenceData> {
    const answer = await backend.referenceData()
    if (answer.ok) {
      const { value } = answer
      await keepCopy(() => database.known.put({ name: 'reference', value }))
      return value
    }
    return (await keptReference()) ?? emptyReferenceData
  }
  const keptReference = async () => {
    const row = await database.known.get('reference')
    return row?.name === 'reference' ? row.value : null
  }
  async function people() {
    const answer = await backend.client.call(listPeople, {})
    if (answer.ok) {
      const { results: value } = answer.value
      await keepCopy(() => database.known.put({ name: 'people', value }))
      return { all: value, kept: false }
    }
    const row = mayUseCopy(answer.failure) ? await database.known.get('people') : undefined
    return row?.name === 'people' ? { all: row.value, kept: true } : null
  }
  const templates = createProcessTemplates(backend.client, {
    read: async () => {
      const row = await database.known.get('templates')
      return row?.name === 'templates' ? row.value : null
    },
    write: (value) => keepCopy(() => database.known.put({ name: 'templates', value })),
  })

  async function unsent(): Promise<number> {
    const changed = (await drafts.list()).filter(
      ({ base, document }) => base === null || !isEmptyDiff(diffProcesses(base, document)),
    )
    return changed.length + (await outbox.count())
  }

  function close() {
    closed = true
    removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', backUpHidden)
    backUpTimer.close()
    stopWaiting()
    clearTimeout(again)
    realtime.close()
    limits?.close()
    database.close()
  }

  return {
    user,
    backend,
    drafts,
    outbox,
    backUps,
    connection,
    reachable,
    published,
    copies: async () => (await database.processes.toArray()).map(({ document }) => document),
    reference,
    keptReference,
    people,
    templates,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send,
    unsent,
    async forget() {
      close()
      // Cursor, half-done wizards, what was shown before: every key of this device ends with whose it is.
      for (const key of Object.keys(localStorage)) if (key.endsWith(`:${owner}`)) localStorage.removeItem(key)
      await Dexie.delete(database.name)
      await limits?.forget()
    },
    close,
  }
}

/** A device without room for a copy still shows what the backend said. */
async function keepCopy(put: () => PromiseLike<unknown>): Promise<void> {
  try {
    await put()
  } catch (error) {
    console.warn('A copy for working offline could not be kept.', error)
  }
}

/** A copy stands in for silence, never for a “no”. */
const mayUseCopy = (failure: Failure): boolean =>
  failure.kind === 'network' ||
  (failure.kind === 'problem' && (failure.status >= 500 || failure.status === 401))

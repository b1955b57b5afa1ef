/**
 * What one person has on this device: drafts, publishes on their way out, copies of what the backend last said, and
 * the live line to the company's events. Opened after sign-in, closed when somebody else signs in.
 */
import { QueryClient } from '@tanstack/react-query'
import { v7 as newId } from 'uuid'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { User } from '../contract/auth.ts'
import { eventSocketPath, type WireEvent } from '../contract/events.ts'
import { type Failure, type Result, success } from '../data/api/failure.ts'
import { createNativeBackend } from '../data/api/native.ts'
import type { Session } from '../data/api/session.ts'
import { DraftDatabase } from '../data/drafts/database.ts'
import { createDrafts, type Drafts } from '../data/drafts/drafts.ts'
import { type Connection, type Cursor, connectRealtime } from '../data/realtime/socket.ts'
import { createOutbox, type Outbox } from '../data/sync/outbox.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../domain/process/reference.ts'
import { publishingBackend } from './publishing.ts'

export type NativeBackend = ReturnType<typeof createNativeBackend>

export interface Workspace {
  readonly user: User
  readonly backend: NativeBackend
  /** Lists and reference data as last seen. */
  readonly queries: QueryClient
  readonly drafts: Drafts
  readonly outbox: Outbox
  /** The live line; `broken` while the server cannot be reached. */
  readonly connection: StoreApi<Connection>
  /** The published head: from the backend, else the copy of this device. */
  published(processId: string): Promise<Result<ProcessDocument>>
  /** Published processes that this device has a copy of. */
  copies(): Promise<readonly ProcessDocument[]>
  /** The company's reference data: from the backend, else the copy of this device. */
  reference(): Promise<ReferenceData>
  /** Told of every event of the company, and with null where all that is shown must be loaded afresh. */
  onEvent(listener: (event: WireEvent | null) => void): () => void
  /** Sends what waits: a publish was queued, the network is back. */
  send(): Promise<void>
  close(): void
}

const now = () => new Date().toISOString()

function keptCursor(user: User) {
  const key = `stagecraft.cursor:${user.company.id}:${user.id}`
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

export function openWorkspace(user: User, session: Session): Workspace {
  const backend = createNativeBackend({ session })
  const database = new DraftDatabase(user.company.id, user.id)
  const owner = `${user.company.id}:${user.id}`
  const connection = createStore<Connection>(() => 'connecting')
  const listeners = new Set<(event: WireEvent | null) => void>()
  const tell = (event: WireEvent | null) => {
    for (const listener of listeners) listener(event)
  }
  let again: ReturnType<typeof setTimeout> | undefined

  const outbox = createOutbox({
    database,
    backend: publishingBackend(backend),
    now: () => new Date(),
    newKey: newId,
    random: Math.random,
    alone: (run) => aloneAmongTabs(`stagecraft:outbox:${owner}`, run),
  })

  async function send(): Promise<void> {
    clearTimeout(again)
    await outbox.flush()
    const due = await outbox.dueIn()
    if (due !== null) again = setTimeout(() => void send(), Math.max(due, 500))
  }

  const socketUrl = new URL(eventSocketPath, location.origin)
  socketUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  const realtime = connectRealtime({
    url: socketUrl.href,
    open: (url) => new WebSocket(url),
    async token() {
      const had = backend.session.token()
      if (had) return had
      const renewed = await backend.session.refresh()
      return renewed.ok ? renewed.token : null
    },
    cursor: keptCursor(user),
    random: Math.random,
    onEvent: tell,
    onReset: () => tell(null),
    onConnection: (state) => {
      connection.setState(state, true)
      if (state === 'live') void send()
    },
  })
  const wake = () => {
    realtime.wake()
    void send()
  }
  addEventListener('online', wake)
  void send()

  async function published(processId: string): Promise<Result<ProcessDocument>> {
    const answer = await backend.load(processId)
    if (answer.ok) {
      await database.processes.put({ processId, document: answer.value.document, fetchedAt: now() })
      return success(answer.value.document)
    }
    const kept = mayUseCopy(answer.failure) ? await database.processes.get(processId) : undefined
    return kept ? success(kept.document) : answer
  }

  async function reference(): Promise<ReferenceData> {
    const answer = await backend.referenceData()
    if (answer.ok) {
      await database.known.put({ name: 'reference', value: answer.value })
      return answer.value
    }
    return (await database.known.get('reference'))?.value ?? emptyReferenceData
  }

  return {
    user,
    backend,
    queries: new QueryClient({
      defaultOptions: { queries: { staleTime: 15_000, retry: false, networkMode: 'always' } },
    }),
    drafts: createDrafts(database, now),
    outbox,
    connection,
    published,
    copies: async () => (await database.processes.toArray()).map(({ document }) => document),
    reference,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send,
    close() {
      removeEventListener('online', wake)
      clearTimeout(again)
      realtime.close()
      database.close()
    },
  }
}

/** A copy stands in for silence, never for a “no”. */
const mayUseCopy = (failure: Failure): boolean =>
  failure.kind === 'network' ||
  (failure.kind === 'problem' && (failure.status >= 500 || failure.status === 401))

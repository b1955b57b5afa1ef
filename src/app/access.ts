/**
 * What a signed-in person reaches at once: the backend, and the live line to the company's events. What this device
 * keeps loads when it is first asked for, so that lists of the server need not wait for a database.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { User } from '../contract/auth.ts'
import { eventSocketPath, type WireEvent } from '../contract/events.ts'
import type { OpenBackend } from '../data/api/backend.ts'
import { boundSession } from '../data/api/boundSession.ts'
import { createNativeBackend } from '../data/api/native.ts'
import type { Session } from '../data/api/session.ts'
import { createStepUp, type StepUp } from '../data/api/stepUp.ts'
import { createDraftIndex, type DraftIndex } from '../data/drafts/draftIndex.ts'
import { type Connection, type Cursor, connectRealtime } from '../data/realtime/socket.ts'
import { ownerOf } from './ownerOf.ts'
import type { Workspace } from './workspace.ts'

export interface Access {
  readonly user: User
  readonly session: Session
  readonly backend: OpenBackend
  /** The question for a second factor, where the company asks for one before what is done here. */
  readonly stepUp: StepUp
  /** Which drafts this device has, before they are read. */
  readonly draftIndex: DraftIndex
  /** The live line to the company's events. */
  readonly connection: StoreApi<Connection>
  /** False where the server does not answer at all: the live line alone may be broken on the way. */
  readonly reachable: StoreApi<boolean>
  /** Told of every event of the company, and with null where all that is shown must be loaded afresh. */
  onEvent(listener: (event: WireEvent | null) => void): () => void
  /** What this person has on this device; the same promise each time, so that it can be read while rendering. */
  workspace(): Promise<Workspace>
  /** Removes everything of this person from this device, from all tabs. */
  forget(): Promise<void>
  close(): void
}

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

/** @param other null where the backend is ours. */
export function openAccess(user: User, whole: Session, other: OpenBackend | null): Access {
  const session = boundSession(user, whole)
  const stepUp = createStepUp()
  const backend = other ?? createNativeBackend({ session, stepUp })
  const { limits } = backend
  const owner = ownerOf(user)
  const connection = createStore<Connection>(() => 'connecting')
  const reachable = createStore<boolean>(() => true)
  const listeners = new Set<(event: WireEvent | null) => void>()
  const tell = (event: WireEvent | null) => {
    for (const listener of listeners) listener(event)
  }
  let opened: Promise<Workspace> | null = null

  const socketUrl = new URL(eventSocketPath, location.origin)
  socketUrl.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  const onConnection = (state: Connection) => {
    if (state === 'live') reachable.setState(true, true)
    connection.setState(state, true)
    if (state !== 'broken') return
    if (limits) reachable.setState(false, true)
    else void askWhetherReachable()
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
      cursor: keptCursor(`stagecraft.cursor:${owner}`),
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
  const wake = () => realtime.wake()
  addEventListener('online', wake)
  const stopWaiting = session.subscribe((somebody) => {
    if (somebody?.id === user.id) wake()
  })

  function close() {
    removeEventListener('online', wake)
    stopWaiting()
    realtime.close()
    limits?.close()
    void opened?.then((workspace) => workspace.close())
  }

  const access: Access = {
    user,
    session,
    backend,
    stepUp,
    draftIndex: createDraftIndex(localStorage, owner),
    connection,
    reachable,
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    workspace() {
      opened ??= import('./workspace.ts').then(({ openWorkspace }) => openWorkspace(access))
      return opened
    },
    async forget() {
      close()
      await opened
      const { forgetDevice } = await import('./workspace.ts')
      await forgetDevice(user)
      await limits?.forget()
    },
    close,
  }
  return access
}

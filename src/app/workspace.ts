/**
 * What one person has on this device: drafts, publishes on their way out, copies of what the backend last said.
 * Opened when it is first asked for after sign-in, closed when somebody else signs in.
 */
import { Dexie } from 'dexie'
import { v7 as newId } from 'uuid'
import type { User } from '../contract/auth.ts'
import { listPeople, type Person } from '../contract/members.ts'
import { type Failure, type Result, success } from '../data/api/failure.ts'
import type { ProcessTemplates } from '../data/api/processTemplates.ts'
import { type BackUps, createBackUps } from '../data/drafts/backUps.ts'
import { DraftDatabase, databaseName } from '../data/drafts/database.ts'
import { createDrafts, type Drafts, holdsChanges } from '../data/drafts/drafts.ts'
import { keepBackedUp } from '../data/drafts/keepBackedUp.ts'
import { notedDrafts } from '../data/drafts/notedDrafts.ts'
import { createOutbox, type Outbox } from '../data/sync/outbox.ts'
import type { Ordered } from '../data/sync/publishingBackend.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../domain/process/reference.ts'
import type { Access } from './access.ts'
import { isMissingPart } from './missingPart.ts'
import { ownerOf } from './ownerOf.ts'
import { publishingBackend } from './publishing.ts'
import { type Wanted, want } from './wanting.ts'

export interface Workspace extends Pick<Access, 'user' | 'backend' | 'connection' | 'reachable' | 'onEvent'> {
  readonly drafts: Drafts
  readonly outbox: Outbox
  /** Copies of the drafts on the server. */
  readonly backUps: BackUps
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
  /** Sends what waits, for somebody who is there and asked for it. */
  send(): Promise<void>
  /** Durable before it goes out, once; says what became of it. */
  want(order: Ordered): Promise<Wanted>
  /** What would be lost for good if this device forgot it: drafts with changes, publishes on their way. */
  unsent(): Promise<number>
  close(): void
}

const now = () => new Date().toISOString()

/** Runs alone among all tabs of this person. */
async function aloneAmongTabs(name: string, run: () => Promise<void>): Promise<boolean> {
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await run()
    return lock !== null
  })
}

/** Removes everything of this person from this device, from all tabs. */
export async function forgetDevice(user: User): Promise<void> {
  const owner = ownerOf(user)
  // Cursor, half-done wizards, what was shown before: every key of this device ends with whose it is.
  for (const key of Object.keys(localStorage)) if (key.endsWith(`:${owner}`)) localStorage.removeItem(key)
  await Dexie.delete(databaseName(user.company.id, user.id))
}

export function openWorkspace(access: Access): Workspace {
  const { user, backend, connection, reachable, onEvent } = access
  const { limits } = backend
  const database = new DraftDatabase(user.company.id, user.id)
  const owner = ownerOf(user)
  let again: ReturnType<typeof setTimeout> | undefined
  let attended = false

  const line = createOutbox({
    database,
    backend: publishingBackend(backend, () => attended),
    now: () => new Date(),
    newKey: newId,
    random: Math.random,
    alone: (run) => aloneAmongTabs(`stagecraft:outbox:${owner}`, run),
  })
  const outbox: Outbox = limits
    ? {
        ...line,
        async withdraw(processId, which) {
          await limits.takeBack(processId)
          await line.withdraw(processId, which)
        },
      }
    : line

  const drafts = notedDrafts(createDrafts(database, now), access.draftIndex, now)
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
    const pause = await outbox.flush().then(
      () => 500,
      (error: unknown) => {
        if (isMissingPart(error)) return 10_000
        throw error
      },
    )
    const due = await outbox.dueIn()
    if (due !== null && !closed) again = setTimeout(() => void send(), Math.max(due, pause))
  }

  async function sendAttended(): Promise<void> {
    attended = true
    try {
      await send()
    } finally {
      attended = false
    }
  }

  async function hurry() {
    backUpNow()
    await outbox.hurry()
    await send()
  }
  const hurried = () => void hurry()
  addEventListener('online', hurried)
  document.addEventListener('visibilitychange', backUpHidden)
  const stopWaiting = access.session.subscribe((somebody) => {
    if (somebody?.id === user.id) hurried()
  })
  const stopListening = connection.subscribe((state) => {
    if (state === 'live') hurried()
  })
  if (connection.getState() === 'live') hurried()
  else void send()
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
      await keepCopy(async () => {
        const had = await keptReference()
        if (value.hidden?.some((field) => !had?.hidden?.includes(field))) {
          const { concealDevice } = await import('../data/drafts/conceal.ts')
          await concealDevice(database, value)
        }
        await database.known.put({ name: 'reference', value })
      })
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
  /** Loaded when a template is first asked for: a process opens without. */
  async function shelf(): Promise<ProcessTemplates> {
    const { createProcessTemplates } = await import('../data/api/processTemplates.ts')
    return createProcessTemplates(backend.client, {
      read: async () => {
        const row = await database.known.get('templates')
        return row?.name === 'templates' ? row.value : null
      },
      write: (value) => keepCopy(() => database.known.put({ name: 'templates', value })),
    })
  }
  const templates: ProcessTemplates = {
    list: async () => (await shelf()).list(),
    create: async (given) => (await shelf()).create(given),
    change: async (template, words) => (await shelf()).change(template, words),
    remove: async (template) => (await shelf()).remove(template),
  }

  async function unsent(): Promise<number> {
    const changed = (await drafts.list()).filter(holdsChanges)
    return changed.length + (await outbox.count())
  }

  function close() {
    closed = true
    removeEventListener('online', hurried)
    document.removeEventListener('visibilitychange', backUpHidden)
    backUpTimer.close()
    stopWaiting()
    stopListening()
    clearTimeout(again)
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
    onEvent,
    send: sendAttended,
    want: (order) => want(outbox, sendAttended, order),
    unsent,
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

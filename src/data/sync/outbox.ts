/**
 * Publishes and other wishes that the backend has not acknowledged yet. They go out once each, in order per process,
 * with the same key on every try of the same bytes; a publish that met somebody else's is merged where nothing clashes
 * and asks a person where something does. Nothing is ever dropped: what cannot be sent is parked with the reason.
 */
import { liveQuery, type Observable } from 'dexie'
import { withKeptHidden } from '../../domain/process/hidden.ts'
import { type Conflict, mergeProcesses } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type {
  ConflictRow,
  DraftDatabase,
  OutboxRow,
  PublishRow,
  SentRow,
  Wish,
  WishRow,
} from '../drafts/database.ts'
import type { Ordered, PublishingBackend } from './publishingBackend.ts'

export type Outcome =
  | { readonly kind: 'published'; readonly processId: string; readonly document: ProcessDocument }
  | {
      readonly kind: 'fulfilled'
      readonly processId: string
      readonly row: WishRow
      readonly document: ProcessDocument | null
    }
  | { readonly kind: 'conflict'; readonly processId: string; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'parked'; readonly processId: string; readonly why: string; readonly wish?: Wish }
  | { readonly kind: 'sign_in_needed'; readonly processId: string }

export interface Outbox {
  /** Durable before it resolves; sending starts at once where the network allows. */
  publish(document: ProcessDocument, base: ProcessDocument | null, reason: string): Promise<void>
  /**
   * As durable as a publish, and in line behind those of the process. Where somebody else published in between it is
   * parked: nothing of theirs is undone unseen. The key is the wish's own; the same key again is the same wish.
   */
  want(order: Ordered): Promise<void>
  /** What is wanted of all processes, and not fulfilled yet. */
  wishes(): Promise<readonly WishRow[]>
  /** Sends what is due. Only one tab of the company and user sends at a time. */
  flush(): Promise<void>
  /** The network is back: what waited for it is due now, except where the backend asked for more time. */
  hurry(): Promise<void>
  /** Puts what is parked back in line. */
  retry(processId: string): Promise<void>
  /** Takes back what has not gone out, all or those chosen, a conflict too; the draft stays as it is. */
  withdraw(processId: string, which?: (row: OutboxRow) => boolean): Promise<void>
  pending(processId: string): Observable<readonly OutboxRow[]>
  /** The last publish that the backend took, from whatever tab it went out and whenever. */
  sent(processId: string): Observable<SentRow | undefined>
  lastSent(processId: string): Promise<SentRow | undefined>
  /** Publishes on their way, of all processes. */
  count(): Promise<number>
  conflict(processId: string): Observable<ConflictRow | undefined>
  /** The person has decided: `document` is what they chose, made from `theirs`. It is published again. */
  settleConflict(processId: string, document: ProcessDocument, reason: string): Promise<void>
  onOutcome(listener: (outcome: Outcome) => void): () => void
  /** Deletes conflicts that were settled more than 30 days ago. */
  tidy(): Promise<void>
  /** Milliseconds until a publish that is first in its process's line is due; null where none waits. */
  dueIn(): Promise<number | null>
}

export interface OutboxEnvironment {
  readonly database: DraftDatabase
  readonly backend: PublishingBackend
  readonly now: () => Date
  readonly newKey: () => string
  /** 0 ≤ x < 1. */
  readonly random: () => number
  /** Runs alone among all tabs; resolves to false at once where another tab is at it. */
  readonly alone: (run: () => Promise<void>) => Promise<boolean>
}

const longestWaitMs = 5 * 60_000
/** So long the losing side of a settled conflict can be had back. */
const settledConflictMs = 30 * 24 * 60 * 60_000

export function createOutbox(environment: OutboxEnvironment): Outbox {
  const { database, backend } = environment
  const listeners = new Set<(outcome: Outcome) => void>()
  const tell = (outcome: Outcome) => {
    for (const listener of listeners) listener(outcome)
  }

  const rowsOf = (processId: string) => database.outbox.where('processId').equals(processId).sortBy('number')

  async function add(document: ProcessDocument, base: ProcessDocument | null, reason: string) {
    const key = environment.newKey()
    const processId = document.process.id
    await database.transaction('rw', [database.outbox], async () => {
      const before = (await rowsOf(processId)).at(-1)
      // What is on its way is in this document as well, and not what it changes.
      const madeFrom = before && !before.wish ? onTopOf(base, before) : base
      await database.outbox.add({
        ...inLine(),
        key,
        processId,
        document,
        base: madeFrom,
        sent: document,
        merged: false,
        reason,
      })
    })
  }

  function inLine() {
    const at = environment.now().toISOString()
    const calm = { attempts: 0, held: false, state: 'waiting', why: null, needs: null } as const
    return { ...calm, queuedAt: at, nextTryAt: at }
  }

  /** True where the row is done with and the next one of its process may go. */
  async function send(row: OutboxRow): Promise<boolean> {
    const answer = await (row.wish ? backend.fulfil(row) : backend.publish(asPublish(row)))
    switch (answer.kind) {
      case 'published':
        await database.transaction('rw', [database.outbox, database.processes, database.sent], async () => {
          await database.outbox.delete(numberOf(row))
          await keepCopy(answer.document)
          if (row.wish) return
          await database.sent.put({
            processId: row.processId,
            document: row.sent,
            published: answer.document,
          })
          if (!row.merged) await baseLaterOn(row, withRevisionOf(row.document, answer.document))
        })
        if (row.wish) tell({ kind: 'fulfilled', processId: row.processId, row, document: answer.document })
        else tell({ kind: 'published', processId: row.processId, document: answer.document })
        return true
      case 'archived':
        await database.transaction('rw', [database.outbox, database.processes], async () => {
          await database.outbox.delete(numberOf(row))
          await database.processes.delete(row.processId)
        })
        if (row.wish) tell({ kind: 'fulfilled', processId: row.processId, row, document: null })
        return true
      case 'stale':
        return row.wish ? park(row, overtaken, 'look') : catchUp(row)
      case 'refused':
        return park(row, answer.why, answer.needs ?? null)
      case 'sign_in_needed':
        await later(row, null)
        tell({ kind: 'sign_in_needed', processId: row.processId })
        return false
      case 'unreachable':
        await later(row, answer.retryAfterSeconds)
        return false
    }
  }

  async function park(row: OutboxRow, why: string, needs: 'review' | 'look' | null) {
    await database.outbox.update(numberOf(row), { state: 'parked', why, needs })
    tell({ kind: 'parked', processId: row.processId, why, ...(row.wish && { wish: row.wish }) })
    return false
  }

  async function later(row: OutboxRow, seconds: number | null) {
    const attempts = row.attempts + 1
    const backoff = environment.random() * Math.min(longestWaitMs, 1_000 * 2 ** attempts)
    const wait = seconds === null ? backoff : seconds * 1_000
    const nextTryAt = new Date(environment.now().getTime() + wait).toISOString()
    await database.outbox.update(numberOf(row), { attempts, nextTryAt, held: seconds !== null })
  }

  /** Somebody else published in between. Disjoint changes merge without a question; a clash asks. */
  async function catchUp(row: PublishRow): Promise<boolean> {
    const theirs = await backend.current(row.processId)
    if (!theirs) {
      await later(row, null)
      return false
    }
    const base = row.base ?? {
      ...theirs,
      stages: {},
      transitions: {},
      scenarios: {},
      waivers: {},
      comments: {},
    }
    const { document, conflicts } = mergeProcesses(base, row.document, theirs)
    if (conflicts.length === 0) {
      const next = { key: environment.newKey(), document, base: theirs, merged: true, attempts: 0 }
      await database.transaction('rw', [database.outbox], async () => {
        if (!row.merged) await baseLaterOn(row, row.document)
        await database.outbox.update(numberOf(row), next)
      })
      return send({ ...row, ...next })
    }
    const conflict: ConflictRow = {
      processId: row.processId,
      base,
      mine: row.document,
      theirs,
      conflicts,
      at: environment.now().toISOString(),
      settledAt: null,
    }
    await database.transaction('rw', [database.outbox, database.conflicts], async () => {
      await database.conflicts.put(conflict)
      const why = 'Somebody else changed the same things. Choose what holds.'
      await database.outbox.update(numberOf(row), { state: 'conflict', why })
    })
    tell({ kind: 'conflict', processId: row.processId, conflicts })
    return false
  }

  /** What waits behind this one was made on top of it: what that changes is measured against it. */
  async function baseLaterOn(row: PublishRow, base: ProcessDocument) {
    const knows = (other: PublishRow) => other.base?.process.revision ?? 0
    // One that was made from a newer revision is measured against this one on top of that.
    const later = (await rowsOf(row.processId)).filter(
      (other) => numberOf(other) > numberOf(row) && (other.wish || knows(other) <= knows(row)),
    )
    const { revision: baseRevision } = base.process
    for (const other of later)
      await database.outbox.put(other.wish ? { ...other, baseRevision } : { ...other, base })
  }

  async function keepCopy(document: ProcessDocument) {
    const fetchedAt = environment.now().toISOString()
    await database.processes.put({ processId: document.process.id, document, fetchedAt })
  }

  async function closeConflict(processId: string) {
    await database.conflicts.update(processId, { settledAt: environment.now().toISOString() })
  }

  async function sendWhatIsDue() {
    const held = new Set<string>()
    for (const number of await database.outbox.orderBy('number').primaryKeys()) {
      // Read again: sending an earlier one may have changed what this one is measured against.
      const row = await database.outbox.get(number)
      if (!row || held.has(row.processId)) continue
      const due = row.state === 'waiting' && row.nextTryAt <= environment.now().toISOString()
      if (!due || !(await send(row))) held.add(row.processId)
    }
  }

  return {
    async publish(document, base, reason) {
      await add(document, base, reason)
    },
    async want({ key, processId, wish, baseRevision, reason }) {
      await database.transaction('rw', [database.outbox], async () => {
        if ((await database.outbox.where('key').equals(key).count()) > 0) return
        await database.outbox.add({ ...inLine(), key, processId, wish, baseRevision, reason })
      })
    },

    wishes: async () =>
      (await database.outbox.orderBy('number').toArray()).filter((row) => row.wish !== undefined),

    async flush() {
      await environment.alone(sendWhatIsDue)
    },
    async hurry() {
      const nextTryAt = environment.now().toISOString()
      await database.outbox
        .where('state')
        .equals('waiting')
        .and((row) => !row.held)
        .modify({ nextTryAt })
    },
    async retry(processId) {
      await database.outbox
        .where('processId')
        .equals(processId)
        .and((row) => row.state === 'parked')
        .modify(inLine())
    },
    async withdraw(processId, which = () => true) {
      await database.transaction('rw', [database.outbox, database.conflicts], async () => {
        await database.outbox.where('processId').equals(processId).and(which).delete()
        const left = await rowsOf(processId)
        if (!left.some(({ state }) => state === 'conflict')) await closeConflict(processId)
      })
    },
    pending: (processId) => liveQuery(() => rowsOf(processId)),
    sent: (processId) => liveQuery(() => database.sent.get(processId)),
    lastSent: (processId) => database.sent.get(processId),
    count: () => database.outbox.count(),
    conflict: (processId) =>
      liveQuery(async () => {
        const row = await database.conflicts.get(processId)
        return row?.settledAt === null ? row : undefined
      }),
    async settleConflict(processId, document, reason) {
      await database.transaction('rw', [database.outbox, database.conflicts], async () => {
        const conflict = await database.conflicts.get(processId)
        const row = (await rowsOf(processId)).find(({ state }) => state === 'conflict')
        if (!conflict || !row || row.wish)
          throw new Error('This conflict has been settled already, perhaps in another tab.')
        await closeConflict(processId)
        if (!row.merged) await baseLaterOn(row, row.document)
        // In the place of the one that clashed: publishes that wait behind it still follow it.
        await database.outbox.put({
          ...row,
          ...inLine(),
          key: environment.newKey(),
          document,
          base: conflict.theirs,
          sent: document,
          merged: true,
          reason: reason === '' ? row.reason : reason,
        })
      })
    },
    onOutcome(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async tidy() {
      const before = new Date(environment.now().getTime() - settledConflictMs).toISOString()
      await database.conflicts.filter(({ settledAt }) => settledAt !== null && settledAt < before).delete()
    },
    async dueIn() {
      const first = new Map<string, OutboxRow>()
      for (const row of await database.outbox.orderBy('number').toArray())
        if (!first.has(row.processId)) first.set(row.processId, row)
      const waiting = [...first.values()].filter((row) => row.state === 'waiting')
      if (waiting.length === 0) return null
      const next = Math.min(...waiting.map((row) => Date.parse(row.nextTryAt)))
      return Math.max(0, next - environment.now().getTime())
    },
  }
}

/** Of whoever sees it: nothing of what was published since is undone unseen. */
const overtaken =
  'Somebody published another revision in the meantime. Look at it, take this back, and ask again if it still holds.'

const asPublish = ({ key, document, base, reason }: PublishRow) => ({
  key,
  document: withKeptHidden(document, base),
  baseRevision: base?.process.revision ?? 0,
  reason,
})

/** What a publish changes, on top of another revision than it was made from. */
function onTopOf(base: ProcessDocument | null, row: PublishRow): ProcessDocument | null {
  if (!base || !row.base) return base
  return withRevisionOf(mergeProcesses(row.base, row.document, base).document, base)
}

const withRevisionOf = (document: ProcessDocument, published: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision: published.process.revision },
})

function numberOf(row: OutboxRow): number {
  if (row.number === undefined)
    throw new Error('What waits in the outbox has no number; it was never stored.')
  return row.number
}

/**
 * Publishes that the backend has not acknowledged yet. They go out once each, in order per process, with the same
 * key on every try of the same bytes; a publish that met somebody else's is merged where nothing clashes and asks a
 * person where something does. Nothing is ever dropped: what cannot be sent is parked with the reason.
 */
import { liveQuery, type Observable } from 'dexie'
import { type Conflict, mergeProcesses } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ConflictRow, DraftDatabase, OutboxRow, SentRow } from '../drafts/database.ts'

/** What a backend says to a publish. `unreachable` covers the network, time-outs, 5xx and 429. */
export type PublishAnswer =
  | { readonly kind: 'published'; readonly document: ProcessDocument }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'sign_in_needed' }
  | { readonly kind: 'unreachable'; readonly retryAfterSeconds: number | null }

export interface PublishingBackend {
  publish(request: {
    readonly key: string
    readonly document: ProcessDocument
    /** 0 where the process was never published. */
    readonly baseRevision: number
    readonly reason: string
  }): Promise<PublishAnswer>
  /** The published document as it is now; null where the backend cannot be reached. */
  current(processId: string): Promise<ProcessDocument | null>
}

export type Outcome =
  | { readonly kind: 'published'; readonly processId: string; readonly document: ProcessDocument }
  | { readonly kind: 'conflict'; readonly processId: string; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'parked'; readonly processId: string; readonly why: string }
  | { readonly kind: 'sign_in_needed'; readonly processId: string }

export interface Outbox {
  /** Durable before it resolves; sending starts at once where the network allows. */
  publish(document: ProcessDocument, base: ProcessDocument | null, reason: string): Promise<void>
  /** Sends what is due. Only one tab of the company and user sends at a time. */
  flush(): Promise<void>
  /** The network is back: what waited for it is due now, except where the backend asked for more time. */
  hurry(): Promise<void>
  /** Puts a parked publish back in line. */
  retry(processId: string): Promise<void>
  /** Takes back what has not gone out, a conflict too; the draft stays as it is. */
  withdraw(processId: string): Promise<void>
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
    const at = environment.now().toISOString()
    await database.outbox.add({
      key: environment.newKey(),
      processId: document.process.id,
      document,
      base,
      sent: document,
      merged: false,
      reason,
      queuedAt: at,
      attempts: 0,
      nextTryAt: at,
      held: false,
      state: 'waiting',
      why: null,
    })
  }

  /** True where the row is done with and the next one of its process may go. */
  async function send(row: OutboxRow): Promise<boolean> {
    const answer = await backend.publish({
      key: row.key,
      document: row.document,
      baseRevision: row.base?.process.revision ?? 0,
      reason: row.reason,
    })
    switch (answer.kind) {
      case 'published':
        await database.transaction('rw', [database.outbox, database.processes, database.sent], async () => {
          await database.outbox.delete(numberOf(row))
          await remember(row, answer.document)
          if (!row.merged) await baseLaterOn(row, withRevisionOf(row.document, answer.document))
        })
        tell({ kind: 'published', processId: row.processId, document: answer.document })
        return true
      case 'stale':
        return catchUp(row)
      case 'refused':
        await database.outbox.update(numberOf(row), { state: 'parked', why: answer.why })
        tell({ kind: 'parked', processId: row.processId, why: answer.why })
        return false
      case 'sign_in_needed':
        await later(row, null)
        tell({ kind: 'sign_in_needed', processId: row.processId })
        return false
      case 'unreachable':
        await later(row, answer.retryAfterSeconds)
        return false
    }
  }

  async function later(row: OutboxRow, seconds: number | null) {
    const attempts = row.attempts + 1
    const backoff = environment.random() * Math.min(longestWaitMs, 1_000 * 2 ** attempts)
    const wait = seconds === null ? backoff : seconds * 1_000
    const nextTryAt = new Date(environment.now().getTime() + wait).toISOString()
    await database.outbox.update(numberOf(row), { attempts, nextTryAt, held: seconds !== null })
  }

  /** Somebody else published in between. Disjoint changes merge without a question; a clash asks. */
  async function catchUp(row: OutboxRow): Promise<boolean> {
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

  /** Later publishes of the process were made on top of this one: what they change is measured against it. */
  async function baseLaterOn(row: OutboxRow, base: ProcessDocument) {
    const later = (await rowsOf(row.processId)).filter((other) => numberOf(other) > numberOf(row))
    for (const other of later) await database.outbox.update(numberOf(other), { base })
  }

  async function remember({ processId, sent }: OutboxRow, published: ProcessDocument) {
    const fetchedAt = environment.now().toISOString()
    await database.processes.put({ processId, document: published, fetchedAt })
    await database.sent.put({ processId, document: sent, published })
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
      const nextTryAt = environment.now().toISOString()
      await database.outbox
        .where('processId')
        .equals(processId)
        .and((row) => row.state === 'parked')
        .modify({ state: 'waiting', nextTryAt, held: false, attempts: 0, why: null })
    },
    async withdraw(processId) {
      await database.transaction('rw', [database.outbox, database.conflicts], async () => {
        await database.outbox.where('processId').equals(processId).delete()
        await closeConflict(processId)
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
        if (!conflict || !row)
          throw new Error('This conflict has been settled already, perhaps in another tab.')
        await closeConflict(processId)
        if (!row.merged) await baseLaterOn(row, row.document)
        // In the place of the one that clashed: publishes that wait behind it still follow it.
        await database.outbox.update(numberOf(row), {
          key: environment.newKey(),
          document,
          base: conflict.theirs,
          sent: document,
          merged: true,
          reason: reason === '' ? row.reason : reason,
          attempts: 0,
          nextTryAt: environment.now().toISOString(),
          held: false,
          state: 'waiting',
          why: null,
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

const withRevisionOf = (document: ProcessDocument, published: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision: published.process.revision },
})

function numberOf(row: OutboxRow): number {
  if (row.number === undefined) throw new Error('A publish in the outbox has no number; it was never stored.')
  return row.number
}

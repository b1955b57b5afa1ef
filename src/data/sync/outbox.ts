/**
 * Publishes and other wishes that the backend has not acknowledged yet. They go out once each, in order per process,
 * with the same key on every try of the same bytes; a publish that met somebody else's is merged where nothing clashes
 * and asks a person where something does. Nothing is ever dropped: what cannot be sent is parked with the reason.
 */
import { liveQuery, type Observable } from 'dexie'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ConflictRow, OutboxRow, SentRow, WishRow } from '../drafts/database.ts'
import { createLine, onTopOf } from './line.ts'
import type { Ordered } from './publishingBackend.ts'
import type { Outcome, SendingEnvironment } from './sending.ts'

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
  /**
   * Sends what is due. Only one tab of the company and user sends at a time. Rejects where the code that sends is not
   * on this device yet and cannot be fetched.
   */
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

export interface OutboxEnvironment extends SendingEnvironment {
  /** Runs alone among all tabs; resolves to false at once where another tab is at it. */
  readonly alone: (run: () => Promise<void>) => Promise<boolean>
}

/** So long the losing side of a settled conflict can be had back. */
const settledConflictMs = 30 * 24 * 60 * 60_000

export function createOutbox(environment: OutboxEnvironment): Outbox {
  const { database } = environment
  const listeners = new Set<(outcome: Outcome) => void>()
  const tell = (outcome: Outcome) => {
    for (const listener of listeners) listener(outcome)
  }

  const line = createLine(database, environment.now)
  const { rowsOf, inLine, baseLaterOn } = line

  async function sendWhatIsDue() {
    if ((await dueIn()) !== 0) return
    const { createSending } = await import('./sending.ts')
    await createSending(environment, line, tell)()
  }

  async function dueIn() {
    const first = new Map<string, OutboxRow>()
    for (const row of await database.outbox.orderBy('number').toArray())
      if (!first.has(row.processId)) first.set(row.processId, row)
    const waiting = [...first.values()].filter((row) => row.state === 'waiting')
    if (waiting.length === 0) return null
    const next = Math.min(...waiting.map((row) => Date.parse(row.nextTryAt)))
    return Math.max(0, next - environment.now().getTime())
  }

  async function closeConflict(processId: string) {
    await database.conflicts.update(processId, { settledAt: environment.now().toISOString() })
  }

  return {
    async publish(document, base, reason) {
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
    dueIn,
  }
}

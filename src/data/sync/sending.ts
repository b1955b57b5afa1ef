/**
 * Sends the rows of the outbox and files what comes back: taken, merged with somebody else's, asked of a person, parked
 * with the reason, or put off until the network allows. A row leaves the line only in the transaction that keeps the
 * answer.
 */
import { withKeptHidden } from '../../domain/process/hidden.ts'
import { type Conflict, mergeProcesses } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ConflictRow, DraftDatabase, OutboxRow, PublishRow, Wish, WishRow } from '../drafts/database.ts'
import { type Line, numberOf, withRevisionOf } from './line.ts'
import type { PublishingBackend } from './publishingBackend.ts'

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

export interface SendingEnvironment {
  readonly database: DraftDatabase
  readonly backend: PublishingBackend
  readonly now: () => Date
  readonly newKey: () => string
  /** 0 ≤ x < 1. */
  readonly random: () => number
}

const longestWaitMs = 5 * 60_000

/** Sends, of every process, the first in line and those behind it, as far as they are due and taken. */
export function createSending(
  environment: SendingEnvironment,
  { baseLaterOn }: Line,
  tell: (outcome: Outcome) => void,
): () => Promise<void> {
  const { database, backend } = environment

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

  async function keepCopy(document: ProcessDocument) {
    const fetchedAt = environment.now().toISOString()
    await database.processes.put({ processId: document.process.id, document, fetchedAt })
  }

  return async () => {
    const held = new Set<string>()
    for (const number of await database.outbox.orderBy('number').primaryKeys()) {
      // Read again: sending an earlier one may have changed what this one is measured against.
      const row = await database.outbox.get(number)
      if (!row || held.has(row.processId)) continue
      const due = row.state === 'waiting' && row.nextTryAt <= environment.now().toISOString()
      if (!due || !(await send(row))) held.add(row.processId)
    }
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

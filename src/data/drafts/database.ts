/**
 * What this device keeps for one person of one company: drafts with their edit log, publishes that wait for the
 * network, conflicts with all three sides, and copies of what the backend last said. One IndexedDB per company and
 * user, so that signing in as somebody else never shows or touches these rows.
 */
import { Dexie, type Table } from 'dexie'
import type { Person } from '../../contract/members.ts'
import type { DatedBeginning } from '../../domain/process/beginning.ts'
import type { ProcessDiff } from '../../domain/process/diff.ts'
import type { ChangeOrigin, HistoryEntry } from '../../domain/process/history.ts'
import type { Conflict } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { CompanyTemplate } from '../../domain/templates/companyTemplate.ts'
import { addComments } from './addComments.ts'

/** A draft at its last snapshot. The steps with a higher number than `at` bring it up to now. */
export interface DraftRow {
  readonly processId: string
  /** What the backend had when this draft began; null for a process never published. */
  readonly base: ProcessDocument | null
  readonly document: ProcessDocument
  /** What it was made from, where that is known. */
  readonly beginning?: DatedBeginning
  readonly undoStack: readonly HistoryEntry[]
  readonly redoStack: readonly HistoryEntry[]
  /** Number of the last step that the snapshot contains. */
  readonly at: number
  /** Number of the last step written; equals `at` right after a snapshot. */
  readonly head: number
  /** The tab that may write it. A tab that lost it can have a write on its way: that one must not get through. */
  readonly writer: string
  readonly updatedAt: string
}

/** One change of a draft, durable before the next one. */
export interface StepRow {
  readonly processId: string
  readonly number: number
  readonly origin: ChangeOrigin
  readonly diff: ProcessDiff
  readonly entry: HistoryEntry | null
}

/** `parked` and `conflict` wait for a person, `waiting` for the network or its turn. */
export type OutboxState = 'waiting' | 'parked' | 'conflict'

/** What the backend has not acknowledged. The key stays the same for every try of the same bytes. */
interface Waiting {
  readonly number?: number
  readonly key: string
  readonly processId: string
  readonly reason: string
  readonly queuedAt: string
  readonly attempts: number
  /** Not before this time, ISO 8601. */
  readonly nextTryAt: string
  /** True where the backend itself named that time (Retry-After): then nothing makes it earlier. */
  readonly held: boolean
  readonly state: OutboxState
  /** Why it is parked or in conflict, in words for people. */
  readonly why: string | null
  /** Of what is parked: a second person has to agree, or the person has to look at what was published since. */
  readonly needs?: 'review' | 'look' | null
}

export interface PublishRow extends Waiting {
  readonly wish?: undefined
  readonly document: ProcessDocument
  /** What the document was made from; its revision is the publish's If-Match. Null for a process never published. */
  readonly base: ProcessDocument | null
  /** The document as it was when the person pressed the button: what the draft goes on from. */
  readonly sent: ProcessDocument
  /** True once somebody else's publish was merged in: then later publishes of this desk do not contain all of it. */
  readonly merged: boolean
}

/** Something that is done to the published process as a whole; the draft has no part in it. */
export type Wish = { readonly kind: 'restore'; readonly revision: number } | { readonly kind: 'archive' }

export interface WishRow extends Waiting {
  readonly wish: Wish
  /** The revision that the person saw: the wish's If-Match. */
  readonly baseRevision: number
}

export type OutboxRow = PublishRow | WishRow

/**
 * The last publish of this device that the backend took: `document` as it was sent became `published`. Whoever brings
 * that revision in has to compare with what was sent, else the person's own words look like somebody else's.
 */
export interface SentRow {
  readonly processId: string
  readonly document: ProcessDocument
  readonly published: ProcessDocument
}

/** What the server has of a draft, for this person alone. */
export interface BackUpRow {
  readonly processId: string
  /** Of the copy on the server. */
  readonly id: string
  /** The step that the copy contains last. */
  readonly head: number
  /** The copy of another device that the draft was continued from, until this device's own is there. */
  readonly takenFrom: string | null
}

/** Two sides that cannot both hold. Kept 30 days after it was settled, so that the losing side can be had back. */
export interface ConflictRow {
  readonly processId: string
  readonly base: ProcessDocument
  readonly mine: ProcessDocument
  readonly theirs: ProcessDocument
  readonly conflicts: readonly Conflict[]
  readonly at: string
  readonly settledAt: string | null
}

export interface KnownProcessRow {
  readonly processId: string
  readonly document: ProcessDocument
  readonly fetchedAt: string
}

type KnownValueRow =
  | { readonly name: 'reference'; readonly value: ReferenceData }
  | { readonly name: 'people'; readonly value: readonly Person[] }
  | { readonly name: 'templates'; readonly value: readonly CompanyTemplate[] }

/** Raised by one with every change of the tables below. */
const schemaVersion = 3

const outdated =
  'A newer version of Stagecraft is open in another tab. Nothing is written from here any more: reload this page.'
const removed =
  'Somebody signed out in another tab, which removed the drafts from this device. Reload this page.'

export const databaseName = (companyId: string, userId: string): string => `stagecraft:${companyId}:${userId}`

export class DraftDatabase extends Dexie {
  /** Why this tab can no longer write, in words for people; null while it can. */
  whyClosed: string | null = null
  declare readonly drafts: Table<DraftRow, string>
  declare readonly steps: Table<StepRow, [string, number]>
  declare readonly outbox: Table<OutboxRow, number>
  declare readonly sent: Table<SentRow, string>
  declare readonly backUps: Table<BackUpRow, string>
  declare readonly conflicts: Table<ConflictRow, string>
  declare readonly processes: Table<KnownProcessRow, string>
  declare readonly known: Table<KnownValueRow, string>

  constructor(companyId: string, userId: string) {
    super(databaseName(companyId, userId))
    this.version(1).stores({
      drafts: 'processId',
      steps: '[processId+number]',
      outbox: '++number, processId, state, &key',
      sent: 'processId',
      conflicts: 'processId',
      processes: 'processId',
      known: 'name',
    })
    this.version(2).upgrade(addComments)
    this.version(schemaVersion).stores({ backUps: 'processId' })
    // Dexie would open again by itself and go on with old code on new tables.
    this.on('versionchange', (event) => {
      this.whyClosed = event.newVersion ? outdated : removed
      this.close({ disableAutoOpen: true })
      return false
    })
    this.on('ready', () => {
      if (this.backendDB().version <= schemaVersion * 10) return
      this.whyClosed = outdated
      this.close({ disableAutoOpen: true })
      throw new Error(outdated)
    })
  }
}

/** True where the device has no room left. Dexie hides the cause one level down. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner: unknown = 'inner' in error ? error.inner : undefined
  return (
    error.name === 'QuotaExceededError' || (inner instanceof Error && inner.name === 'QuotaExceededError')
  )
}

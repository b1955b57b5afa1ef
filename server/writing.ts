/**
 * The one way in which processes change: what a write brings along, what it sees, what it answers, and the promise of
 * the transaction around it. Types only; the promise is kept in repositories/writes.ts.
 */
import type { StageUsage } from '../src/domain/lint/rule.ts'
import type { ProcessDocument } from '../src/domain/process/process.ts'
import type { ReferenceData } from '../src/domain/process/reference.ts'
import type { DealMove } from '../src/domain/process/restored.ts'
import type { Mask } from './masking/mask.ts'
import type { Actor, Json, StoredProcess, VersionKind } from './services.ts'

/** What the caller believes is current (from If-Match). `revision: 0` also holds where the process is not there yet. */
export type Expectation =
  | { readonly of: 'process'; readonly revision: number }
  | { readonly of: 'stages' | 'transitions'; readonly id: string; readonly revision: number }

/** A request that may come twice: `(company, user, method, path, key)` with the SHA-256 of its body. */
export interface IdempotencyMark {
  readonly key: string
  readonly method: string
  readonly path: string
  readonly fingerprint: string
}

/** What is sent and, with an idempotency mark, kept for 30 days and sent again. */
export interface Reply {
  readonly status: number
  readonly body: Json
  readonly headers: Readonly<Record<string, string>>
}

/** What `decide` sees: read under the lock on the process, or foreseen and held to be true under the lock. */
export interface WriteState {
  /** Null where the process is not there yet. */
  readonly current: StoredProcess | null
  readonly reference: ReferenceData
  /** Open deals per stage id of this process; a stage without any is absent. */
  readonly usage: Readonly<Record<string, StageUsage>>
  readonly now: string
  /** What the revisions did with open deals that are undone, the newest first; absent where none is. */
  readonly moves?: readonly DealMove[]
  /** What whoever is answered may not see. */
  readonly mask?: Mask | undefined
}

export interface WriteOutcome {
  /** Null after the process was archived. */
  readonly stored: StoredProcess | null
  /** The head before; null where the process is new. */
  readonly before: StoredProcess | null
  readonly revision: number
  /** False where `decide` returned what was there: then no version, no event, the revision stays. */
  readonly changed: boolean
  /** Open deals moved by `stageMigrations`, by the stage they left. */
  readonly migrated: Readonly<Record<string, number>>
}

export interface WriteOrder {
  readonly processId: string
  readonly kind: VersionKind
  readonly reason: string | null
  readonly expect: Expectation | null
  readonly idempotency: IdempotencyMark | null
  /**
   * The next document, from what is current; null archives the process. Pure and synchronous; throws ApiError to
   * refuse, and then nothing whatever is stored. May be called again: when the transaction is retried, or where what it
   * saw was foreseen and is not so.
   */
  readonly decide: (state: WriteState) => ProcessDocument | null
  /** The revision that comes back: deals that later ones moved go where they came from (repositories/rollback.ts). */
  readonly undoes?: number
  /** Tenant settings written in the same transaction (flat keys such as `opportunities.defaultView`). */
  readonly settings?: Readonly<Record<string, Json>>
  /** The answer, made inside the transaction so that it can be stored with the idempotency mark. Pure. */
  readonly reply: (outcome: WriteOutcome) => Reply
}

/**
 * ALL writes of processes, stages, transitions and the default process's settings go through here: one transaction,
 * in the order of the design's write path. What the last write of a process left behind is kept, and the next is made
 * of it beforehand and sent as one statement, which does nothing where anything is not so any more; then it is run
 * under the lock.
 *  1. tenant and actor set; 2. idempotency row (same fingerprint → the stored reply; other → IDEMPOTENCY_MISMATCH;
 *  still running → IDEMPOTENCY_IN_PROGRESS); 3. lock the process, load, check `expect` (→ VERSION_CONFLICT with
 *  `details.current_revision` and `details.current_etag`; process not there and no `revision: 0` → `decide` gets
 *  `current: null` and refuses by itself); 4. `decide`; 5. stamps: companyId and processId on every row,
 *  process.revision = head + 1, created/updated at/by of new and changed rows (whatever the caller sent there),
 *  isDefault kept company-wide single (a process that becomes the default takes it from the former one; the first
 *  process of a company is the default); 6. rows stored, removed stages archived (never deleted), open deals of
 *  stages in `stageMigrations` that are removed or deactivated moved, `stageMigrations` kept in the version but
 *  empty in the head; a removed stage that still has open deals → STAGE_IN_USE by the foreign key;
 *  a process code taken by another live process → ALREADY_EXISTS with `details.field`; 7. version row; 8. last: the
 *  company's counter, events (`eventsOf(…)` of ./eventsOf.ts) and audit row; 9. reply stored; commit; wake-up.
 */
export interface WriteService {
  change(actor: Actor, order: WriteOrder): Promise<Reply>
}

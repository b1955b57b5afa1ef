/** What was done and by whom, as handlers see it: the trail, and what is kept about one person. Types only. */
import type { AuditLine, AuditVerdict, CheckpointLine } from '../src/contract/audit.ts'
import type { Actor, Json } from './services.ts'

/** Both times inclusive, ISO 8601. */
export interface AuditFilters {
  readonly since?: string | undefined
  readonly until?: string | undefined
  readonly userId?: string | undefined
  readonly type?: string | undefined
  readonly entity?: string | undefined
  readonly entityId?: string | undefined
}

export interface StoredAuditEntry {
  readonly seq: number
  readonly at: string
  readonly by: { readonly id: string; readonly name: string } | null
  readonly sessionId: string | null
  readonly type: string
  readonly entity: string
  readonly entityId: string
  readonly entityName: string | null
  readonly revision: number | null
  /** With what was kept apart from the chain in its places, as far as it was not erased. */
  readonly body: { readonly [key: string]: Json }
  readonly erased: boolean
  readonly hash: string
}

export interface AuditService {
  /** Newest first. */
  list(
    actor: Actor,
    filters: AuditFilters,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly count: number; readonly rows: readonly StoredAuditEntry[] }>
  /** The people and types that the trail holds. */
  filters(
    actor: Actor,
  ): Promise<{ readonly people: readonly { id: string; name: string }[]; readonly types: readonly string[] }>
  /** Up to 100,000 rows from `from` on, held to the checkpoints in the database and outside. */
  verify(actor: Actor, from: number): Promise<AuditVerdict>
  /** Up to 5,000 rows from `from` on, as they were hashed; the head is signed first. From 1 on it is audited. */
  export(actor: Actor, from: number): Promise<{ lines: AuditLine[]; next: number | null }>
  /** Up to 1,000 from the row `from` on; the head is signed first. */
  checkpoints(actor: Actor, from: number): Promise<{ lines: CheckpointLine[]; next: number | null }>
}

export interface PrivacyService {
  /** Null where this is no member of the company. Audited. */
  export(
    actor: Actor,
    personId: string,
  ): Promise<{
    person: { [key: string]: Json }
    sessions: { [key: string]: Json }[]
    drafts: { [key: string]: Json }[]
    mails: { [key: string]: Json }[]
    audit: { [key: string]: Json }[]
  } | null>
  /** False where this is no member of the company. Audited. @throws ApiError PERMISSION_DENIED for oneself. */
  erase(actor: Actor, personId: string): Promise<boolean>
}

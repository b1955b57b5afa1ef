/**
 * What the handlers need from the world, and nothing else: the seam between what is said on the wire (handlers,
 * contract, domain) and where it is kept (repositories over Kysely on PGlite or PostgreSQL). Every method that takes
 * an `Actor` sees that actor's company alone: rows of other companies do not exist for it. Refusals are thrown as
 * `ApiError`; anything else that is thrown is a bug and is answered as 500 without its text.
 */
import type { z } from 'zod'
import type { Demo } from '../src/contract/capabilities.ts'
import type { Permission } from '../src/contract/endpoint.ts'
import type { Role } from '../src/contract/roles.ts'
import type { StageUsage } from '../src/domain/lint/rule.ts'
import type { StageAction } from '../src/domain/process/action.ts'
import type { ApprovalWorkflow } from '../src/domain/process/approval.ts'
import type { DatedBeginning } from '../src/domain/process/beginning.ts'
import type { StageCategory } from '../src/domain/process/category.ts'
import type { OpportunityField } from '../src/domain/process/field.ts'
import type { ProcessDocument } from '../src/domain/process/process.ts'
import type { ReferenceData } from '../src/domain/process/reference.ts'
import type { CompanyTemplate } from '../src/domain/templates/companyTemplate.ts'
import type { AuditService, PrivacyService } from './auditing.ts'
import type { FeedService, MailService, WebhookService } from './integrations.ts'
import type { Mask } from './masking/mask.ts'
import type { MaskingService } from './masking/policies.ts'
import type {
  AccountService,
  ForgottenPasswordService,
  IdentityService,
  InvitationService,
  MemberService,
  SecondFactorService,
  SecurityService,
} from './people.ts'
import type { PublishRequestService } from './publishRequests.ts'
import type { WriteService } from './writing.ts'

export type * from './auditing.ts'
export type * from './integrations.ts'
export type * from './people.ts'
export type * from './publishRequests.ts'
export type * from './writing.ts'

export type Json = z.infer<ReturnType<typeof z.json>>

/** Who asks: taken from a verified access token, with role and permissions read afresh for this request. */
export interface Actor {
  readonly userId: string
  readonly companyId: string
  readonly companyName: string
  readonly email: string
  readonly displayName: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
  /** What the company does not show to this role; absent: it sees everything. */
  readonly mask?: Mask
  /** Empty where the server does by itself what was decided before. */
  readonly sessionId: string
  /** When this session last proved a second factor, ISO 8601 UTC; absent: never. */
  readonly factorAt?: string
}

export interface Services {
  readonly identity: IdentityService
  readonly account: AccountService
  readonly forgottenPassword: ForgottenPasswordService
  readonly secondFactor: SecondFactorService
  readonly security: SecurityService
  readonly masking: MaskingService
  readonly members: MemberService
  readonly invitations: InvitationService
  readonly processes: ProcessService
  readonly writes: WriteService
  readonly publishRequests: PublishRequestService
  readonly reference: ReferenceService
  readonly templates: TemplateService
  readonly usage: UsageService
  readonly settings: SettingsService
  readonly events: EventService
  readonly drafts: DraftService
  readonly audit: AuditService
  readonly privacy: PrivacyService
  readonly feeds: FeedService
  readonly webhooks: WebhookService
  readonly mail: MailService
  /** Present where the data is a demo's: whom one can sign in as. Told to everybody. */
  readonly demo?: Demo | undefined
  /** Now as ISO 8601 UTC, `2026-01-31T09:00:00.000Z`. */
  readonly now: () => string
  /** A new UUID (version 7, so that rows sort by birth). */
  readonly newId: () => string
  /** Resolves where the database answers and is migrated; rejects with a plain Error saying why not. */
  readonly ready: () => Promise<void>
  /** A bug: log it with its request id. Never shown to the caller. */
  readonly report: (error: unknown, requestId: string) => void
}

// ---------------------------------------------------------------------------------------------- reading

/** The published head of a process. `document.process.revision` is the head's revision. */
export interface StoredProcess {
  readonly document: ProcessDocument
  /** The revision in which each row last changed: the number in its ETag. */
  readonly changedIn: {
    readonly stages: Readonly<Record<string, number>>
    readonly transitions: Readonly<Record<string, number>>
  }
}

/** Why a revision exists. `edit` = one REST write, `settings` = the audit's endpoint. */
export type VersionKind = 'create' | 'publish' | 'restore' | 'edit' | 'settings' | 'archive'

export interface VersionSummary {
  readonly revision: number
  readonly kind: VersionKind
  readonly reason: string | null
  readonly at: string
  readonly by: { readonly id: string; readonly name: string }
  /** The publish request it came from; `approvedBy` where that was somebody else. */
  readonly request: {
    readonly number: number
    readonly requestedBy: { readonly id: string; readonly name: string }
    readonly approvedBy: { readonly id: string; readonly name: string } | null
  } | null
  /** Counted from the diff to the revision before. */
  readonly changes: { readonly added: number; readonly updated: number; readonly removed: number }
}

export interface ProcessService {
  /** Heads of all processes that are not archived: the default first, then by name. */
  list(actor: Actor): Promise<readonly StoredProcess[]>
  /** Null where there is none, where it is archived, and where it is another company's: nobody can tell which. */
  load(actor: Actor, processId: string): Promise<StoredProcess | null>
  loadDefault(actor: Actor): Promise<StoredProcess | null>
  /** The id of the process that a stage or a transition was last seen in: it never moves to another. Null: never seen. */
  placeOf(actor: Actor, table: 'stages' | 'transitions', rowId: string): Promise<string | null>
  /** The process that holds a stage or a transition now. */
  holding(actor: Actor, table: 'stages' | 'transitions', rowId: string): Promise<StoredProcess | null>
  /** Newest first. Null where the process is not there. */
  versions(
    actor: Actor,
    processId: string,
    page: { readonly offset: number; readonly limit: number },
  ): Promise<{ readonly count: number; readonly rows: readonly VersionSummary[] } | null>
  /** One revision with its whole document; null where process or revision is not there. */
  version(
    actor: Actor,
    processId: string,
    revision: number,
  ): Promise<(VersionSummary & { readonly document: ProcessDocument }) | null>
  /** An earlier revision as it would be published on top of the current one; null where there is none to bring back. */
  restored(
    actor: Actor,
    processId: string,
    revision: number,
  ): Promise<{ readonly current: StoredProcess; readonly document: ProcessDocument } | null>
}

// ---------------------------------------------------------------------------------------------- reference data

/** `fields` rows are keyed by `key` in ReferenceData, but addressed by `id` here and on the wire. */
export interface ReferenceRows {
  categories: StageCategory
  actions: StageAction
  approvalWorkflows: ApprovalWorkflow
  fields: OpportunityField
}
export type ReferenceTable = keyof ReferenceRows

/** When a row was made and last changed, ISO 8601 UTC. */
export interface RowTimes {
  readonly createdAt: string
  readonly updatedAt: string
}

/** `revision`: how often the row was written, the first time included. */
export interface RowStamps extends RowTimes {
  readonly revision: number
}

export interface ReferenceService {
  /** All of the company's reference data. */
  all(actor: Actor): Promise<ReferenceData>
  /** Rows of one table with their times, in the table's order (sortOrder/executionOrder, then name). */
  list<T extends ReferenceTable>(actor: Actor, table: T): Promise<readonly (ReferenceRows[T] & RowStamps)[]>
  find<T extends ReferenceTable>(
    actor: Actor,
    table: T,
    id: string,
  ): Promise<(ReferenceRows[T] & RowStamps) | null>
  /** @throws ApiError ALREADY_EXISTS (`details.field`: id, or the code/key that is taken). companyId is stamped. */
  insert<T extends ReferenceTable>(
    actor: Actor,
    table: T,
    row: ReferenceRows[T],
  ): Promise<ReferenceRows[T] & RowStamps>
  /**
   * Null where it is not there. `expected`: the revision that was read, where the caller says it.
   * @throws ApiError ALREADY_EXISTS as above, VERSION_CONFLICT where the row has another revision by now.
   */
  update<T extends ReferenceTable>(
    actor: Actor,
    table: T,
    row: ReferenceRows[T],
    expected?: number | null,
  ): Promise<(ReferenceRows[T] & RowStamps) | null>
  /** False where it was not there; `expected` as above. Whether it is still named is asked before, by the handler. */
  remove(actor: Actor, table: ReferenceTable, id: string, expected?: number | null): Promise<boolean>
}

// ---------------------------------------------------------------------------------------------- templates

export type StoredTemplate = CompanyTemplate & RowStamps

export interface TemplateService {
  /** By name. */
  list(actor: Actor): Promise<readonly StoredTemplate[]>
  find(actor: Actor, id: string): Promise<StoredTemplate | null>
  /** @throws ApiError ALREADY_EXISTS (`details.field`: id or template_name). companyId is stamped. */
  insert(actor: Actor, row: CompanyTemplate): Promise<StoredTemplate>
  /** Null where it is not there. @throws ApiError ALREADY_EXISTS as above, VERSION_CONFLICT where `expected` is not current. */
  update(actor: Actor, row: CompanyTemplate, expected: number): Promise<StoredTemplate | null>
  /** False where it was not there. @throws ApiError VERSION_CONFLICT as above; null: whatever it is now. */
  remove(actor: Actor, id: string, expected?: number | null): Promise<boolean>
}

// ---------------------------------------------------------------------------------------------- usage

/** The little of the CRM's opportunity that is kept so that usage and impact are real. */
export interface OpportunityProjection {
  readonly id: string
  readonly name: string
  readonly stageId: string
  readonly status: 'open' | 'won' | 'lost'
  readonly amount: number
  readonly ownerName: string
  /** ISO 8601, UTC. */
  readonly enteredStageAt: string
  readonly createdAt: string
  readonly closedAt: string | null
}

/** An earlier revision as it comes back. */
export interface Rollback {
  readonly processId: string
  readonly revision: number
  /** As it is published again. */
  readonly document: ProcessDocument
}

/** Deals that later revisions moved, as they go back from one stage to another. */
export interface ReturningDeals {
  readonly from: string
  readonly to: string
  readonly deals: number
  readonly amount: number
  /** Those that are open now; others were closed by being moved, and open again. */
  readonly openDeals: number
  readonly openAmount: number
}

export interface UsageService {
  /** Open deals per stage id of one process; a stage without any is absent. */
  ofProcess(actor: Actor, processId: string): Promise<Readonly<Record<string, StageUsage>>>
  /** Open deals of all processes, per stage id. */
  ofCompany(actor: Actor): Promise<Readonly<Record<string, StageUsage>>>
  /** Up to `limit` open deals that stand in a stage, largest amount first. */
  dealsIn(actor: Actor, stageId: string, limit: number): Promise<readonly OpportunityProjection[]>
  /** How many deals stand in each of these stages, closed ones too; a stage without any is absent. */
  countIn(actor: Actor, stageIds: readonly string[]): Promise<Readonly<Record<string, number>>>
  /** Deals that would go back with it, if it were published now. */
  returning(actor: Actor, rollback: Rollback): Promise<readonly ReturningDeals[]>
  /** When projections were last fed, ISO 8601; null where never. */
  asOf(actor: Actor): Promise<string | null>
  /**
   * Inserts or replaces by id, all or none; a changed stage goes to the stage history.
   * @throws ApiError VALIDATION_FAILED where a stage is unknown or archived (`details.issues[].path`:
   * `opportunities.3.stage_id`).
   * @param told whether people are to hear of moves of the last day by the process's own notifications.
   */
  feed(
    actor: Actor,
    projections: readonly OpportunityProjection[],
    told?: 'people are told',
  ): Promise<{ inserted: number; updated: number }>
}

// ---------------------------------------------------------------------------------------------- settings, events, drafts

export interface SettingsService {
  /** Flat keys as stored, e.g. `opportunities.defaultView`. */
  all(actor: Actor): Promise<Readonly<Record<string, Json>>>
  /** Upserts each key; keys not named stay. With event and audit row. */
  save(actor: Actor, entries: Readonly<Record<string, Json>>): Promise<void>
}

/** As in the contract's events.ts; `data` is what the blueprint's events carry. */
export interface StoredEvent {
  readonly seq: number
  readonly kind: string
  readonly processId: string | null
  readonly rowId: string | null
  readonly revision: number | null
  /** The idempotency key of the write, so that a client knows its own echo. */
  readonly op: string | null
  readonly fields: readonly string[]
  readonly at: string
  readonly by: { readonly id: string; readonly name: string }
  readonly data: { readonly [key: string]: Json }
}

export interface EventService {
  /** Changes after every restore of the database. */
  epoch(): Promise<string>
  /** The company's last sequence number; 0 where nothing happened yet. */
  head(actor: Actor): Promise<number>
  /**
   * Events with `seq > since`, ascending, at most `limit`.
   * @throws ApiError EVENTS_TOO_OLD where history no longer reaches back to `since`.
   */
  since(actor: Actor, since: number, limit: number): Promise<readonly StoredEvent[]>
}

/** A draft backed up from a device: its owner's alone. */
export interface StoredDraft {
  readonly id: string
  readonly processId: string
  readonly baseRevision: number
  readonly document: ProcessDocument
  /** What the process was made from, where that is known. */
  readonly beginning?: DatedBeginning | null
  readonly updatedAt: string
}

/** Somebody who works on a process. */
export interface StoredEditor {
  readonly processId: string
  readonly by: { readonly id: string; readonly name: string }
  readonly at: string
}

export interface DraftService {
  list(actor: Actor): Promise<readonly StoredDraft[]>
  find(actor: Actor, id: string): Promise<StoredDraft | null>
  /** Inserts or replaces. `updatedAt` is the server's clock. */
  save(actor: Actor, draft: Omit<StoredDraft, 'updatedAt'>): Promise<StoredDraft>
  /** False where it was not there. */
  remove(actor: Actor, id: string): Promise<boolean>
  /** Other people who backed a draft up within the last 15 minutes: the latest first, each once a process. */
  editors(actor: Actor): Promise<readonly StoredEditor[]>
}

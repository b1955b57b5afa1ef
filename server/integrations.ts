/** What leaves the company by itself, as handlers see it: webhooks with their deliveries, and mails. Types only. */
import type { MailPreferences } from '../src/contract/mail.ts'
import type { DeliveryState } from '../src/contract/webhooks.ts'
import type { Visit } from '../src/domain/metrics/stageMetrics.ts'
import type { Actor, Json, OpportunityProjection } from './services.ts'

export interface StoredWebhook {
  readonly id: string
  readonly name: string
  readonly url: string
  /** Empty: all kinds. */
  readonly events: readonly string[]
  readonly isActive: boolean
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly lastDelivery: { readonly state: DeliveryState; readonly at: string } | null
}

export type WebhookFields = Pick<StoredWebhook, 'name' | 'url' | 'events' | 'isActive'>

/** Shown once, to whoever made it. */
export type WebhookWithSecret = StoredWebhook & { readonly secret: string }

export interface StoredDelivery {
  readonly id: string
  readonly kind: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly createdAt: string
  readonly triedAt: string | null
  readonly nextAt: string | null
  readonly status: number | null
  readonly milliseconds: number | null
  readonly excerpt: string | null
  readonly failure: string | null
  readonly content: { readonly [key: string]: Json }
  /** How each try went, the first first; empty where nobody asked for it. */
  readonly tries: readonly {
    readonly at: string
    readonly status: number | null
    readonly milliseconds: number | null
    readonly failure: string | null
  }[]
}

/** Null where there is no such webhook, or no such delivery of it. */
export interface WebhookService {
  list(actor: Actor): Promise<readonly StoredWebhook[]>
  find(actor: Actor, id: string): Promise<StoredWebhook | null>
  /** @throws ApiError VALIDATION_FAILED (`details.issues[].path`: url) for addresses that are not told, LIMIT_REACHED. */
  create(actor: Actor, fields: WebhookFields): Promise<WebhookWithSecret>
  /** @throws ApiError VALIDATION_FAILED as above, VERSION_CONFLICT where `expected` is not its revision. */
  update(
    actor: Actor,
    id: string,
    fields: WebhookFields,
    expected: number | null,
  ): Promise<StoredWebhook | null>
  renewSecret(actor: Actor, id: string): Promise<WebhookWithSecret | null>
  /** False where there was none. @throws ApiError VERSION_CONFLICT as above. */
  remove(actor: Actor, id: string, expected: number | null): Promise<boolean>
  test(actor: Actor, id: string): Promise<StoredDelivery | null>
  deliveries(
    actor: Actor,
    id: string,
    asked: { readonly state: DeliveryState | undefined; readonly offset: number; readonly limit: number },
  ): Promise<{ readonly count: number; readonly rows: readonly StoredDelivery[] } | null>
  redeliver(actor: Actor, id: string, delivery: string): Promise<StoredDelivery | null>
}

export interface MailService {
  readonly way: 'smtp' | 'file' | 'none'
  /** The last 100, newest first. */
  list(actor: Actor): Promise<readonly StoredDelivery[]>
  preferences(actor: Actor): Promise<MailPreferences>
  prefer(
    actor: Actor,
    change: { readonly [K in keyof MailPreferences]?: MailPreferences[K] | undefined },
  ): Promise<MailPreferences>
}

export interface StoredMove {
  readonly id: string
  readonly opportunityId: string
  readonly fromStageId: string | null
  readonly toStageId: string
  readonly amount: number
  readonly changedAt: string
  readonly recordedAt: string
}

interface PageOf {
  readonly offset: number
  readonly limit: number
}
interface Segment {
  readonly since: string | undefined
  readonly until: string | undefined
  readonly ownerName: string | undefined
  readonly minimumAmount: number | undefined
  readonly maximumAmount: number | undefined
}

/** Opportunities and their moves, as others read them. Filters that are undefined do not apply. */
export interface FeedService {
  opportunities(
    actor: Actor,
    filters: {
      readonly since: string | undefined
      readonly processId: string | undefined
      readonly stageId: string | undefined
      readonly status: OpportunityProjection['status'] | undefined
    },
    page: PageOf,
  ): Promise<{
    readonly count: number
    readonly rows: readonly (OpportunityProjection & { readonly projectedAt: string })[]
  }>
  moves(
    actor: Actor,
    filters: {
      readonly since: string | undefined
      readonly processId: string | undefined
      readonly opportunityId: string | undefined
    },
    page: PageOf,
  ): Promise<{ readonly count: number; readonly rows: readonly StoredMove[] }>
  /**
   * All or none; a move that is there already (opportunity, stage and moment) is passed over.
   * @param line where each stands in what was sent. @throws ApiError VALIDATION_FAILED for unknown opportunities.
   */
  addMoves(
    actor: Actor,
    moves: readonly (Omit<StoredMove, 'id' | 'recordedAt' | 'amount'> & {
      readonly amount: number | null
      readonly line: number
    })[],
  ): Promise<{ inserted: number; skipped: number }>
  /** Stays in these stages that began in the period, the latest first, at most `limit` and whether there are more. */
  visits(
    actor: Actor,
    stageIds: readonly string[],
    segment: Segment,
    limit: number,
  ): Promise<{ readonly visits: readonly Visit[]; readonly more: boolean }>
}

/** What leaves the company by itself, as handlers see it: webhooks with their deliveries, and mails. Types only. */
import type { MailPreferences } from '../src/contract/mail.ts'
import type { DeliveryState } from '../src/contract/webhooks.ts'
import type { Actor, Json } from './services.ts'

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

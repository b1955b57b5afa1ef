/**
 * What a handler is, derived from its endpoint: it gets what was asked already parsed and permitted, and can only
 * answer what the contract lets it answer. A missing or wrong handler does not compile.
 */
import type { Api } from '../../src/contract/api.ts'
import type { BodyOf, ParamsOf, QueryOf, ResultOf, StatusOf } from '../../src/contract/call.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import type { Tagged } from '../../src/contract/etag.ts'
import type { Actor, IdempotencyMark, Services } from '../services.ts'
import type { Address } from './address.ts'
import type { Asking } from './asking.ts'

/** Nobody on public endpoints, the signed-in and permitted person on all others. */
type ActorOf<E extends Endpoint> = E['access'] extends 'public' ? null : Actor

export interface Asked<E extends Endpoint> {
  readonly endpoint: E
  readonly services: Services
  readonly actor: ActorOf<E>
  readonly params: ParamsOf<E>
  readonly query: QueryOf<E>
  readonly body: BodyOf<E>
  readonly url: Address
  readonly request: Asking
  /** From If-Match; null where it was not sent. */
  readonly ifMatch: Tagged | null
  readonly idempotency: IdempotencyMark | null
}

export interface Answer<E extends Endpoint> {
  readonly status: StatusOf<E>
  readonly body: ResultOf<E>
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler<E extends Endpoint> = (asked: Asked<E>) => Promise<Answer<E>>

export type Handlers = {
  readonly [G in keyof Api]: {
    readonly [N in keyof Api[G]]: Api[G][N] extends Endpoint ? Handler<Api[G][N]> : never
  }
}

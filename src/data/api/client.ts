/**
 * The typed client: one `call` for every endpoint of the contract. Every answer is parsed; what the contract does not
 * know becomes a failure that says so, never a half-typed value.
 */
import type { BodySent, ParamsSent, QuerySent, ResultOf, StatusOf } from '../../contract/call.ts'
import type { Endpoint } from '../../contract/endpoint.ts'
import { errorBodySchema } from '../../contract/errors.ts'
import type { Failure } from './failure.ts'

export type Fetch = (request: Request) => Promise<Response>

interface ClientOptions {
  /** Origin and prefix before the contract's paths; empty for the page's own origin. */
  readonly baseUrl?: string
  readonly fetch?: Fetch
  /** The access token now; null where nobody is signed in. */
  readonly getToken?: () => string | null
  /** Asked once for each call answered 401: a fresh token, or why there is none. */
  readonly onUnauthorized?: () => Promise<{ ok: true; token: string } | { ok: false; failure: Failure }>
  /** Asked where a fresh second factor is needed: whether it was proven, so that the call may go out again as it was. */
  readonly onStepUp?: (details: Readonly<Record<string, unknown>>) => Promise<boolean>
  /** After so long without an answer a call fails as `network`. */
  readonly timeoutMilliseconds?: number
}

type Given<Name extends string, T> = [T] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]: T }
type Perhaps<Name extends string, T> = [T] extends [never]
  ? { readonly [N in Name]?: undefined }
  : { readonly [N in Name]?: T }

export type CallInput<E extends Endpoint> = Given<'params', ParamsSent<E>> &
  Perhaps<'query', QuerySent<E>> &
  Given<'body', BodySent<E>> & {
    readonly ifMatch?: string
    readonly idempotencyKey?: string
    /** Nobody is there to be asked for a second factor. */
    readonly unattended?: boolean
    readonly signal?: AbortSignal
  }

export type CallResult<E extends Endpoint> =
  | {
      readonly ok: true
      readonly status: StatusOf<E>
      readonly value: ResultOf<E>
      readonly etag: string | null
    }
  | { readonly ok: false; readonly failure: Failure }

export interface Client {
  call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>>
}

interface AnyInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly ifMatch?: string
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

const entriesOf = (value: unknown): [string, unknown][] => Object.entries(Object(value))

function urlOf(baseUrl: string, endpoint: Endpoint, input: AnyInput): string {
  const params = new Map(entriesOf(input.params))
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  )
  const query = new URLSearchParams()
  for (const [name, value] of entriesOf(input.query)) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const origin = baseUrl || (typeof location === 'undefined' ? 'http://localhost' : location.origin)
  return `${origin.replace(/\/$/, '')}${path}${query.size > 0 ? `?${query}` : ''}`
}

function requestOf(endpoint: Endpoint, input: AnyInput, token: string | null): RequestInit {
  const headers = new Headers({ Accept: 'application/json' })
  if (token !== null && endpoint.access !== 'public') headers.set('Authorization', `Bearer ${token}`)
  if (input.ifMatch !== undefined) headers.set('If-Match', input.ifMatch)
  if (input.idempotencyKey !== undefined) headers.set('Idempotency-Key', input.idempotencyKey)
  const init: RequestInit = { method: endpoint.method, headers }
  if (endpoint.body) {
    headers.set('Content-Type', 'application/json')
    init.body = JSON.stringify(input.body ?? {})
  }
  return init
}

async function failureOf(response: Response): Promise<Failure> {
  const text = await response.text()
  const parsed = errorBodySchema.safeParse(parseJson(text))
  if (!parsed.success) {
    return {
      kind: 'contract',
      status: response.status,
      message: `The server answered ${response.status} without an explanation.`,
    }
  }
  const { error_code, message, details } = parsed.data
  const retryAfter = Number(response.headers.get('Retry-After') ?? 'none')
  return {
    kind: 'problem',
    status: response.status,
    code: error_code,
    message,
    details,
    retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : null,
  }
}

/** `undefined` for what is not JSON: no JSON text means that. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The challenge of RFC 9470: the token is good, what it proves is too old. */
const needsProof = (response: Response): boolean =>
  response.status === 401 &&
  (response.headers.get('WWW-Authenticate') ?? '').includes('insufficient_user_authentication')

export function createClient(options: ClientOptions = {}): Client {
  const {
    baseUrl = '',
    getToken = () => null,
    onUnauthorized,
    onStepUp,
    timeoutMilliseconds = 30_000,
  } = options
  const send = options.fetch ?? ((request: Request) => fetch(request))

  const attempt = (endpoint: Endpoint, input: AnyInput, token: string | null): Promise<Response> => {
    const url = urlOf(baseUrl, endpoint, input)
    const timeout = AbortSignal.timeout(timeoutMilliseconds)
    const signal = input.signal ? AbortSignal.any([input.signal, timeout]) : timeout
    return send(new Request(url, { ...requestOf(endpoint, input, token), signal }))
  }

  return {
    async call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<CallResult<E>> {
      try {
        let response = await attempt(endpoint, input, getToken())
        if (
          response.status === 401 &&
          !needsProof(response) &&
          onUnauthorized &&
          endpoint.access !== 'public'
        ) {
          const renewed = await onUnauthorized()
          if (!renewed.ok) return renewed
          response = await attempt(endpoint, input, renewed.token)
        }
        if (needsProof(response) && onStepUp && !input.unattended) {
          const failure = await failureOf(response)
          const details = failure.kind === 'problem' ? failure.details : {}
          if (!(await onStepUp(details))) return { ok: false, failure }
          response = await attempt(endpoint, input, getToken())
        }
        if (!response.ok) return { ok: false, failure: await failureOf(response) }
        return await successOf(endpoint, response)
      } catch (error) {
        return { ok: false, failure: { kind: 'network', message: noAnswer(error) } }
      }
    },
  }
}

function noAnswer(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return 'The server did not answer in time.'
  if (error instanceof DOMException && error.name === 'AbortError') return 'The request was cancelled.'
  return 'The server cannot be reached.'
}

async function successOf<E extends Endpoint>(endpoint: E, response: Response): Promise<CallResult<E>> {
  const { status } = response
  const unknown = (message: string): CallResult<E> => ({
    ok: false,
    failure: { kind: 'contract', status, message },
  })
  const schema = endpoint.responses[status]
  if (schema === undefined)
    return unknown(`The server answered ${status}, which ${endpoint.path} does not have.`)
  const body = schema === null ? null : parseJson(await response.text())
  const parsed = schema?.safeParse(body)
  if (parsed && !parsed.success) {
    const [issue] = parsed.error.issues
    return unknown(
      `The answer of ${endpoint.method} ${endpoint.path} does not fit the contract at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unknown'}.`,
    )
  }
  return {
    ok: true,
    status: status as StatusOf<E>,
    value: (parsed?.data ?? null) as ResultOf<E>,
    etag: response.headers.get('ETag'),
  }
}

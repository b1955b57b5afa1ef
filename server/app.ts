/**
 * The whole API as one function, without a word of Node: the same code answers on a server, inside a page and in
 * tests, a `Request` or what else asks. For every endpoint of the contract, in this order: who asks, whether they may, what they sent, does it
 * have the right shape; then its handler.
 */
import { allEndpoints } from '../src/contract/api.ts'
import type { Access, Endpoint } from '../src/contract/endpoint.ts'
import { ApiError } from './apiError.ts'
import { docsPage } from './docsPage.ts'
import { handlers } from './handlers/index.ts'
import { type Address, addressOf } from './http/address.ts'
import type { Asking } from './http/asking.ts'
import { asksForCsv, respondAsCsv } from './http/csv.ts'
import type { Answer, Asked } from './http/handler.ts'
import { parseInput } from './http/parseInput.ts'
import { readIdempotency, readIfMatch } from './http/preconditions.ts'
import type { RateLimits } from './http/rateLimits.ts'
import { readBody } from './http/readBody.ts'
import { asRequestId } from './http/requestId.ts'
import {
  matchesETag,
  type Reply,
  respond,
  respondWithError,
  respondWithFault,
  responseOf,
  type Telling,
} from './http/respond.ts'
import { createRoutes } from './http/routes.ts'
import { behind } from './masking/gate.ts'
import type { Actor, Services } from './services.ts'

/** A handler whose endpoint is known only at run time: the pairing was checked where `handlers` is written. */
type AnyHandler = (asked: Asked<Endpoint>) => Promise<Answer<Endpoint>>

export interface App {
  fetch(request: Request): Promise<Response>
  /** What `fetch` answers, without a `Response` made of it; absent where every request is rewritten first. */
  answer?(asking: Asking, address: Address): Promise<Reply>
}

/** How a request came: what stands in its address, and what every answer to it says. */
interface Arrival {
  readonly params: Readonly<Record<string, string>>
  readonly url: Address
  readonly telling: Telling
}
type Answers = (request: Asking, arrival: Arrival) => Promise<Reply>

/** @param limits how much one may ask; null where nobody is counted, as in a page of one's own. */
export function createApp(services: Services, limits: RateLimits | null = null): App {
  const route = createRoutes(answersByPath(services, limits))
  /** Nothing gets past here but an answer: refusals in the error format, bugs reported and answered without their text. */
  const answer = async (request: Asking, url: Address): Promise<Reply> => {
    const requestId = asRequestId(request.headers.get('X-Request-Id')) ?? services.newId()
    const telling: Telling = { requestId, also: {} }
    try {
      const found = route(url.pathname)
      if (!found) throw new ApiError('NOT_FOUND', `There is nothing at ${url.pathname.slice(0, 200)}.`)
      const { method } = request
      const answers = found.value.get(method === 'HEAD' ? 'GET' : method)
      if (!answers) return refuseMethod(method, [...found.value.keys()])
      return await answers(request, { params: found.params, url, telling })
    } catch (error) {
      if (error instanceof ApiError) return respondWithError(error, telling)
      services.report(error, requestId)
      return respondWithFault(error, telling)
    }
  }
  return {
    fetch: async (request) => {
      const reply = await answer(request, addressOf(request.url))
      return responseOf(request.method === 'HEAD' ? { ...reply, body: null } : reply)
    },
    answer,
  }
}

/** By address and, there, by method. */
function answersByPath(services: Services, limits: RateLimits | null): Map<string, Map<string, Answers>> {
  const byName = handlersByName()
  const byPath = new Map([['/api/docs', new Map<string, Answers>([['GET', async () => docsPage()]])]])
  for (const { name, endpoint } of allEndpoints) {
    const handler = byName.get(name)
    if (!handler) throw new Error(`The endpoint ${name} has no handler.`)
    const served = { services, limits, endpoint, handler, queryOf: queryReader(endpoint) }
    const methods = byPath.get(endpoint.path) ?? new Map<string, Answers>()
    methods.set(endpoint.method, (request, arrival) => serve(served, request, arrival))
    byPath.set(endpoint.path, methods)
  }
  return byPath
}

function handlersByName(): Map<string, AnyHandler> {
  const entries = Object.entries(handlers).flatMap(([group, named]) =>
    Object.entries(named).map(([name, handler]): [string, AnyHandler] => [
      `${group}.${name}`,
      handler as AnyHandler,
    ]),
  )
  return new Map(entries)
}

interface Served {
  readonly services: Services
  readonly limits: RateLimits | null
  readonly endpoint: Endpoint
  readonly handler: AnyHandler
  readonly queryOf: (search: string) => unknown
}

async function serve(
  { services, limits, endpoint, handler, queryOf }: Served,
  request: Asking,
  { params: given, url, telling }: Arrival,
): Promise<Reply> {
  const token = endpoint.access === 'public' ? undefined : bearerOf(request)
  const actor = token === undefined ? null : await services.identity.authenticate(token)
  // Probes of the machine itself come as often as it likes.
  if (limits && endpoint.path.startsWith('/api')) count(limits, services, actor, { request, telling })
  if (endpoint.access !== 'public') refuseUnpermitted(endpoint.access, actor, token)
  if (actor && endpoint.critical === true) await services.security.refuseUnproven(actor)
  const params = endpoint.params ? parseInput(endpoint.params, given, 'path') : {}
  const query = queryOf(url.search)
  const sent = endpoint.body ? await readBody(request, endpoint.file) : { text: '', value: null }
  const body = endpoint.body ? parseInput(endpoint.body, sent.value, 'body') : null
  if (actor && typeof endpoint.critical === 'function' && endpoint.critical(body as never)) {
    await services.security.refuseUnproven(actor)
  }
  const ifMatch = readIfMatch(endpoint, request)
  const idempotency = endpoint.headers?.includes('Idempotency-Key')
    ? await readIdempotency(request, sent.text)
    : null
  const asked = { endpoint, services, actor, params, query, body, url, request, ifMatch, idempotency }
  const work = () => handler(asked as Asked<Endpoint>)
  const answer = await (actor?.mask ? behind(actor.mask, work) : work())
  const headers = answer.headers ?? {}
  if (
    endpoint.headers?.includes('If-None-Match') &&
    matchesETag(request.headers.get('If-None-Match'), headers.ETag)
  ) {
    return respond({ status: 304, body: null, headers }, telling)
  }
  if (answer.status === 200 && asksForCsv(endpoint, request))
    return respondAsCsv(endpoint, answer.body, telling)
  return respond({ status: answer.status, body: answer.body, headers }, telling)
}

const bearerOf = (request: Asking): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]

/** @throws ApiError RATE_LIMITED. What is left is told in either case. */
function count(
  limits: RateLimits,
  services: Services,
  actor: Actor | null,
  { request, telling }: { readonly request: Asking; readonly telling: Telling },
): void {
  const keys = actor
    ? { account: actor.userId, token: actor.sessionId }
    : { address: request.headers.get('X-Client-Address') ?? 'local' }
  const { headers, wait } = limits.count(keys, new Date(services.now()))
  telling.also = headers
  if (wait === null) return
  throw new ApiError(
    'RATE_LIMITED',
    `Too many requests: try again in ${wait} seconds.`,
    { retry_after: wait },
    { 'Retry-After': String(wait) },
  )
}

/** @throws ApiError NOT_SIGNED_IN, PERMISSION_DENIED. */
function refuseUnpermitted(
  access: Exclude<Access, 'public'>,
  actor: Actor | null,
  token: string | undefined,
): void {
  if (!actor) {
    const message = token === undefined ? 'Sign in first.' : 'The session has ended. Sign in again.'
    throw new ApiError('NOT_SIGNED_IN', message, {}, { 'WWW-Authenticate': 'Bearer' })
  }
  if (access === 'signed_in' || actor.permissions.has(access)) return
  throw new ApiError(
    'PERMISSION_DENIED',
    `This needs the permission ${access}, which your role does not have.`,
    { permission: access, role: actor.role },
  )
}

/** So many different questions are known by heart at each endpoint: those of the app's own pages. */
const queriesKept = 50
const longestKept = 100

/** What is asked in the address, parsed; the same question again is not parsed again. */
function queryReader({ query }: Endpoint): (search: string) => unknown {
  if (!query) return () => ({})
  const known = new Map<string, unknown>()
  return (search) => {
    const had = known.get(search)
    if (had !== undefined) return had
    const read = parseInput(query, parametersOf(search), 'query')
    if (known.size < queriesKept && search.length <= longestKept) known.set(search, Object.freeze(read))
    return read
  }
}

/** A parameter given twice is a list, which no schema takes: said as a mistake instead of taking one of them. */
function parametersOf(search: string): Record<string, string | string[]> {
  const given = new URLSearchParams(search)
  const parameters = new Map<string, string | string[]>()
  for (const name of new Set(given.keys())) {
    const values = given.getAll(name)
    const [only] = values
    parameters.set(name, values.length === 1 && only !== undefined ? only : values)
  }
  return Object.fromEntries(parameters)
}

function refuseMethod(method: string, allowed: string[]): never {
  const list = allowed.join(', ')
  throw new ApiError(
    'METHOD_NOT_ALLOWED',
    `${method} is not possible here; ${list} ${allowed.length === 1 ? 'is' : 'are'}.`,
    { allowed },
    { Allow: list },
  )
}

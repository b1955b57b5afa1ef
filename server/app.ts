/**
 * The whole API as one fetch function, without a word of Node: the same code answers on a server, inside a page and
 * in tests. For every endpoint of the contract, in this order: who asks, whether they may, what they sent, does it
 * have the right shape; then its handler.
 */
import { Hono } from 'hono'
import { allEndpoints } from '../src/contract/api.ts'
import type { Access, Endpoint } from '../src/contract/endpoint.ts'
import { ApiError } from './apiError.ts'
import { docsPage } from './docsPage.ts'
import { handlers } from './handlers/index.ts'
import { asksForCsv, respondAsCsv } from './http/csv.ts'
import type { Answer, Asked } from './http/handler.ts'
import { parseInput } from './http/parseInput.ts'
import { readIdempotency, readIfMatch } from './http/preconditions.ts'
import type { RateLimits } from './http/rateLimits.ts'
import { readJson } from './http/readJson.ts'
import { matchesETag, respond, respondWithBug, respondWithError } from './http/respond.ts'
import type { Actor, Services } from './services.ts'

/** A handler whose endpoint is known only at run time: the pairing was checked where `handlers` is written. */
type AnyHandler = (asked: Asked<Endpoint>) => Promise<Answer<Endpoint>>

export interface App {
  fetch(request: Request): Promise<Response>
}

/** @param limits how much one may ask; null where nobody is counted, as in a page of one's own. */
export function createApp(services: Services, limits: RateLimits | null = null): App {
  const hono = new Hono({ strict: false })
  const byName = handlersByName()
  const methods = new Map<string, Set<string>>()
  for (const { name, endpoint } of allEndpoints) {
    const handler = byName.get(name)
    if (!handler) throw new Error(`The endpoint ${name} has no handler.`)
    // Hono, told not to be strict, looks for every address without its last slash.
    const path = endpoint.path.replace(/\{(\w+)\}/g, ':$1').replace(/\/$/, '')
    methods.set(path, (methods.get(path) ?? new Set()).add(endpoint.method))
    hono.on(endpoint.method, path, (context) => {
      const params = context.req.param()
      return guarded(services, context.req.raw, (requestId, told) =>
        serve({ services, limits, endpoint, handler }, context.req.raw, params, { requestId, told }),
      )
    })
  }
  hono.get('/api/docs', () => docsPage())
  // Literal addresses first: `…/evaluate/` is not a row with that id.
  const literalFirst = [...methods].sort(([a], [b]) => Number(a.includes(':')) - Number(b.includes(':')))
  for (const [path, allowed] of literalFirst) {
    hono.all(path, (context) =>
      guarded(services, context.req.raw, async () => refuseMethod(context.req.method, allowed)),
    )
  }
  hono.notFound((context) =>
    guarded(services, context.req.raw, async () => {
      throw new ApiError(
        'NOT_FOUND',
        `There is nothing at ${new URL(context.req.url).pathname.slice(0, 200)}.`,
      )
    }),
  )
  return { fetch: async (request) => await hono.fetch(request) }
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

/** Nothing gets past here but an answer: refusals in the error format, bugs reported and answered without their text. */
async function guarded(
  services: Services,
  request: Request,
  run: (requestId: string, told: Headers) => Promise<Response>,
): Promise<Response> {
  const told = new Headers()
  const response = await answered(services, request, (requestId) => run(requestId, told))
  for (const [name, value] of told) response.headers.set(name, value)
  return response
}

async function answered(
  services: Services,
  request: Request,
  run: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const given = request.headers.get('X-Request-Id')
  const requestId = given !== null && /^[\w-]{1,64}$/.test(given) ? given : services.newId()
  try {
    return await run(requestId)
  } catch (error) {
    if (error instanceof ApiError) return respondWithError(error, requestId)
    services.report(error, requestId)
    return respondWithBug(requestId)
  }
}

interface Served {
  readonly services: Services
  readonly limits: RateLimits | null
  readonly endpoint: Endpoint
  readonly handler: AnyHandler
}

async function serve(
  { services, limits, endpoint, handler }: Served,
  request: Request,
  pathParams: Record<string, string>,
  { requestId, told }: { readonly requestId: string; readonly told: Headers },
): Promise<Response> {
  const token = endpoint.access === 'public' ? undefined : bearerOf(request)
  const actor = token === undefined ? null : await services.identity.authenticate(token)
  // Probes of the machine itself come as often as it likes.
  if (limits && endpoint.path.startsWith('/api')) count(limits, services, actor, { request, told })
  if (endpoint.access !== 'public') refuseUnpermitted(endpoint.access, actor, token)
  if (actor && endpoint.critical === true) await services.security.refuseUnproven(actor)
  const url = new URL(request.url)
  const params = endpoint.params ? parseInput(endpoint.params, pathParams, 'path') : {}
  const query = endpoint.query ? parseInput(endpoint.query, queryOf(url), 'query') : {}
  const sent = endpoint.body ? await readJson(request) : { text: '', value: null }
  const body = endpoint.body ? parseInput(endpoint.body, sent.value, 'body') : null
  if (actor && typeof endpoint.critical === 'function' && endpoint.critical(body as never)) {
    await services.security.refuseUnproven(actor)
  }
  const ifMatch = readIfMatch(endpoint, request)
  const idempotency = await readIdempotency(endpoint, request, sent.text)
  const asked = { endpoint, services, actor, params, query, body, url, request, ifMatch, idempotency }
  const answer = await handler(asked as Asked<Endpoint>)
  const headers = answer.headers ?? {}
  if (
    endpoint.headers?.includes('If-None-Match') &&
    matchesETag(request.headers.get('If-None-Match'), headers.ETag)
  ) {
    return respond({ status: 304, body: null, headers }, requestId)
  }
  if (answer.status === 200 && asksForCsv(endpoint, request))
    return respondAsCsv(endpoint, answer.body, requestId)
  return respond({ status: answer.status, body: answer.body, headers }, requestId)
}

const bearerOf = (request: Request): string | undefined =>
  /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]

/** @throws ApiError RATE_LIMITED. What is left is told in either case. */
function count(
  limits: RateLimits,
  services: Services,
  actor: Actor | null,
  { request, told }: { readonly request: Request; readonly told: Headers },
): void {
  const keys = actor
    ? { account: actor.userId, token: actor.sessionId }
    : { address: request.headers.get('X-Client-Address') ?? 'local' }
  const { headers, wait } = limits.count(keys, new Date(services.now()))
  for (const [name, value] of Object.entries(headers)) told.set(name, value)
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

/** A parameter given twice is a list, which no schema takes: said as a mistake instead of taking one of them. */
function queryOf(url: URL): Record<string, string | string[]> {
  const query = new Map<string, string | string[]>()
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name)
    const [only] = values
    query.set(name, values.length === 1 && only !== undefined ? only : values)
  }
  return Object.fromEntries(query)
}

function refuseMethod(method: string, allowed: ReadonlySet<string>): never {
  const list = [...allowed].join(', ')
  throw new ApiError(
    'METHOD_NOT_ALLOWED',
    `${method} is not possible here; ${list} ${allowed.size === 1 ? 'is' : 'are'}.`,
    { allowed: [...allowed] },
    { Allow: list },
  )
}

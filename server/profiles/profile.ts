/**
 * Our server as less than it is: a backend that has only the blueprint's ten endpoints, or only the audit's settings.
 * Everything else is answered 404, fields and headers of ours are neither taken nor said. So that a client for such
 * backends is proven against one, and another team sees how little it takes. People still have to be let in: the
 * blueprint asks for tokens that rotate (§10.1) and names no address for them, so ours stay.
 */
import { api } from '../../src/contract/api.ts'
import {
  blueprintBookkeeping,
  blueprintStageFields,
  blueprintTransitionFields,
} from '../../src/contract/blueprint.ts'
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { ApiError } from '../apiError.ts'
import type { App } from '../app.ts'
import { respondWithError, responseOf } from '../http/respond.ts'

export const profiles = ['full', 'blueprint', 'tenant-settings'] as const
export type Profile = (typeof profiles)[number]

const entrance: readonly Endpoint[] = [
  api.auth.signIn,
  api.auth.refresh,
  api.auth.signOut,
  api.service.health,
  api.service.readiness,
]
const kept: Readonly<Record<Exclude<Profile, 'full'>, readonly Endpoint[]>> = {
  blueprint: [
    api.stages.list,
    api.stages.create,
    api.stages.read,
    api.stages.update,
    api.stages.delete,
    api.stages.reorder,
    api.transitions.list,
    api.transitions.create,
    api.categories.list,
    api.actions.list,
    ...entrance,
  ],
  'tenant-settings': [api.settings.read, api.settings.write, ...entrance],
}

/** Conditional requests and keys for repeats are ours. */
const headersOfOurs = ['If-Match', 'If-None-Match', 'Idempotency-Key']
/** §9.1 has no words for several processes, for a search, or for where deals go. */
const parametersOfOurs = ['process_id', 'search', 'migrate_to']

const stageFields = new Set<string>([...blueprintBookkeeping, ...blueprintStageFields])
const transitionFields = new Set<string>([...blueprintBookkeeping, ...blueprintTransitionFields])
/** What a row is answered with beside its own fields. */
const told = new Set(['transitions', 'actions', 'warnings', 'changes'])

export function withProfile(app: App, profile: Profile): App {
  if (profile === 'full') return app
  const roads = kept[profile].map((endpoint) => ({
    method: endpoint.method,
    path: new RegExp(`^${endpoint.path.replace(/\/$/, '').replace(/\{\w+\}/g, '[^/]+')}/?$`),
  }))
  return {
    async fetch(request) {
      const url = new URL(request.url)
      const here = roads.filter(({ path }) => path.test(url.pathname))
      if (!here.some(({ method }) => method === request.method))
        return refused(
          url.pathname,
          here.map(({ method }) => method),
        )
      const answer = await app.fetch(await narrowed(request, url))
      return isRow(url.pathname) ? narrowedAnswer(answer) : bare(answer, answer.body)
    },
  }
}

const isRow = (pathname: string): boolean => /^\/api\/(sales-stages|stage-transitions)\b/.test(pathname)

function refused(pathname: string, allowed: readonly string[]): Response {
  const error =
    allowed.length === 0
      ? new ApiError('NOT_FOUND', `There is nothing at ${pathname.slice(0, 200)}.`)
      : new ApiError(
          'METHOD_NOT_ALLOWED',
          `Only ${allowed.join(', ')} is possible here.`,
          { allowed: [...allowed] },
          { Allow: allowed.join(', ') },
        )
  return responseOf(respondWithError(error, { requestId: crypto.randomUUID(), also: {} }))
}

async function narrowed(request: Request, url: URL): Promise<Request> {
  const headers = new Headers(request.headers)
  for (const name of headersOfOurs) headers.delete(name)
  for (const name of parametersOfOurs) url.searchParams.delete(name)
  if (request.method === 'GET' || request.method === 'DELETE')
    return new Request(url, { method: request.method, headers })
  const text = await request.text()
  const body = isRow(url.pathname) && !url.pathname.includes('/reorder') ? writable(text) : text
  headers.delete('Content-Length')
  return new Request(url, { method: request.method, headers, body })
}

/** A field it does not have is passed over, as most frameworks do; so is an id, which it gives itself. */
function writable(text: string): string {
  const body = parsed(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return text
  const fields = new Set<string>([...blueprintStageFields, ...blueprintTransitionFields, 'reason'])
  return JSON.stringify(Object.fromEntries(Object.entries(body).filter(([name]) => fields.has(name))))
}

async function narrowedAnswer(answer: Response): Promise<Response> {
  const text = await answer.text()
  const body = parsed(text)
  return bare(answer, body === undefined ? text : JSON.stringify(withoutOurs(body)))
}

function bare(answer: Response, body: ReadableStream | string | null): Response {
  const headers = new Headers(answer.headers)
  headers.delete('ETag')
  return new Response(body, { status: answer.status, headers })
}

function withoutOurs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutOurs)
  if (typeof value !== 'object' || value === null) return value
  const fields = 'stage_code' in value ? stageFields : 'to_stage_id' in value ? transitionFields : null
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => fields === null || fields.has(name) || told.has(name))
      .map(([name, inner]) => [name, fields?.has(name) ? inner : withoutOurs(inner)]),
  )
}

/** `undefined` for what is not JSON: the app says what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

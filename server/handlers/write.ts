/** How handlers write: through the one write path, by commands of the domain, answered in the contract's types. */
import type { Endpoint } from '../../src/contract/endpoint.ts'
import { etagOf, type ProcessTag, type Tagged } from '../../src/contract/etag.ts'
import type { CommandContext } from '../../src/domain/commands/command.ts'
import { type CommandCall, execute } from '../../src/domain/commands/registry.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Answer } from '../http/handler.ts'
import type {
  Actor,
  IdempotencyMark,
  Json,
  Services,
  StoredProcess,
  VersionKind,
  WriteOutcome,
  WriteState,
} from '../services.ts'

interface Writer<E extends Endpoint> {
  readonly endpoint: E
  readonly services: Services
  readonly actor: Actor
  readonly ifMatch: Tagged | null
  readonly idempotency: IdempotencyMark | null
}

interface Write<E extends Endpoint> {
  readonly processId: string
  readonly kind: VersionKind
  readonly reason?: string | null | undefined
  /** The row that a row's ETag in If-Match must be of; absent where only a process's ETag makes sense. */
  readonly row?: { readonly of: 'stages' | 'transitions'; readonly id: string }
  readonly settings?: Readonly<Record<string, Json>>
  /** The revision that comes back; see WriteOrder. */
  readonly undoes?: number
  readonly decide: (state: WriteState) => ProcessDocument | null
  readonly answer: (outcome: WriteOutcome) => Answer<E>
}

/** The stored reply was made by `answer` of this same endpoint: the idempotency mark holds method and path. */
export async function write<E extends Endpoint>(asked: Writer<E>, order: Write<E>): Promise<Answer<E>> {
  const reply = await asked.services.writes.change(asked.actor, {
    processId: order.processId,
    kind: order.kind,
    reason: order.reason ?? null,
    expect: processTagIn(asked.ifMatch, order.row),
    idempotency: asked.idempotency,
    decide: (state) => order.decide({ ...state, mask: asked.actor.mask }),
    ...(order.settings && { settings: order.settings }),
    ...(order.undoes !== undefined && { undoes: order.undoes }),
    reply: (outcome) => {
      const { status, body, headers = {} } = order.answer(outcome)
      return { status, body: toJson(body), headers }
    },
  })
  return { status: reply.status, body: reply.body, headers: reply.headers } as Answer<E>
}

/** A body by its schema is JSON; undefined members fall away here as they would on the wire. */
const toJson = (value: unknown): Json => (value === null ? null : JSON.parse(JSON.stringify(value)))

/** @throws ApiError VERSION_CONFLICT where the tag is that of another row or kind. */
export function refuseForeignTag(
  ifMatch: Tagged | null,
  row: { readonly of: Tagged['of']; readonly id: string } | undefined,
): void {
  if (ifMatch === null) return
  if (row && row.of === ifMatch.of && 'id' in ifMatch && row.id === ifMatch.id) return
  throw new ApiError(
    'VERSION_CONFLICT',
    'If-Match is the ETag of something else. Read this one again and send its own.',
  )
}

/** A row may be changed by the tag of its whole process as well. */
export function processTagIn(ifMatch: Tagged | null, row: Write<Endpoint>['row']): ProcessTag | null {
  if (ifMatch === null || ifMatch.of === 'process') return ifMatch
  refuseForeignTag(ifMatch, row)
  return ifMatch.of === 'stages' || ifMatch.of === 'transitions' ? ifMatch : null
}

export function contextOf(asked: { services: Services; actor: Actor }, state: WriteState): CommandContext {
  return {
    newId: asked.services.newId,
    now: state.now,
    actorId: asked.actor.userId,
    reference: state.reference,
  }
}

/** @throws ApiError PROCESS_INVALID with the command's own words where it refuses. */
export function run(document: ProcessDocument, call: CommandCall, context: CommandContext): ProcessDocument {
  const done = execute(document, call, context)
  if (!done.ok) throw new ApiError('PROCESS_INVALID', done.reason, { command: call.id })
  return done.document
}

/** The stored head after a write that was no deletion. */
export function head(outcome: WriteOutcome): StoredProcess {
  if (!outcome.stored)
    throw new Error('The write path answered without a document for a write that keeps one.')
  return outcome.stored
}

export const processTag = (revision: number): string => etagOf({ of: 'process', revision })

/** The headers of a whole process, and of one row of it: private, and to be asked again each time. */
export const processHeaders = (stored: StoredProcess): Record<string, string> => ({
  ETag: processTag(stored.document.process.revision),
  'Cache-Control': 'private, no-cache',
})

export function rowHeaders(
  stored: StoredProcess,
  of: 'stages' | 'transitions',
  id: string,
): Record<string, string> {
  const revision = stored.changedIn[of][id] ?? stored.document.process.revision
  return { ETag: etagOf({ of, id, revision }), 'Cache-Control': 'private, no-cache' }
}

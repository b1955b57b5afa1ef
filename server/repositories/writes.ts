/**
 * The write path: every change of a process is one transaction in one order (see WriteService in ../services.ts).
 * Whatever step fails, nothing of the others is left. Two that get in each other's way are run again, one by one.
 */
import { etagOf } from '../../src/contract/etag.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import type {
  Actor,
  Expectation,
  Json,
  Reply,
  StoredProcess,
  WriteOrder,
  WriteOutcome,
  WriteService,
} from '../services.ts'
import type { Heads } from './heads.ts'
import { claim, keepReply } from './idempotency.ts'
import type { Journal } from './journal.ts'
import { refuseAlone } from './publishPolicy.ts'
import { Raced, racing } from './races.ts'
import { allReference } from './reference.ts'
import { storeRevision } from './revision.ts'
import { movesSince } from './rollback.ts'
import { scopeOf } from './scope.ts'
import { settingsEvent, upsertSettings } from './settings.ts'
import { openDeals } from './usage.ts'

/** What a second person agreed to, done in the transaction of the write. */
export interface Agreement {
  /** Whose change it is; the actor is who lets it through. */
  readonly authorId: string
  /** After a repeat was answered and before the process is locked: may refuse. */
  readonly first: (tx: Tx, now: string) => Promise<void>
  /** After the version is written and before anything is numbered: what else there is to tell. */
  readonly after: (
    tx: Tx,
    outcome: WriteOutcome,
  ) => Promise<{ readonly events: readonly NewEvent[]; readonly audit: { readonly [key: string]: Json } }>
}

export interface WritePath extends WriteService {
  /** Without an agreement, the company may refuse what one person does alone. */
  change(actor: Actor, order: WriteOrder, agreement?: Agreement): Promise<Reply>
}

export function createWrites(database: Database, heads: Heads, journal: Journal): WritePath {
  return {
    change: async (actor, order, agreement) => {
      const { reply, news } = await racing(() =>
        database.company(scopeOf(actor), (tx) => run(tx, actor, order, agreement)),
      )
      if (news) journal.committed(actor.companyId)
      return reply
    },
  }

  async function run(
    tx: Tx,
    actor: Actor,
    order: WriteOrder,
    agreement: Agreement | undefined,
  ): Promise<{ reply: Reply; news: boolean }> {
    const now = journal.now()
    const { idempotency, settings } = order
    if (idempotency) {
      const given = await claim(tx, actor, idempotency, now)
      if (given) return { reply: given, news: false }
    }
    await agreement?.first(tx, now)
    const found = await heads.locked(tx, actor.companyId, order.processId)
    const before = found === 'archived' ? null : found
    if (order.expect) refuseStale(order.expect, before)
    const decided = order.decide({
      current: before,
      reference: await allReference(tx),
      usage: before ? await openDeals(tx, order.processId) : {},
      ...(order.undoes !== undefined && { moves: await movesSince(tx, order.processId, order.undoes) }),
      now,
    })
    if (found === 'archived' && decided) {
      throw new ApiError(
        'ALREADY_EXISTS',
        'A process with this id was deleted: give the new one another id.',
        {
          field: 'id',
        },
      )
    }
    const inheritance = await takeDefault(tx, actor, { heirId: order.processId, before, next: decided, now })
    const change = await storeRevision(tx, actor, {
      processId: order.processId,
      kind: order.kind,
      reason: order.reason,
      undoes: order.undoes,
      before,
      next: decided,
      isDefault: inheritance.isDefault,
      now,
      authorId: agreement?.authorId ?? actor.userId,
    })
    if (change.diff && !agreement) await refuseAlone(tx, order.kind, change.diff)
    const { stored, revision, migrated } = change
    const changed = change.diff !== null
    const events = [...inheritance.events, ...change.events]
    if (settings && Object.keys(settings).length > 0) {
      await upsertSettings(tx, actor.companyId, settings, now)
      events.push(settingsEvent(settings))
    }
    const outcome = { stored, before, revision, changed, migrated }
    const agreed = await agreement?.after(tx, outcome)
    events.push(...(agreed?.events ?? []))
    if (changed || events.length > 0) {
      await journal.record(
        tx,
        actor,
        events,
        {
          type: changed ? `process.${order.kind}` : 'settings.changed',
          entity: changed ? 'process' : 'settings',
          entityId: changed ? order.processId : 'company',
          revision,
          body: {
            reason: order.reason,
            changes: asJson(change.diff),
            ...(settings ? { settings } : {}),
            ...agreed?.audit,
          },
        },
        { at: now, op: idempotency?.key ?? null },
      )
    }
    const reply = order.reply(outcome)
    if (idempotency) await keepReply(tx, actor, idempotency, reply)
    return { reply, news: changed || events.length > 0 }
  }

  /**
   * One process of a company is the default: the first one, until another takes it over. Whoever loses it gets a
   * revision of its own, as for any other change.
   */
  async function takeDefault(
    tx: Tx,
    actor: Actor,
    given: {
      readonly heirId: string
      readonly before: StoredProcess | null
      readonly next: ProcessDocument | null
      readonly now: string
    },
  ): Promise<{ isDefault: boolean; events: readonly NewEvent[] }> {
    const { heirId, before, next, now } = given
    if (!next || before?.document.process.isDefault) return { isDefault: next !== null, events: [] }
    const former = await heads.default(tx, actor.companyId)
    if (!former) return { isDefault: true, events: [] }
    if (!next.process.isDefault) return { isDefault: false, events: [] }
    const formerId = former.document.process.id
    const locked = await heads.locked(tx, actor.companyId, formerId)
    if (locked === null || locked === 'archived' || !locked.document.process.isDefault) throw new Raced()
    const demoted = await storeRevision(tx, actor, {
      processId: formerId,
      kind: 'edit',
      reason: `Process ${heirId} became the default.`,
      before: locked,
      next: locked.document,
      isDefault: false,
      now,
      authorId: actor.userId,
    })
    return { isDefault: true, events: demoted.events }
  }
}

const asJson = (value: object | null): Json => JSON.parse(JSON.stringify(value))

function refuseStale(expect: Expectation, before: StoredProcess | null): void {
  const current =
    expect.of === 'process'
      ? (before?.document.process.revision ?? 0)
      : before?.changedIn[expect.of][expect.id]
  // What is not there is refused by `decide`, which knows what was asked for.
  if (current === undefined || current === expect.revision || (expect.of === 'process' && !before)) return
  throw new ApiError(
    'VERSION_CONFLICT',
    'Somebody else changed this in the meantime: read it again, merge and send it once more.',
    { current_revision: current, current_etag: etagOf({ ...expect, revision: current }) },
  )
}

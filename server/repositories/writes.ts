/**
 * The write path: every change of a process is one transaction in one order (see WriteService in ../services.ts).
 * Whatever step fails, nothing of the others is left. Two that get in each other's way are run again, one by one.
 */
import { etagOf } from '../../src/contract/etag.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import type { NewEvent } from '../eventsOf.ts'
import { refuseUsed, reopened } from '../reopening.ts'
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
import { end } from './ending.ts'
import type { Heads } from './heads.ts'
import { claim, keepingReply } from './idempotency.ts'
import type { Journal } from './journal.ts'
import { type Locked, lockProcess } from './opening.ts'
import { refuseAlone } from './publishPolicy.ts'
import { Raced, racing } from './races.ts'
import { rememberReference } from './rememberedReference.ts'
import { nextRevision, type Revision } from './revision.ts'
import { movesSince } from './rollback.ts'
import { scopeOf } from './scope.ts'
import { settingsEvent, upsertSettings } from './settings.ts'
import { dealsIn } from './usage.ts'

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

interface Done {
  readonly reply: Reply
  /** Whether there is anything to tell others. */
  readonly news: boolean
  /** Heads to remember once they are committed. */
  readonly written: readonly StoredProcess[]
}

export function createWrites(given: {
  readonly database: Database
  readonly heads: Heads
  readonly journal: Journal
}): WritePath {
  const { database, heads, journal } = given
  const referenceAt = rememberReference()

  return {
    change: async (actor, order, agreement) => {
      const { reply, news, written } = await racing(() =>
        database.company(scopeOf(actor), (tx) => run(tx, actor, order, agreement)),
      )
      for (const stored of written) heads.remember(actor.companyId, stored)
      if (news) journal.committed(actor.companyId)
      return reply
    },
  }

  async function run(
    tx: Tx,
    actor: Actor,
    order: WriteOrder,
    agreement: Agreement | undefined,
  ): Promise<Done> {
    const now = journal.now()
    const { processId, idempotency } = order
    const done = (reply: Reply): Done => ({ reply, news: false, written: [] })
    const repeated = agreement && idempotency ? await claim(tx, actor, idempotency, now) : null
    if (repeated) return done(repeated)
    await agreement?.first(tx, now)
    const mark = agreement ? null : idempotency
    const locked = await lockProcess(tx, heads, actor, { processId, mark, now })
    if (locked.repeated) return done(locked.repeated)
    return write(tx, actor, order, { locked, agreement, now })
  }

  async function write(
    tx: Tx,
    actor: Actor,
    order: WriteOrder,
    given: { readonly locked: Locked; readonly agreement: Agreement | undefined; readonly now: string },
  ): Promise<Done> {
    const { locked, agreement, now } = given
    const { idempotency, settings } = order
    const before = locked.head === 'archived' ? null : locked.head
    if (order.expect) refuseStale(order.expect, before)
    const decided = order.decide({
      current: before,
      reference: await referenceAt(tx, actor.companyId, locked.referenceMark),
      usage: locked.usage,
      ...(order.undoes !== undefined && { moves: await movesSince(tx, order.processId, order.undoes) }),
      now,
    })
    if (locked.head === 'archived' && decided) {
      throw new ApiError(
        'ALREADY_EXISTS',
        'A process with this id was deleted: give the new one another id.',
        { field: 'id' },
      )
    }
    const opened = reopened(before?.document, ({ id }) => decided?.stages[id])
    if (opened.length > 0)
      refuseUsed(
        opened,
        await dealsIn(
          tx,
          opened.map(({ id }) => id),
        ),
      )
    const former = await formerDefault(tx, actor, {
      before,
      next: decided,
      hasDefault: locked.hasDefault,
      now,
    })
    const revised = nextRevision(actor, {
      processId: order.processId,
      kind: order.kind,
      reason: order.reason,
      undoes: order.undoes,
      before,
      next: decided,
      isDefault: before?.document.process.isDefault || !locked.hasDefault || former !== null,
      now,
      authorId: agreement?.authorId ?? actor.userId,
    })
    const { diff, stored, revision } = revised
    if (diff && locked.fourEyes && !agreement) refuseAlone(order.kind, diff)
    const demoted = former && (await demote(tx, actor, { former, heirId: order.processId, now }))
    const { migrated, ending } = await revised.store(tx)
    const events = [...(demoted?.events ?? []), ...revised.events]
    if (settings && Object.keys(settings).length > 0) {
      await upsertSettings(tx, actor.companyId, settings, now)
      events.push(settingsEvent(settings))
    }
    const changed = diff !== null
    const outcome = { stored, before, revision, changed, migrated }
    if (agreement) await end(tx, ending)
    const agreed = await agreement?.after(tx, outcome)
    events.push(...(agreed?.events ?? []))
    const news = changed || events.length > 0
    const reply = order.reply(outcome)
    const entry = {
      type: changed ? `process.${order.kind}` : 'settings.changed',
      entity: changed ? 'process' : 'settings',
      entityId: changed ? order.processId : 'company',
      revision,
      body: { reason: order.reason, changes: asJson(diff), ...(settings && { settings }), ...agreed?.audit },
    }
    await end(tx, {
      puts: agreement ? [] : ending.puts,
      calls: [
        ...(agreement ? [] : ending.calls),
        ...(news ? [journal.recording(actor, events, entry, { at: now, op: idempotency?.key ?? null })] : []),
        ...(idempotency ? [keepingReply(actor, idempotency, reply)] : []),
      ],
    })
    const written = [stored, demoted?.stored ?? null].filter((one) => one !== null)
    return { reply, news, written: changed ? written : [] }
  }

  /** One process of a company is the default: the first one, until another takes it over. Null where none does now. */
  async function formerDefault(
    tx: Tx,
    actor: Actor,
    given: {
      readonly before: StoredProcess | null
      readonly next: ProcessDocument | null
      readonly hasDefault: boolean
      readonly now: string
    },
  ): Promise<StoredProcess | null> {
    const { before, next, hasDefault, now } = given
    if (!next?.process.isDefault || before?.document.process.isDefault || !hasDefault) return null
    const former = await heads.default(tx, actor.companyId)
    if (!former) throw new Raced()
    const { id: processId } = former.document.process
    const { head } = await lockProcess(tx, heads, actor, { processId, mark: null, now })
    if (head === null || head === 'archived' || !head.document.process.isDefault) throw new Raced()
    return head
  }

  /** Whoever loses it gets a revision of its own, as for any other change. */
  async function demote(
    tx: Tx,
    actor: Actor,
    {
      former,
      heirId,
      now,
    }: { readonly former: StoredProcess; readonly heirId: string; readonly now: string },
  ): Promise<Revision> {
    const demoted = nextRevision(actor, {
      processId: former.document.process.id,
      kind: 'edit',
      reason: `Process ${heirId} became the default.`,
      before: former,
      next: former.document,
      isDefault: false,
      now,
      authorId: actor.userId,
    })
    const { ending } = await demoted.store(tx)
    await end(tx, ending)
    return demoted
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

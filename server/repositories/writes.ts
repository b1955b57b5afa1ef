/**
 * The write path: every change of a process is one transaction in one order (see WriteService in ../services.ts).
 * Whatever step fails, nothing of the others is left. Two that get in each other's way are run again, one by one.
 */
import type { AuditType } from '../../src/contract/auditTypes.ts'
import { etagOf } from '../../src/contract/etag.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import { notForeseen, sqlState } from '../database/sqlState.ts'
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
import { type Call, end } from './ending.ts'
import { asRead, type Heads } from './heads.ts'
import { claim, keepingReply } from './idempotency.ts'
import type { Journal } from './journal.ts'
import { createLanes } from './lanes.ts'
import { createLeftBehind, type Left } from './leftBehind.ts'
import { atOnce, type Known, lockProcess } from './opening.ts'
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
  /** Heads to remember once they are committed: the process's own first. */
  readonly written: readonly StoredProcess[]
  /** What was known when it was written; null where it is left behind already, or nothing was. */
  readonly known: Known | null
}

const unforeseen = (): never => {
  throw new Error('This can only be said under the lock.')
}

/** A write made of what is foreseen, and what it leaves behind itself. */
interface Plan {
  readonly from: Left
  readonly after: Left
  readonly written: Done & { readonly ending: readonly Call[] }
  readonly now: string
}

export function createWrites(given: {
  readonly database: Database
  readonly heads: Heads
  readonly journal: Journal
}): WritePath {
  const { database, heads, journal } = given
  const referenceAt = rememberReference()
  const lanes = createLanes()
  const left = createLeftBehind()

  return {
    // Those who write the same process wait for each other here: it takes fewer connections than its row's lock.
    change: (actor, order, agreement) => {
      const place = `${actor.companyId} ${order.processId}`
      const foreseen = async () => (agreement ? null : foresee(place, actor, order))
      return lanes.inTurn(place, foreseen, async (early, begun) => {
        let plan = early?.from.holds ? early : await foreseen()
        // What is decided under the lock only, nobody can foresee.
        if (!plan) left.forget(place)
        begun()
        const done = await racing(async () => {
          const now = plan
          plan = null
          const sent = now && (await carryOut(place, actor, order, now))
          return sent ?? database.company(scopeOf(actor), (tx) => run(tx, actor, order, agreement))
        })
        for (const head of done.written) heads.remember(actor.companyId, head)
        if (done.known) left.leave(place, nextKnown(done.known, done.written[0]))
        if (done.news) journal.committed(actor.companyId)
        return done.reply
      })
    },
  }

  /** Null where it cannot be foreseen what this write meets: then it is to be run under the lock. */
  async function foresee(place: string, actor: Actor, order: WriteOrder): Promise<Plan | null> {
    const from = left.at(place)
    if (!from) return null
    const now = journal.now()
    const { known } = from
    // Whatever it fails by, refusals too: it is tried again on what is so, and says it then.
    const written = await write(unforeseen, actor, order, { known, agreement: undefined, now }).catch(
      () => null,
    )
    if (!written || !from.holds) return null
    return { from, after: left.leave(place, nextKnown(known, written.written[0])), written, now }
  }

  /** Null where something was not as it was foreseen: nothing is done then. */
  async function carryOut(
    place: string,
    actor: Actor,
    { processId, idempotency: mark }: WriteOrder,
    { from, after, written, now }: Plan,
  ): Promise<Done | null> {
    const { marks } = from.known
    let held = false
    try {
      const repeated = await atOnce(
        database,
        actor,
        { processId, mark, now, foreseen: marks },
        written.ending,
      )
      if (repeated) return { reply: repeated, news: false, written: [], known: from.known }
      held = true
      return { ...written, known: null }
    } catch (error) {
      if (sqlState(error) === notForeseen) return null
      throw error
    } finally {
      if (!held) {
        after.holds = false
        left.forget(place)
      }
    }
  }

  async function run(
    tx: Tx,
    actor: Actor,
    order: WriteOrder,
    agreement: Agreement | undefined,
  ): Promise<Done> {
    const now = journal.now()
    const { processId, idempotency } = order
    const done = (reply: Reply): Done => ({ reply, news: false, written: [], known: null })
    const repeated = agreement && idempotency ? await claim(tx, actor, idempotency, now) : null
    if (repeated) return done(repeated)
    await agreement?.first(tx, now)
    const mark = agreement ? null : idempotency
    const locked = await lockProcess(tx, heads, actor, { processId, mark, now })
    if (locked.repeated) return done(locked.repeated)
    const written = await write(() => tx, actor, order, { known: locked, agreement, now })
    await end(tx, written.ending)
    return written
  }

  /** All but its ending. @param look asked for where more has to be known, or done first. */
  async function write(
    look: () => Tx,
    actor: Actor,
    order: WriteOrder,
    given: { readonly known: Known; readonly agreement: Agreement | undefined; readonly now: string },
  ): Promise<Done & { readonly ending: readonly Call[] }> {
    const { known, agreement, now } = given
    const { idempotency, settings } = order
    const { marks } = known
    const before = known.head === 'archived' ? null : known.head
    if (order.expect) refuseStale(order.expect, before)
    const decided = order.decide({
      current: before,
      reference: await referenceAt(look, actor.companyId, marks.reference_mark ?? 0),
      usage: known.usage,
      ...(order.undoes !== undefined && { moves: await movesSince(look(), order.processId, order.undoes) }),
      now,
    })
    if (known.head === 'archived' && decided) {
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
          look(),
          opened.map(({ id }) => id),
        ),
      )
    const hasDefault = marks.has_default === true
    const former = await formerDefault(look, actor, {
      before,
      next: decided,
      hasDefault,
      now,
    })
    const revised = nextRevision(actor, {
      processId: order.processId,
      kind: order.kind,
      reason: order.reason,
      undoes: order.undoes,
      before,
      next: decided,
      isDefault: before?.document.process.isDefault || !hasDefault || former !== null,
      now,
      authorId: agreement?.authorId ?? actor.userId,
    })
    const { diff, stored, revision } = revised
    if (diff && marks.four_eyes && !agreement) refuseAlone(order.kind, diff)
    const demoted = former && (await demote(look(), actor, { former, heirId: order.processId, now }))
    const { migrated, ending } = await revised.store(look)
    const events = [...(demoted?.events ?? []), ...revised.events]
    if (settings && Object.keys(settings).length > 0) {
      await upsertSettings(look(), actor.companyId, settings, now)
      events.push(settingsEvent(settings))
    }
    const changed = diff !== null
    const outcome = { stored, before, revision, changed, migrated }
    if (agreement) await end(look(), ending)
    const agreed = await agreement?.after(look(), outcome)
    events.push(...(agreed?.events ?? []))
    const news = changed || events.length > 0
    const reply = order.reply(outcome)
    const type: AuditType = changed ? `process.${order.kind}` : 'settings.changed'
    const entry = {
      type,
      entity: changed ? 'process' : 'settings',
      entityId: changed ? order.processId : 'company',
      revision,
      body: { reason: order.reason, changes: asJson(diff), ...(settings && { settings }), ...agreed?.audit },
    }
    const written = [stored, demoted?.stored ?? null].filter((one) => one !== null).map(asRead)
    return {
      reply,
      news,
      written: changed ? written : [],
      known,
      ending: [
        ...(agreement ? [] : ending),
        ...(news ? [journal.recording(actor, events, entry, { at: now, op: idempotency?.key ?? null })] : []),
        ...(idempotency ? [keepingReply(actor, idempotency, reply)] : []),
      ],
    }
  }

  /** One process of a company is the default: the first one, until another takes it over. Null where none does now. */
  async function formerDefault(
    look: () => Tx,
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
    const tx = look()
    const former = await heads.default(tx, actor.companyId)
    if (!former) throw new Raced()
    const { id: processId } = former.document.process
    const locked = await lockProcess(tx, heads, actor, { processId, mark: null, now })
    const head = locked.repeated ? null : locked.head
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
    const { ending } = await demoted.store(() => tx)
    await end(tx, ending)
    return demoted
  }
}

/** What the next write of the process meets if nobody else comes meanwhile. A company with a process has a default. */
function nextKnown(known: Known, head: StoredProcess | undefined): Known {
  if (!head) return known
  const { revision, isDefault: is_default } = head.document.process
  return {
    ...known,
    head,
    marks: { ...known.marks, revision, is_default, is_archived: false, has_default: true },
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

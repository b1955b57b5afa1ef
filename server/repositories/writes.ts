/**
 * The write path: every change of a process is one transaction in one order (see WriteService in ../services.ts).
 * Whatever step fails, nothing of the others is left. Two that get in each other's way are run again, one by one.
 */
import { etagOf } from '../../src/contract/etag.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { ApiError } from '../apiError.ts'
import type { Database, Tx } from '../database/database.ts'
import {
  foreignKeyViolation,
  isTransient,
  isUnstorableText,
  sqlState,
  uniqueViolation,
  violatedConstraint,
} from '../database/sqlState.ts'
import type { NewEvent } from '../eventsOf.ts'
import type { Actor, Expectation, Json, Reply, StoredProcess, WriteOrder, WriteService } from '../services.ts'
import type { Heads } from './heads.ts'
import { claim, keepReply } from './idempotency.ts'
import type { Journal } from './journal.ts'
import { allReference } from './reference.ts'
import { storeRevision } from './revision.ts'
import { scopeOf } from './scope.ts'
import { settingsEvent, upsertSettings } from './settings.ts'
import { openDeals } from './usage.ts'

const attempts = 6

export function createWrites(database: Database, heads: Heads, journal: Journal): WriteService {
  return {
    change: async (actor, order) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { reply, news } = await database.company(scopeOf(actor), (tx) => run(tx, actor, order))
          if (news) journal.committed(actor.companyId)
          return reply
        } catch (error) {
          if (attempt >= attempts || !isRace(error)) throw inWords(error)
        }
      }
    },
  }

  async function run(tx: Tx, actor: Actor, order: WriteOrder): Promise<{ reply: Reply; news: boolean }> {
    const now = journal.now()
    const { idempotency, settings } = order
    if (idempotency) {
      const given = await claim(tx, actor, idempotency, now)
      if (given) return { reply: given, news: false }
    }
    const found = await heads.locked(tx, actor.companyId, order.processId)
    const before = found === 'archived' ? null : found
    if (order.expect) refuseStale(order.expect, before)
    const decided = order.decide({
      current: before,
      reference: await allReference(tx),
      usage: before ? await openDeals(tx, order.processId) : {},
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
      before,
      next: decided,
      isDefault: inheritance.isDefault,
      now,
    })
    const changed = change.diff !== null
    const events = [...inheritance.events, ...change.events]
    if (settings && Object.keys(settings).length > 0) {
      await upsertSettings(tx, actor.companyId, settings, now)
      events.push(settingsEvent(settings))
    }
    if (changed || events.length > 0) {
      await journal.record(
        tx,
        actor,
        events,
        {
          type: changed ? `process.${order.kind}` : 'settings.changed',
          entity: changed ? 'process' : 'settings',
          entityId: changed ? order.processId : 'company',
          revision: change.revision,
          body: { reason: order.reason, changes: asJson(change.diff), ...(settings ? { settings } : {}) },
        },
        { at: now, op: idempotency?.key ?? null },
      )
    }
    const reply = order.reply({
      stored: change.stored,
      before,
      revision: change.revision,
      changed,
      migrated: change.migrated,
    })
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

/** Somebody else was in the way in a manner that the database does not see. */
class Raced extends Error {}

/** The same request, run again, sees what came in between and says it in words. */
function isRace(error: unknown): boolean {
  const constraint = violatedConstraint(error)
  return (
    error instanceof Raced ||
    isTransient(error) ||
    (sqlState(error) === foreignKeyViolation && constraint === 'open_deal_stands_in_live_stage') ||
    (sqlState(error) === uniqueViolation &&
      ['sales_processes_pkey', 'sales_processes_default_key'].includes(constraint ?? ''))
  )
}

function inWords(error: unknown): unknown {
  if (isUnstorableText(error)) {
    return new ApiError(
      'VALIDATION_FAILED',
      'Some text has a NUL character or half a character in it: remove it.',
    )
  }
  const taken: Record<string, string> = {
    sales_processes_code_key: 'process_code',
    crm_sales_stages_code_key: 'stage_code',
  }
  const field = sqlState(error) === uniqueViolation ? taken[violatedConstraint(error) ?? ''] : undefined
  if (!field) return error
  const what = field === 'process_code' ? 'process' : 'stage'
  return new ApiError('ALREADY_EXISTS', `Another ${what} has this code: choose another one.`, { field })
}

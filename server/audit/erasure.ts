/**
 * The words of one person inside processes: comments, justifications, reasons. A process that is in use gets a new
 * revision without them, so that whoever works on it from before merges instead of bringing them back; from every
 * stored version, request and draft they are taken out in place, which the database allows for nothing else.
 */
import { sql } from 'kysely'
import { erasedWords as erased, erasedName } from '../../src/domain/process/erased.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import {
  documentFromWire,
  documentToWire,
  type StoredWireDocument,
} from '../../src/domain/process/wireDocument.ts'
import type { Database, Tx } from '../database/database.ts'
import type { WritePath } from '../repositories/writes.ts'
import type { Actor, ProcessService } from '../services.ts'

export interface Processes {
  readonly processes: ProcessService
  readonly writes: WritePath
}

/** The same document where nothing in it is of this person. */
export function withoutWordsOf(personId: string, document: ProcessDocument): ProcessDocument {
  const comments = Object.values(document.comments).filter(
    ({ by, byName }) => by === personId && byName !== erasedName,
  )
  const waivers = Object.values(document.waivers).filter(
    ({ by, justification }) => by === personId && justification !== erased,
  )
  if (comments.length + waivers.length === 0) return document
  const blank = (text: string) => (text === '' ? '' : erased)
  return {
    ...document,
    comments: {
      ...document.comments,
      ...Object.fromEntries(
        comments.map((one) => [one.id, { ...one, text: blank(one.text), byName: erasedName }]),
      ),
    },
    waivers: {
      ...document.waivers,
      ...Object.fromEntries(waivers.map((one) => [one.id, { ...one, justification: erased }])),
    },
  }
}

/** Null where nothing is to be written. */
function cleaned(personId: string, stored: StoredWireDocument): string | null {
  const document = documentFromWire(stored)
  const without = withoutWordsOf(personId, document)
  return without === document ? null : JSON.stringify(documentToWire(without))
}

/** New revisions of the processes in use; what their audit rows keep apart from the chain is forgotten as well. */
export async function eraseFromProcesses(
  database: Database,
  { processes, writes }: Processes,
  actor: Actor,
  personId: string,
): Promise<void> {
  for (const { document } of await processes.list(actor)) {
    const { id } = document.process
    if (withoutWordsOf(personId, document) === document) continue
    // The law asks for it: no second person decides about it.
    const agreed = {
      authorId: actor.userId,
      first: async () => {},
      after: async () => ({ events: [], audit: {} }),
    }
    let revision = 0
    await writes.change(
      actor,
      {
        processId: id,
        kind: 'edit',
        reason: null,
        expect: null,
        idempotency: null,
        decide: ({ current }) => current && withoutWordsOf(personId, current.document),
        reply: (outcome) => {
          revision = outcome.revision
          return { status: 200, headers: {}, body: {} }
        },
      },
      agreed,
    )
    await database.company({ companyId: actor.companyId }, (tx) =>
      sql`delete from audit_private apart using audit_log entry
        where entry.company_id = apart.company_id and entry.seq = apart.seq
          and entry.entity = 'process' and entry.entity_id = ${id} and entry.revision = ${revision}`.execute(
        tx,
      ),
    )
  }
}

/** Every version, also of archived processes, every request, and what others were told of either. */
export async function eraseFromHistory(tx: Tx, personId: string): Promise<void> {
  await sql`select set_config('app.erasing', 'yes', true)`.execute(tx)
  const mentions = sql<boolean>`strpos(document::text, ${personId}) > 0`
  const versions = await tx
    .selectFrom('process_versions')
    .select(['process_id', 'revision'])
    .where(mentions)
    .execute()
  // One by one: there may be thousands, each with a whole document.
  for (const { process_id, revision } of versions) {
    const { document } = await tx
      .selectFrom('process_versions')
      .select('document')
      .where('process_id', '=', process_id)
      .where('revision', '=', revision)
      .executeTakeFirstOrThrow()
    const text = cleaned(personId, document)
    if (text === null) continue
    await tx
      .updateTable('process_versions')
      .set({ document: text })
      .where('process_id', '=', process_id)
      .where('revision', '=', revision)
      .execute()
  }
  // Also where somebody else agreed to the change, and so is the one of whom the event tells.
  await sql`update events set data = jsonb_set(data::jsonb, '{reason}', 'null')::json
    where data ->> 'reason' is not null and (user_id = ${personId} or exists (
      select from process_versions version where version.company_id = events.company_id
        and version.process_id = events.process_id and version.revision = events.revision
        and version.user_id = ${personId}))`.execute(tx)
  await tx.updateTable('process_versions').set({ reason: null }).where('user_id', '=', personId).execute()
  const requests = await tx
    .selectFrom('publish_requests')
    .select(['process_id', 'number', 'document'])
    .where(mentions)
    .execute()
  for (const { process_id, number, document } of requests) {
    const text = cleaned(personId, document)
    if (text === null) continue
    await tx
      .updateTable('publish_requests')
      .set({ document: text })
      .where('process_id', '=', process_id)
      .where('number', '=', number)
      .execute()
  }
  await tx
    .updateTable('publish_requests')
    .set({ reason: erased })
    .where('requested_by', '=', personId)
    .execute()
  await tx
    .updateTable('publish_requests')
    .set({ decision: null })
    .where('decided_by', '=', personId)
    .execute()
  // Replies that are kept for repeats hold whole documents: a repeat of them is merged instead.
  await sql`delete from idempotency_keys where strpos(body::text, ${personId}) > 0`.execute(tx)
}

/** Drafts are seen by their owners alone, so each is looked through as its owner. */
export async function eraseFromDrafts(
  database: Database,
  companyId: string,
  personId: string,
): Promise<void> {
  const members = await database.company({ companyId }, (tx) =>
    tx.selectFrom('memberships').select('user_id').execute(),
  )
  for (const { user_id: userId } of members)
    await database.company({ companyId, userId }, async (tx) => {
      const drafts = await tx
        .selectFrom('drafts')
        .select(['id', 'document'])
        .where(sql<boolean>`strpos(document::text, ${personId}) > 0`)
        .execute()
      for (const { id, document } of drafts) {
        const text = cleaned(personId, document)
        if (text !== null)
          await tx.updateTable('drafts').set({ document: text }).where('id', '=', id).execute()
      }
    })
}

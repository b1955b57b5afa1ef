/** The backend that speaks the whole contract. */
import { api } from '../../contract/api.ts'
import type { ResultOf } from '../../contract/call.ts'
import { etagOf } from '../../contract/etag.ts'
import { pageSizes } from '../../contract/lists.ts'
import type { ProcessSummary } from '../../contract/processes.ts'
import type { PublishedVersion } from '../../contract/versions.ts'
import type { StageUsage } from '../../domain/lint/rule.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { fromWire, type Wire } from '../../domain/process/wire.ts'
import { documentFromWire, documentToWire, type WireDocument } from '../../domain/process/wireDocument.ts'
import type { LoadedProcess, OpenBackend, Published } from './backend.ts'
import { type Client, createClient, type Fetch } from './client.ts'
import { type Result, success } from './failure.ts'
import { createSession, type Session } from './session.ts'

const processTag = (revision: number) => etagOf({ of: 'process', revision })

function loaded(wire: WireDocument): LoadedProcess {
  const document = documentFromWire(wire)
  return { document, revision: document.process.revision }
}

function published(answer: PublishedVersion): Published {
  return {
    document: documentFromWire(answer.document),
    revision: answer.revision,
    changed: answer.changed,
    warnings: answer.warnings,
    migratedDeals: answer.migrated_deals,
  }
}

/** Rows by a key of theirs, with code names. */
function byKey<Row extends object>(
  rows: readonly Wire<Row>[],
  key: (row: Row) => string,
): Record<string, Row> {
  return Object.fromEntries(
    rows.map((wire) => {
      const row = fromWire<Row>(wire)
      return [key(row), row]
    }),
  )
}

function referenceFrom(answer: ResultOf<typeof api.referenceData.read>): ReferenceData {
  return {
    categories: byKey<ReferenceData['categories'][string]>(answer.categories, (row) => row.id),
    actions: byKey<ReferenceData['actions'][string]>(answer.actions, (row) => row.id),
    approvalWorkflows: byKey<ReferenceData['approvalWorkflows'][string]>(
      answer.approval_workflows,
      (row) => row.id,
    ),
    fields: byKey<ReferenceData['fields'][string]>(answer.fields, (row) => row.key),
  }
}

function usageFrom(answer: ResultOf<typeof api.processes.usage>): Record<string, StageUsage> {
  return Object.fromEntries(
    Object.entries(answer.stages).map(([id, one]) => [
      id,
      { openDeals: one.open_deals, openAmount: one.open_amount },
    ]),
  )
}

/** Keeps the failure, translates the value. */
async function translated<T, U>(
  answer: Promise<{ ok: true; value: T } | Extract<Result<T>, { ok: false }>>,
  translate: (value: T) => U,
): Promise<Result<U>> {
  const given = await answer
  return given.ok ? success(translate(given.value)) : given
}

async function allProcesses(client: Client): Promise<Result<readonly ProcessSummary[]>> {
  const rows: ProcessSummary[] = []
  for (let page = 1; ; page += 1) {
    const answer = await client.call(api.processes.list, { query: { page, page_size: pageSizes.maximum } })
    if (!answer.ok) return answer
    rows.push(...answer.value.results)
    if (answer.value.next === null) return success(rows)
  }
}

/** Given a `session`, the backend shares it with whoever signed in; otherwise it makes its own. */
export function createNativeBackend(
  options: { readonly baseUrl?: string; readonly fetch?: Fetch; readonly session?: Session } = {},
): OpenBackend {
  const session = options.session ?? createSession(options)
  const client = createClient({ ...options, getToken: session.token, onUnauthorized: session.refresh })
  const { processes, versions, drafts } = api

  return {
    client,
    session,
    limits: null,
    capabilities: () => translated(client.call(api.service.capabilities, {}), (value) => value),
    list: () => allProcesses(client),
    load: (id) => translated(client.call(processes.read, { params: { id } }), loaded),
    publish: ({ document, baseRevision, reason, idempotencyKey }) =>
      translated(
        client.call(versions.publish, {
          params: { id: document.process.id },
          body: { document: documentToWire(document), ...(reason !== undefined && { reason }) },
          ifMatch: processTag(baseRevision),
          idempotencyKey,
        }),
        published,
      ),
    versions: (id, page = 1) =>
      translated(client.call(versions.list, { params: { id }, query: { page } }), ({ count, results }) => ({
        count,
        rows: results,
      })),
    version: (id, revision) =>
      translated(client.call(versions.read, { params: { id, revision } }), ({ document, ...summary }) => ({
        ...summary,
        document: documentFromWire(document),
      })),
    restore: ({ processId, revision, baseRevision, reason, idempotencyKey }) =>
      translated(
        client.call(versions.restore, {
          params: { id: processId, revision },
          body: reason === undefined ? {} : { reason },
          ifMatch: processTag(baseRevision),
          idempotencyKey,
        }),
        published,
      ),
    archive: (id, revision, reason) =>
      translated(
        client.call(processes.delete, {
          params: { id },
          query: reason === undefined ? {} : { reason },
          ifMatch: processTag(revision),
        }),
        () => null,
      ),
    makeDefault: (id) =>
      translated(client.call(processes.update, { params: { id }, body: { is_default: true } }), loaded),
    usage: (id) => translated(client.call(processes.usage, { params: { id } }), usageFrom),
    impact: (document: ProcessDocument) =>
      translated(
        client.call(processes.impact, {
          params: { id: document.process.id },
          body: { document: documentToWire(document) },
        }),
        (value) => value,
      ),
    referenceData: () => translated(client.call(api.referenceData.read, {}), referenceFrom),
    backUpDraft: ({ id, processId, baseRevision, document }) =>
      translated(
        client.call(drafts.save, {
          params: { id },
          body: { process_id: processId, base_revision: baseRevision, document: documentToWire(document) },
        }),
        (value) => ({ updatedAt: value.updated_at }),
      ),
    backedUpDrafts: () =>
      translated(client.call(drafts.list, { query: { page_size: pageSizes.maximum } }), ({ results }) =>
        results.map((row) => ({
          id: row.id,
          processId: row.process_id,
          processName: row.process_name,
          baseRevision: row.base_revision,
          updatedAt: row.updated_at,
        })),
      ),
    readBackup: (id) =>
      translated(client.call(drafts.read, { params: { id } }), (value) => ({
        id: value.id,
        processId: value.process_id,
        baseRevision: value.base_revision,
        document: documentFromWire(value.document),
      })),
    forgetBackup: (id) => translated(client.call(drafts.delete, { params: { id } }), () => null),
    editors: () =>
      translated(client.call(drafts.editors, {}), ({ results }) =>
        results.map((row) => ({ processId: row.process_id, name: row.by.name })),
      ),
  }
}

/** The backend that speaks the whole contract. */
import type { ResultOf } from '../../contract/call.ts'
import { readCapabilities } from '../../contract/capabilities.ts'
import { deleteDraft, listDrafts, listEditors, readDraft, saveDraft } from '../../contract/drafts.ts'
import { etagOf } from '../../contract/etag.ts'
import { pageSizes } from '../../contract/lists.ts'
import { hiddenFrom, readMaskingPolicy } from '../../contract/masking.ts'
import {
  deleteProcess,
  listProcesses,
  type ProcessSummary,
  readImpact,
  readProcess,
  readProcessUsage,
  updateProcess,
} from '../../contract/processes.ts'
import { readReferenceData } from '../../contract/referenceData.ts'
import {
  listVersions,
  type PublishedVersion,
  publishVersion,
  readVersion,
  restoreVersion,
} from '../../contract/versions.ts'
import type { StageUsage } from '../../domain/lint/rule.ts'
import { beginningFromWire, beginningToWire } from '../../domain/process/beginning.ts'
import { isMasked, shownOr } from '../../domain/process/masking.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { fromWire, type Wire } from '../../domain/process/wire.ts'
import { documentFromWire, documentToWire, type WireDocument } from '../../domain/process/wireDocument.ts'
import type { LoadedProcess, OpenBackend, Published } from './backend.ts'
import { type Client, createClient, type Fetch } from './client.ts'
import { type Failure, type Result, success } from './failure.ts'
import { createSession, type Session } from './session.ts'
import type { StepUp } from './stepUp.ts'

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

function referenceFrom(answer: ResultOf<typeof readReferenceData>): ReferenceData {
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

function usageFrom(answer: ResultOf<typeof readProcessUsage>): Record<string, StageUsage> {
  return Object.fromEntries(
    Object.entries(answer.stages).map(([id, one]) => [
      id,
      {
        openDeals: one.open_deals,
        openAmount: shownOr(one.open_amount, 0),
        ...(isMasked(one.open_amount) && { amountHidden: true as const }),
      },
    ]),
  )
}

/** A server from before there was one hides nothing. */
const knowsNoPolicy = (failure: Failure): boolean => failure.kind === 'problem' && failure.status === 404

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
    const answer = await client.call(listProcesses, { query: { page, page_size: pageSizes.maximum } })
    if (!answer.ok) return answer
    rows.push(...answer.value.results)
    if (answer.value.next === null) return success(rows)
  }
}

/** Given a `session`, the backend shares it with whoever signed in; otherwise it makes its own. */
export function createNativeBackend(
  options: {
    readonly baseUrl?: string
    readonly fetch?: Fetch
    readonly session?: Session
    readonly stepUp?: StepUp
  } = {},
): OpenBackend {
  const session = options.session ?? createSession(options)
  const client = createClient({
    ...options,
    getToken: session.token,
    onUnauthorized: session.refresh,
    ...(options.stepUp && { onStepUp: options.stepUp.ask }),
  })

  return {
    client,
    session,
    limits: null,
    capabilities: () => translated(client.call(readCapabilities, {}), (value) => value),
    list: () => allProcesses(client),
    load: (id) => translated(client.call(readProcess, { params: { id } }), loaded),
    publish: ({ document, baseRevision, reason, idempotencyKey, unattended = false }) =>
      translated(
        client.call(publishVersion, {
          params: { id: document.process.id },
          body: { document: documentToWire(document), ...(reason !== undefined && { reason }) },
          ifMatch: processTag(baseRevision),
          idempotencyKey,
          unattended,
        }),
        published,
      ),
    versions: (id, page = 1) =>
      translated(client.call(listVersions, { params: { id }, query: { page } }), ({ count, results }) => ({
        count,
        rows: results,
      })),
    version: (id, revision) =>
      translated(client.call(readVersion, { params: { id, revision } }), ({ document, ...summary }) => ({
        ...summary,
        document: documentFromWire(document),
      })),
    restore: ({ processId, revision, baseRevision, reason, idempotencyKey, unattended = false }) =>
      translated(
        client.call(restoreVersion, {
          params: { id: processId, revision },
          body: reason === undefined ? {} : { reason },
          ifMatch: processTag(baseRevision),
          idempotencyKey,
          unattended,
        }),
        published,
      ),
    archive: ({ processId, baseRevision, reason, idempotencyKey, unattended = false }) =>
      translated(
        client.call(deleteProcess, {
          params: { id: processId },
          query: reason === undefined ? {} : { reason },
          ifMatch: processTag(baseRevision),
          idempotencyKey,
          unattended,
        }),
        () => null,
      ),
    makeDefault: (id) =>
      translated(client.call(updateProcess, { params: { id }, body: { is_default: true } }), loaded),
    usage: (id) => translated(client.call(readProcessUsage, { params: { id } }), usageFrom),
    impact: (document: ProcessDocument) =>
      translated(
        client.call(readImpact, {
          params: { id: document.process.id },
          body: { document: documentToWire(document) },
        }),
        (value) => value,
      ),
    async referenceData() {
      const [answer, policy] = await Promise.all([
        translated(client.call(readReferenceData, {}), referenceFrom),
        client.call(readMaskingPolicy, {}),
      ])
      if (!answer.ok) return answer
      if (!policy.ok) return knowsNoPolicy(policy.failure) ? answer : policy
      return success({ ...answer.value, ...hiddenFrom(policy.value, session.user()?.role) })
    },
    backUpDraft: ({ id, processId, baseRevision, document, beginning }) =>
      translated(
        client.call(saveDraft, {
          params: { id },
          body: {
            process_id: processId,
            base_revision: baseRevision,
            document: documentToWire(document),
            beginning: beginning ? beginningToWire(beginning) : null,
          },
        }),
        (value) => ({ updatedAt: value.updated_at }),
      ),
    backedUpDrafts: () =>
      translated(client.call(listDrafts, { query: { page_size: pageSizes.maximum } }), ({ results }) =>
        results.map((row) => ({
          id: row.id,
          processId: row.process_id,
          processName: row.process_name,
          baseRevision: row.base_revision,
          updatedAt: row.updated_at,
        })),
      ),
    readBackup: (id) =>
      translated(client.call(readDraft, { params: { id } }), (value) => ({
        id: value.id,
        processId: value.process_id,
        baseRevision: value.base_revision,
        document: documentFromWire(value.document),
        beginning: value.beginning && beginningFromWire(value.beginning),
      })),
    forgetBackup: (id) => translated(client.call(deleteDraft, { params: { id } }), () => null),
    editors: () =>
      translated(client.call(listEditors, {}), ({ results }) =>
        results.map((row) => ({ processId: row.process_id, name: row.by.name })),
      ),
  }
}

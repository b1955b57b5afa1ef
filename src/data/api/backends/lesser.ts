/** What backends have in common that keep one process and no more: what they lack is said, not asked for. */
import { liveQuery } from 'dexie'
import type { Capabilities } from '../../../contract/capabilities.ts'
import { outlineOf } from '../../../contract/outlineOf.ts'
import type { ProcessSummary } from '../../../contract/processes.ts'
import { newProcess, type ProcessDocument } from '../../../domain/process/process.ts'
import { emptyReferenceData } from '../../../domain/process/reference.ts'
import { toWire } from '../../../domain/process/wire.ts'
import { standardFields } from '../../../domain/templates/standardFields.ts'
import type { Realtime } from '../../realtime/socket.ts'
import type { Backend, Limits } from '../backend.ts'
import type { Client } from '../client.ts'
import { type Failure, type Result, success } from '../failure.ts'
import type { Session } from '../session.ts'
import type { BackendConfig } from './config.ts'
import { BackendStore, type HeadRow } from './store.ts'

export const missing: Failure = {
  kind: 'problem',
  status: 404,
  code: 'NOT_ON_THIS_BACKEND',
  message: 'The backend that this installation uses does not keep this.',
  details: {},
  retryAfterSeconds: null,
}
const notHere = async (): Promise<Result<never>> => ({ ok: false, failure: missing })

/** A client for parts that speak to our own backend directly: here they learn at once that there is none. */
const noClient: Client = { call: async () => ({ ok: false, failure: missing }) }

const capabilities: Capabilities = {
  etag: false,
  idempotency: false,
  atomic_publish: false,
  replay: false,
  settings: false,
  drafts: false,
  evaluate: false,
  publish_requests: false,
  forgotten_password: false,
}

export interface LesserOptions {
  readonly session: Session
  readonly client: Client
  readonly config: BackendConfig
  readonly companyId: string
  /** Company and person: what this device remembers is theirs alone. */
  readonly owner: string
}

type Head = () => Promise<Result<HeadRow | null>>

const lacking = {
  capabilities: async () => success(capabilities),
  versions: notHere,
  version: notHere,
  restore: notHere,
  archive: notHere,
  makeDefault: notHere,
  usage: notHere,
  impact: notHere,
  backUpDraft: notHere,
  backedUpDrafts: async () => success([]),
  readBackup: notHere,
  forgetBackup: notHere,
  editors: async () => success([]),
} satisfies Partial<Backend>

export function lesserBackend({ session, config, companyId, owner }: LesserOptions) {
  const store = new BackendStore(owner)
  const plansOf = (processId: string) => store.plans.where('processId').equals(processId)
  const fields = config.fields?.map(({ is_required: isRequired, ...field }) => ({
    ...field,
    isRequired,
    id: field.key,
    companyId,
  }))
  return {
    store,
    /** The one process until a person draws another: the backend has neither id nor name for it. */
    blank: newProcess({
      id: 'sales-process',
      processName: config.process_name,
      processCode: 'SALES',
      companyId,
      isDefault: true,
    }),
    reference: {
      ...emptyReferenceData,
      fields: Object.fromEntries((fields ?? standardFields(companyId)).map((field) => [field.key, field])),
    },
    backend: (kind: Limits['kind'], head: Head, leftBehind: Limits['leftBehind']) => ({
      ...lacking,
      session,
      client: noClient,
      limits: {
        kind,
        leftBehind,
        progress: (processId: string) =>
          liveQuery(async () => {
            const plan = await plansOf(processId).first()
            if (plan?.state !== 'running') return null
            return { done: plan.next, total: plan.steps.length, stopping: plan.stopping }
          }),
        stop: async (processId: string) => {
          await plansOf(processId).modify({ stopping: true })
        },
        takeBack: async (processId: string) => {
          await plansOf(processId).modify({ state: 'taken_back' })
        },
        follow: (told: Parameters<Limits['follow']>[0]) => following(head, told),
        close: () => store.close(),
        forget: () => store.delete(),
      },
      async list() {
        const now = await head()
        return now.ok ? success(now.value ? [summaryOf(now.value.document)] : []) : now
      },
      async load(processId: string) {
        const now = await head()
        if (!now.ok) return now
        if (now.value?.processId !== processId) return { ok: false as const, failure: missing }
        const { document } = now.value
        return success({ document, revision: document.process.revision })
      },
    }),
  }
}

const askAgainMs = 60_000

function following(head: Head, { onNews, onConnection }: Parameters<Limits['follow']>[0]): Realtime {
  let seen: number | null = null
  let connection: 'live' | 'broken' | null = null
  const ask = async () => {
    const now = await head()
    const state = now.ok || now.failure.kind !== 'network' ? 'live' : 'broken'
    if (state !== connection) onConnection(state)
    connection = state
    if (!now.ok) return
    const revision = now.value?.document.process.revision ?? 0
    if (seen !== null && seen !== revision) onNews()
    seen = revision
  }
  const wake = () => void ask()
  const back = () => {
    if (document.visibilityState === 'visible') wake()
  }
  const timer = setInterval(wake, askAgainMs)
  document.addEventListener('visibilitychange', back)
  wake()
  return {
    wake,
    close() {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', back)
    },
  }
}

export const onlyOneProcess = (name: string): Failure => ({
  ...missing,
  status: 409,
  code: 'ONE_PROCESS',
  message: `This backend keeps one process: bring your changes into “${name}”.`,
})

function summaryOf(document: ProcessDocument): ProcessSummary {
  return {
    ...toWire(document.process),
    etag: '',
    stage_count: Object.keys(document.stages).length,
    transition_count: Object.keys(document.transitions).length,
    open_deals: 0,
    open_amount: 0,
    outline: outlineOf(document),
  }
}

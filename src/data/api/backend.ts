/**
 * What the app needs from whatever keeps the processes. One interface; the native backend speaks the whole contract,
 * others may know less and say so in `capabilities`. In domain terms only: nobody above sees the wire.
 */
import type { Observable } from 'dexie'
import type { Capabilities } from '../../contract/capabilities.ts'
import type { WireProblem } from '../../contract/problems.ts'
import type { Impact, ProcessSummary } from '../../contract/processes.ts'
import type { WireVersionSummary } from '../../contract/versions.ts'
import type { StageUsage } from '../../domain/lint/rule.ts'
import type { DatedBeginning } from '../../domain/process/beginning.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Realtime } from '../realtime/socket.ts'
import type { Client } from './client.ts'
import type { Result } from './failure.ts'
import type { Session } from './session.ts'

export interface LoadedProcess {
  readonly document: ProcessDocument
  readonly revision: number
}

export interface PublishOrder {
  readonly document: ProcessDocument
  /** The published revision the draft started from; 0 for a process that was never published. */
  readonly baseRevision: number
  readonly reason?: string
  /** The same for every attempt at the same bytes; a new merge takes a new one. */
  readonly idempotencyKey: string
  /** Nobody is there to be asked for a second factor: then `STEP_UP_REQUIRED`. */
  readonly unattended?: boolean
}

export interface Published {
  /** As it is published now, with the server's stamps. */
  readonly document: ProcessDocument
  readonly revision: number
  /** False where this was already the published document. */
  readonly changed: boolean
  readonly warnings: readonly WireProblem[]
  /** Open deals moved, by the stage they left. */
  readonly migratedDeals: Readonly<Record<string, number>>
}

/** Something done to the published process as a whole. */
export interface ProcessOrder extends Pick<PublishOrder, 'reason' | 'idempotencyKey' | 'unattended'> {
  readonly processId: string
  /** The revision that is current now. */
  readonly baseRevision: number
}

export interface RestoreOrder extends ProcessOrder {
  /** The revision to bring back. */
  readonly revision: number
}

export interface VersionPage {
  readonly count: number
  readonly rows: readonly WireVersionSummary[]
}

export interface DraftBackup {
  readonly id: string
  readonly processId: string
  readonly baseRevision: number
  readonly document: ProcessDocument
  /** What the process was made from, where that is known. */
  readonly beginning?: DatedBeginning | null
}

export interface BackupHead extends Omit<DraftBackup, 'document' | 'beginning'> {
  readonly processName: string
  readonly updatedAt: string
}

/** Somebody else who works on a process now. */
export interface EditorAtWork {
  readonly processId: string
  readonly name: string
}

/** What has to be said of a backend that is not ours, and done about a publish that it takes in steps. */
export interface Limits {
  readonly kind: 'blueprint' | 'tenant-settings'
  /** Changes of transitions that it cannot take: they stay there as they are. */
  leftBehind(base: ProcessDocument, document: ProcessDocument): number
  /** Of the publish that is on its way; null while there is none. */
  progress(processId: string): Observable<PublishSteps | null>
  /** Before the next step; asked for again, it goes on from there. */
  stop(processId: string): Promise<void>
  /** It does not go on. What was done stays done, and is what the backend has. */
  takeBack(processId: string): Promise<void>
  /** It tells nothing by itself: it is asked every minute, and when somebody comes back to the page. */
  follow(told: {
    readonly onNews: () => void
    readonly onConnection: (connection: 'live' | 'broken') => void
  }): Realtime
  close(): void
  /** Removes from this device what the backend does not keep. */
  forget(): Promise<void>
}

export interface PublishSteps {
  readonly done: number
  readonly total: number
  readonly stopping: boolean
}

export interface Backend {
  readonly session: Session
  /** Null: it keeps everything, and protects it. */
  readonly limits: Limits | null
  capabilities(): Promise<Result<Capabilities>>
  /** All processes of the company, the default first. */
  list(): Promise<Result<readonly ProcessSummary[]>>
  /** The published head. Failure `NOT_FOUND` where there is none. */
  load(processId: string): Promise<Result<LoadedProcess>>
  /** All or nothing. Failures to act on: `VERSION_CONFLICT` (merge), `PROCESS_INVALID`, `STAGE_IN_USE`. */
  publish(order: PublishOrder): Promise<Result<Published>>
  /** Newest first; `page` starts at 1. */
  versions(processId: string, page?: number): Promise<Result<VersionPage>>
  version(
    processId: string,
    revision: number,
  ): Promise<Result<WireVersionSummary & { document: ProcessDocument }>>
  restore(order: RestoreOrder): Promise<Result<Published>>
  archive(order: ProcessOrder): Promise<Result<null>>
  /** Makes a published process the company's default. */
  makeDefault(processId: string): Promise<Result<LoadedProcess>>
  /** Open deals per stage id; a stage without any is absent. */
  usage(processId: string): Promise<Result<Readonly<Record<string, StageUsage>>>>
  /** What publishing this document would do to open deals; changes nothing. */
  impact(document: ProcessDocument): Promise<Result<Impact>>
  referenceData(): Promise<Result<ReferenceData>>
  /** Copies a draft to the server, for its owner alone. */
  backUpDraft(draft: DraftBackup): Promise<Result<{ updatedAt: string }>>
  /** Newest first. */
  backedUpDrafts(): Promise<Result<readonly BackupHead[]>>
  readBackup(draftId: string): Promise<Result<DraftBackup>>
  forgetBackup(draftId: string): Promise<Result<null>>
  /** Who else backed a draft up in the last quarter of an hour, each once a process. */
  editors(): Promise<Result<readonly EditorAtWork[]>>
}

/** With the client for parts that speak to our own backend directly; elsewhere it fails at once and asks nobody. */
export interface OpenBackend extends Backend {
  readonly client: Client
}

/**
 * What the app needs from whatever keeps the processes. One interface; the native backend speaks the whole contract,
 * others may know less and say so in `capabilities`. In domain terms only: nobody above sees the wire.
 */
import type { Capabilities } from '../../contract/capabilities.ts'
import type { WireProblem } from '../../contract/problems.ts'
import type { Impact, ProcessSummary } from '../../contract/processes.ts'
import type { WireVersionSummary } from '../../contract/versions.ts'
import type { StageUsage } from '../../domain/lint/rule.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
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

export interface RestoreOrder {
  readonly processId: string
  /** The revision to bring back. */
  readonly revision: number
  /** The revision that is current now. */
  readonly baseRevision: number
  readonly reason?: string
  readonly idempotencyKey: string
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
}

export interface BackupHead extends Omit<DraftBackup, 'document'> {
  readonly processName: string
  readonly updatedAt: string
}

/** Somebody else who works on a process now. */
export interface EditorAtWork {
  readonly processId: string
  readonly name: string
}

export interface Backend {
  readonly session: Session
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
  archive(processId: string, revision: number, reason?: string): Promise<Result<null>>
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

/**
 * What this device remembers of a backend that cannot remember it itself: the last published process with what the
 * backend does not keep, which of our ids is which of its, and a publish that is half done. One database a person, apart
 * from the drafts, so that whoever uses the native backend never opens it.
 */
import { Dexie, type Table } from 'dexie'
import type { ProcessDocument } from '../../../domain/process/process.ts'
import type { Step } from './plan.ts'
import type { Rows } from './rows.ts'

export interface HeadRow {
  readonly processId: string
  /** Its `revision` counts the states that this device has seen: the backend has no such number. */
  readonly document: ProcessDocument
  /** Key of the publish that made it; null where it was read. */
  readonly madeBy: string | null
}

export interface PlanRow {
  /** Of the publish; the steps' keys are made from it. */
  readonly key: string
  readonly processId: string
  readonly target: ProcessDocument
  readonly reason: string
  readonly steps: readonly Step[]
  /** The first step that is not known to be done. */
  readonly next: number
  /** What the backend has after the steps before `next`, as it said itself. */
  readonly rows: Rows
  /** The revision that the target was made from. */
  readonly baseRevision: number
  /** A person wants it to stop before the next step. */
  readonly stopping: boolean
  /** `resting`: ended before its end, and goes on when it is asked for again. `taken_back`: it does not. */
  readonly state: 'running' | 'resting' | 'taken_back'
}

export class BackendStore extends Dexie {
  declare readonly heads: Table<HeadRow, string>
  declare readonly plans: Table<PlanRow, string>
  declare readonly ids: Table<{ readonly local: string; readonly remote: string }, string>

  constructor(owner: string) {
    super(`stagecraft-backend:${owner}`)
    this.version(1).stores({ heads: 'processId', plans: 'key, processId', ids: 'local, &remote' })
  }
}

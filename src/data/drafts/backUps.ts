/**
 * Drafts of this device are copied to the server, for their owner alone, because a browser may empty its storage at
 * any time. Each device has its own copies; what another device left there can be continued here. A copy goes when its
 * draft holds nothing any more that is not published.
 */
import { liveQuery, type Observable } from 'dexie'
import type { Backend, BackupHead } from '../api/backend.ts'
import { type Failure, isTransient, type Result, success } from '../api/failure.ts'
import type { BackUpRow, DraftDatabase } from './database.ts'
import { type Drafts, holdsChanges, type OpenDraft } from './drafts.ts'

export interface BackUps {
  /** Copies what changed since the last time; false where some of it has to be tried again. */
  run(): Promise<boolean>
  /** Whether the server has this draft as it is now on this device. */
  backedUp(processId: string): Observable<boolean>
  /** What other devices (or this one, before its storage was emptied) left: newest first, one a process. */
  elsewhere(): Promise<Result<readonly BackupHead[]>>
  /** Continues such a copy on this device; its history starts empty. Gives the process's id. */
  bring(copy: BackupHead): Promise<Result<string>>
  /** Deletes such a copy for good. */
  forget(copy: BackupHead): Promise<Result<null>>
}

export interface BackUpsEnvironment {
  readonly database: DraftDatabase
  readonly drafts: Drafts
  readonly backend: Pick<
    Backend,
    'backUpDraft' | 'backedUpDrafts' | 'readBackup' | 'forgetBackup' | 'version'
  >
  readonly newId: () => string
  /** Runs alone among all tabs; resolves to false at once where another tab is at it. */
  readonly alone: (run: () => Promise<void>) => Promise<boolean>
}

export function createBackUps({ database, drafts, backend, newId, alone }: BackUpsEnvironment): BackUps {
  /** Refused as they are: not asked again until they change. */
  const refused = new Map<string, string>()

  async function copyOne(draft: OpenDraft, row: BackUpRow | undefined): Promise<Failure | null> {
    const { process } = draft.document
    if (!holdsChanges(draft)) return row ? forgetOne(row) : null
    const next: BackUpRow = {
      processId: process.id,
      id: row?.id ?? newId(),
      head: draft.head,
      takenFrom: row?.takenFrom ?? null,
    }
    const answer = await backend.backUpDraft({
      id: next.id,
      processId: process.id,
      baseRevision: draft.base?.process.revision ?? 0,
      document: draft.document,
      beginning: draft.beginning,
    })
    if (!answer.ok) return answer.failure
    await database.backUps.put(next)
    if (next.takenFrom === null) return null
    // Only now is the copy it came from one too many.
    const failure = await remove(next.takenFrom)
    if (failure === null) await database.backUps.update(process.id, { takenFrom: null })
    return failure
  }

  async function forgetOne(row: BackUpRow): Promise<Failure | null> {
    const failures = [await remove(row.id), row.takenFrom === null ? null : await remove(row.takenFrom)]
    const failure = failures.find((each) => each !== null) ?? null
    if (failure === null) await database.backUps.delete(row.processId)
    return failure
  }

  /** What is gone already needs no removing. */
  async function remove(id: string): Promise<Failure | null> {
    const answer = await backend.forgetBackup(id)
    return answer.ok || isGone(answer.failure) ? null : answer.failure
  }

  return {
    async run() {
      let complete = true
      const note = (processId: string, head: number | null, failure: Failure | null) => {
        if (failure === null) refused.delete(processId)
        else if (isTransient(failure) || isSignedOut(failure)) complete = false
        else {
          refused.set(processId, String(head))
          console.warn(`A draft could not be backed up to the server. ${failure.message}`)
        }
      }
      const ran = await alone(async () => {
        const [rows, here] = await Promise.all([database.backUps.toArray(), drafts.list()])
        const known = new Map(rows.map((row) => [row.processId, row]))
        for (const draft of here) {
          const { id } = draft.document.process
          const row = known.get(id)
          known.delete(id)
          if (row?.head === draft.head && row.takenFrom === null) continue
          if (refused.get(id) === String(draft.head)) continue
          note(id, draft.head, await copyOne(draft, row))
        }
        for (const row of known.values()) {
          if (refused.get(row.processId) !== 'null') note(row.processId, null, await forgetOne(row))
        }
      })
      return ran && complete
    },

    backedUp: (processId) =>
      liveQuery(async () => {
        const [row, draft] = await Promise.all([
          database.backUps.get(processId),
          database.drafts.get(processId),
        ])
        return row !== undefined && row.head === draft?.head
      }),

    async elsewhere() {
      const answer = await backend.backedUpDrafts()
      if (!answer.ok) return answer
      const [rows, here] = await Promise.all([database.backUps.toArray(), drafts.list()])
      const own = new Set(rows.flatMap(({ id, takenFrom }) => [id, takenFrom]))
      const taken = new Set(here.filter(holdsChanges).map(({ document }) => document.process.id))
      const newest = new Map<string, BackupHead>()
      for (const copy of answer.value) {
        if (own.has(copy.id) || taken.has(copy.processId) || newest.has(copy.processId)) continue
        newest.set(copy.processId, copy)
      }
      return success([...newest.values()])
    },

    async bring(copy) {
      const answer = await backend.readBackup(copy.id)
      if (!answer.ok) return answer
      const { processId, baseRevision, document, beginning } = answer.value
      const base = baseRevision === 0 ? null : await backend.version(processId, baseRevision)
      if (base?.ok === false) return base
      await drafts.claim(processId)
      await drafts.begin(processId, document, base?.value.document ?? null, beginning)
      await database.backUps.put({ processId, id: newId(), head: 0, takenFrom: copy.id })
      return success(processId)
    },

    async forget({ id }) {
      const failure = await remove(id)
      return failure ? { ok: false, failure } : success(null)
    },
  }
}

const isGone = (failure: Failure): boolean => failure.kind === 'problem' && failure.status === 404
const isSignedOut = (failure: Failure): boolean => failure.kind === 'problem' && failure.status === 401

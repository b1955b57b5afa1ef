/** Who stands where in the outbox: each process has a line of its own, and every row in it builds on the one before. */
import { mergeProcesses } from '../../domain/process/merge.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { DraftDatabase, OutboxRow, PublishRow } from '../drafts/database.ts'

export function createLine(database: DraftDatabase, now: () => Date) {
  const rowsOf = (processId: string) => database.outbox.where('processId').equals(processId).sortBy('number')

  function inLine() {
    const at = now().toISOString()
    const calm = { attempts: 0, held: false, state: 'waiting', why: null, needs: null } as const
    return { ...calm, queuedAt: at, nextTryAt: at }
  }

  /** What waits behind this one was made on top of it: what that changes is measured against it. */
  async function baseLaterOn(row: PublishRow, base: ProcessDocument) {
    const knows = (other: PublishRow) => other.base?.process.revision ?? 0
    // One that was made from a newer revision is measured against this one on top of that.
    const later = (await rowsOf(row.processId)).filter(
      (other) => numberOf(other) > numberOf(row) && (other.wish || knows(other) <= knows(row)),
    )
    const { revision: baseRevision } = base.process
    for (const other of later)
      await database.outbox.put(other.wish ? { ...other, baseRevision } : { ...other, base })
  }

  return { rowsOf, inLine, baseLaterOn }
}

export type Line = ReturnType<typeof createLine>

/** What a publish changes, on top of another revision than it was made from. */
export function onTopOf(base: ProcessDocument | null, row: PublishRow): ProcessDocument | null {
  if (!base || !row.base) return base
  return withRevisionOf(mergeProcesses(row.base, row.document, base).document, base)
}

export const withRevisionOf = (document: ProcessDocument, published: ProcessDocument): ProcessDocument => ({
  ...document,
  process: { ...document.process, revision: published.process.revision },
})

export function numberOf(row: OutboxRow): number {
  if (row.number === undefined)
    throw new Error('What waits in the outbox has no number; it was never stored.')
  return row.number
}

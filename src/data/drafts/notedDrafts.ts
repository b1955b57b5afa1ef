/** Drafts whose every write is noted in the index once it is durable, and the index put right whenever all are read. */
import type { DraftIndex } from './draftIndex.ts'
import { type Drafts, holdsChanges } from './drafts.ts'

export function notedDrafts(drafts: Drafts, index: DraftIndex, now: () => string): Drafts {
  return {
    ...drafts,
    async list() {
      const all = await drafts.list()
      const changed = all.filter(holdsChanges)
      index.write(
        Object.fromEntries(
          changed.map(({ document: { process }, updatedAt }) => [
            process.id,
            { processName: process.processName, updatedAt },
          ]),
        ),
      )
      return all
    },
    async begin(processId, document, base, from) {
      await drafts.begin(processId, document, base, from)
      const { processName } = document.process
      index.note(processId, { processName, updatedAt: now() })
    },
    async settle(processId, state, base) {
      await drafts.settle(processId, state, base)
      const { document } = state
      const { processName } = document.process
      index.note(processId, holdsChanges({ base, document }) ? { processName, updatedAt: now() } : null)
    },
    async record(processId, change) {
      await drafts.record(processId, change)
      const had = index.read()[processId]
      index.note(processId, { processName: had?.processName ?? '', updatedAt: now() })
    },
    async discard(processId) {
      await drafts.discard(processId)
      index.note(processId, null)
    },
  }
}

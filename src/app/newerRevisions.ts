/**
 * What others publish while a process is open, and what this device published itself: merged into the draft where
 * nothing clashes, else kept apart until this draft is published.
 */
import { showAlike } from '../domain/process/hidden.ts'
import { mergeProcesses } from '../domain/process/merge.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { withoutSettledMigrations } from '../domain/process/settledMigrations.ts'
import { text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'
import type { DraftKeeper } from './draftKeeper.ts'
import { oneAtATime } from './oneAtATime.ts'
import type { OpenProcess } from './sessionState.ts'
import type { Workspace } from './workspace.ts'

export interface NewerRevisions {
  /** Asks the backend. A publish tells several events: never twice at once. */
  look(): Promise<void>
  bringIn(theirs: ProcessDocument): Promise<void>
  /** `document` goes on from `theirs`: no change of this person's, and none to keep as one. */
  rebase(theirs: ProcessDocument, document: ProcessDocument): void
  /** Whether the editor changes for what was published, not for what this person does. */
  readonly rebasing: boolean
}

export function newerRevisions(given: {
  readonly workspace: Pick<Workspace, 'published'> & {
    readonly outbox: Pick<Workspace['outbox'], 'lastSent'>
  }
  readonly processId: string
  readonly keeper: DraftKeeper
  /** Null when it is not, or no longer, open. */
  readonly open: () => OpenProcess | null
  readonly show: (change: Partial<OpenProcess>) => void
  readonly onMerged: () => Promise<void>
}): NewerRevisions {
  const { workspace, processId, keeper, open, show } = given
  const revisions = {
    rebasing: false,
    look: oneAtATime(async () => {
      const head = await workspace.published(processId)
      if (head.ok) await revisions.bringIn(head.value)
    }),
    async bringIn(theirs: ProcessDocument) {
      const own = await workspace.outbox.lastSent(processId)
      const state = open()
      if (!state?.writes) return
      const { base, document } = state.editor.store.getState()
      const since = base?.process.revision ?? 0
      const { revision } = theirs.process
      // What the company shows to this person can change without a revision.
      if (revision < since || (revision === since && (!base || showAlike(base, theirs)))) return
      // What this device sent is what both sides go on from, once the backend took it.
      const taken = own?.published.process.revision ?? 0
      const from = own && since < taken && taken <= revision ? own.document : (base ?? firstOf(theirs))
      const { document: merged, conflicts } = mergeProcesses(from, document, theirs)
      if (conflicts.length > 0) {
        show({ behind: revision })
        announce(text('app', 'behind', { revision }))
        return
      }
      revisions.rebase(theirs, withoutSettledMigrations(merged, from, theirs))
      if (keeper.begun) keeper.whole()
      // A publish moves the deals of stages that go.
      await given.onMerged()
    },
    rebase(theirs: ProcessDocument, document: ProcessDocument) {
      revisions.rebasing = true
      open()?.editor.rebase(theirs, document)
      revisions.rebasing = false
      show({ behind: null })
    },
  }
  return revisions
}

/** What both sides go on from where this device never saw the process published: nothing yet. */
const firstOf = (theirs: ProcessDocument): ProcessDocument => ({
  process: { ...theirs.process, revision: 0 },
  stages: {},
  transitions: {},
  scenarios: {},
  waivers: {},
  comments: {},
})

/** The truth about a draft in one word, the most urgent first. Pure. */
import type { OutboxRow } from '../../data/drafts/database.ts'
import type { SaveState } from '../../data/drafts/drafts.ts'
import { text } from '../../text/index.ts'
import type { PillTone } from '../../ui/display/StatusPill.tsx'

export interface DraftFacts {
  /** Revision the draft started from; 0: never published. */
  readonly revision: number
  /** Fields and rows that differ from it. */
  readonly changes: number
  readonly save: SaveState
  readonly pending: readonly Pick<OutboxRow, 'state' | 'why' | 'wish' | 'needs'>[]
  readonly behind: number | null
  readonly hasNetwork: boolean
  /** Whether the server has a copy of the draft as it is now. */
  readonly backedUp: boolean
}

/** What is known about the draft, and what can be done about it. */
export interface DraftStatusProps extends DraftFacts {
  /** Null while this tab writes; else why not. */
  readonly readOnly: string | null
  /** True where the backend is not ours: it keeps part of a process and protects nothing. */
  readonly partly: boolean
  readonly onTakeOver: (() => void) | null
  readonly onRetry: () => void
  /** Asks a second person to agree to what waits; absent where requests are not kept. */
  readonly onRequest: (() => void) | null
  /** Leads to the published revisions. */
  readonly onVersions: () => void
  readonly onWithdraw: () => void
  readonly onResolve: () => void
  readonly onDownload: () => void
  /** Absent where there is nothing to go back to. */
  readonly onDiscard: (() => void) | null
}

export interface DraftState {
  readonly kind:
    | 'not_saved'
    | 'conflict'
    | 'parked'
    | 'publishing'
    | 'waiting'
    | 'behind'
    | 'saving'
    | 'changed'
    | 'published'
  readonly tone: PillTone
  readonly word: string
}

/** What it is and what can be done about it is said by DraftSheet.tsx, when somebody asks. */
export function draftStateOf(facts: DraftFacts): DraftState {
  const { revision, changes, save, pending, behind, hasNetwork, backedUp } = facts
  if (save.kind === 'failed')
    return {
      kind: 'not_saved',
      tone: 'error',
      word: text('syncStatus', save.storageFull ? 'storageFull' : 'notSaved'),
    }
  if (pending.some((row) => row.state === 'conflict'))
    return { kind: 'conflict', tone: 'error', word: text('syncStatus', 'conflict') }
  const parked = parkedIn(facts)
  if (parked)
    return {
      kind: 'parked',
      tone: 'error',
      word: text('syncStatus', parked.wish ? 'notRestored' : 'parked'),
    }
  const [next] = pending
  if (next && hasNetwork)
    return {
      kind: 'publishing',
      tone: 'info',
      word: text('syncStatus', next.wish ? 'restoring' : 'publishing'),
    }
  if (next)
    return {
      kind: 'waiting',
      tone: 'warning',
      word: text('syncStatus', next.wish ? 'restoreWaits' : 'waiting'),
    }
  if (behind !== null)
    return { kind: 'behind', tone: 'warning', word: text('syncStatus', 'behind', { revision: behind }) }
  if (save.kind === 'saving') return { kind: 'saving', tone: 'neutral', word: text('syncStatus', 'saving') }
  if (changes > 0 || revision === 0)
    return { kind: 'changed', tone: 'neutral', word: text('syncStatus', backedUp ? 'backedUp' : 'saved') }
  return { kind: 'published', tone: 'success', word: text('syncStatus', 'published', { revision }) }
}

/** What waits for a person. */
export const parkedIn = ({ pending }: Pick<DraftFacts, 'pending'>) =>
  pending.find((row) => row.state === 'parked')

/** “3 changes since r7”, “Never published”; null where there is nothing to add. */
export function changesInWords({
  revision,
  changes,
}: Pick<DraftFacts, 'revision' | 'changes'>): string | null {
  if (revision === 0) return text('syncStatus', 'unpublished')
  return changes === 0 ? null : text('syncStatus', 'changes', { count: changes, revision })
}

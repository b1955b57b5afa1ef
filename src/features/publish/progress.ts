/** What became of a publish, from what the outbox and the process say. Pure. */
import type { OutboxRow } from '../../data/drafts/database.ts'

export type PublishProgress =
  | { readonly kind: 'sending' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'parked'; readonly why: string }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'done'; readonly revision: number }

interface Facts {
  /** Revision the draft stood on when the person pressed the button. */
  readonly sentFrom: number
  /** Revision it stands on now. */
  readonly revision: number
  readonly pending: readonly Pick<OutboxRow, 'state' | 'why' | 'attempts'>[]
  readonly hasNetwork: boolean
}

export function progressOf({ sentFrom, revision, pending, hasNetwork }: Facts): PublishProgress {
  if (pending.some((row) => row.state === 'conflict')) return { kind: 'conflict' }
  const parked = pending.find((row) => row.state === 'parked')
  if (parked) return { kind: 'parked', why: parked.why ?? '' }
  const waiting = pending.find((row) => row.state === 'waiting')
  if (waiting) return hasNetwork && waiting.attempts === 0 ? { kind: 'sending' } : { kind: 'queued' }
  return revision > sentFrom ? { kind: 'done', revision } : { kind: 'sending' }
}

/** Says what became of a wish that went out by itself, or why it did not. */
import type { Outcome } from '../data/sync/sending.ts'
import { say, text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'

export function speakWish(outcome: Extract<Outcome, { kind: 'fulfilled' | 'parked' }>): void {
  if (outcome.kind === 'parked') {
    announce(text('versions', 'notRestored', { why: say(outcome.why) }), { assertive: true })
    return
  }
  const { row, document } = outcome
  if (row.wish.kind !== 'restore' || !document) return
  const { revision } = row.wish
  const next = document.process.revision
  announce(
    next === row.baseRevision
      ? text('versions', 'restoreSame', { revision })
      : text('versions', 'restored', { revision, next }),
  )
}

import type { Outcome } from '../data/sync/sending.ts'
import { say, text } from '../text/index.ts'
import { announce } from '../ui/announcer/index.ts'

/** Says what became of what waited in the outbox; what was published is spoken by whoever brings it in. */
export function speakOutcome(outcome: Outcome) {
  if (outcome.kind === 'fulfilled' || (outcome.kind === 'parked' && outcome.wish))
    void import('./speakWish.ts').then(({ speakWish }) => speakWish(outcome))
  else if (outcome.kind === 'parked')
    announce(text('app', 'publishParked', { why: say(outcome.why) }), { assertive: true })
  else if (outcome.kind === 'conflict') announce(text('app', 'publishConflict'), { assertive: true })
}

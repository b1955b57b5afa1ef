/** A request's state in a word, and moments on the company's clock. */
import type { PublishRequestState } from '../../../contract/publishRequests.ts'
import { language } from '../../../text/index.ts'
import type { PillTone } from '../../../ui/display/StatusPill.tsx'

export const toneOf: Readonly<Record<PublishRequestState, PillTone>> = {
  open: 'accent',
  scheduled: 'info',
  failed: 'error',
  declined: 'warning',
  published: 'success',
  withdrawn: 'neutral',
}

/** Here, where whoever reads is. */
export const here = (moment: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(moment))

/** On the company's clock, which is named. */
export const there = (moment: string, timeZone: string): string =>
  new Intl.DateTimeFormat(language(), {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(new Date(moment))

/** Moments as a company tells them: on the clock of its own time zone, wherever somebody sits. Pure. */

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const had = clocks.get(zone)
  if (had) return had
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  clocks.set(zone, clock)
  return clock
}

/** What the zone's clock shows, as `2026-03-29T09:00`. */
export function clockTime(moment: Date, zone: string): string {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  )
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? ''
  return `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}`
}

const day = 24 * 3_600_000

/**
 * The moment at which the zone's clock shows that, ISO 8601 UTC; null where it is no time. Of an hour that comes twice
 * the first one; of an hour that is skipped as much later as was skipped.
 */
export function momentAt(shown: string, zone: string): string | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(shown)) return null
  const asIfUtc = Date.parse(`${shown}Z`)
  if (Number.isNaN(asIfUtc)) return null
  const aheadAt = (time: number) => Date.parse(`${clockTime(new Date(time), zone)}Z`) - time
  const candidates = [asIfUtc - day, asIfUtc + day]
    .map((near) => asIfUtc - aheadAt(near))
    .sort((a, b) => a - b)
  const right = candidates.find((time) => clockTime(new Date(time), zone) === shown)
  const moment = right ?? candidates.at(-1) ?? asIfUtc
  return new Date(moment).toISOString()
}

/** Times as people say them, in the language that is shown. */
import { language } from './entrance.ts'

const steps = [
  ['minute', 60_000, 60],
  ['hour', 3_600_000, 24],
  ['day', 86_400_000, 7],
] as const

/** "now", "5 minutes ago", "yesterday"; after a week the date. */
export function shortly(at: string, now: Date): string {
  const passed = now.getTime() - new Date(at).getTime()
  const relative = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' })
  if (passed < 60_000) return relative.format(0, 'second')
  for (const [unit, size, most] of steps) {
    const count = Math.floor(passed / size)
    if (count < most) return relative.format(-count, unit)
  }
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(new Date(at))
}

export const exactly = (at: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))

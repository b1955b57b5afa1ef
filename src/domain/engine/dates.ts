/** Days and moments as text: `2026-01-31` and ISO 8601 in UTC. Whoever calls says what time it is. */

const datePattern = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/
const dayInMilliseconds = 86_400_000

/** A text that is a real day or moment: `2026-02-30` is neither. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !datePattern.test(value)) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && (value.length > 10 || new Date(time).toISOString().startsWith(value))
}

/** The day of a date or moment: its first ten characters. */
export const dayOf = (date: string): string => date.slice(0, 10)

/** The day so many days from now, negative for the past; whole days only. Null where it lies beyond the calendar. */
export function dayAfter(now: string, days: number): string | null {
  const at = new Date(Date.parse(dayOf(now)) + Math.round(days) * dayInMilliseconds)
  return Number.isNaN(at.getTime()) || Math.abs(days) > 1e6 ? null : dayOf(at.toISOString())
}

/** The moment so many days (fractions allowed) after another. */
export function momentAfter(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * dayInMilliseconds).toISOString()
}

/** Days from one moment to another, negative where `to` is before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayInMilliseconds
}

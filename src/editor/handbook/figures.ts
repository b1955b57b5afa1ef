/** Numbers as a handbook prints them, in the language that is shown. */
import { language, text } from '../../text/index.ts'

export const percent = (value: number): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(value / 100)

export const days = (value: number | null): string =>
  value === null ? text('handbook', 'none') : text('handbook', 'days', { count: value })

export const listed = (items: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'conjunction' }).format(items)

/** A conflict's values as people read them. Pure. */

import { fieldName } from '../../domain/commands/fieldNames.ts'
import type { Conflict } from '../../domain/process/merge.ts'
import { text } from '../../text/index.ts'

/** “Proposal: probability”. */
export function placeInWords(conflict: Conflict): string {
  if (conflict.kind === 'entry') return text('syncStatus', 'entry')
  const field = conflict.field === null ? text('syncStatus', 'wholeRow') : fieldName(conflict.field)
  return text('syncStatus', 'place', { name: conflict.name, field })
}

/** `nameOf` gives a row's name for values that are ids. */
export function valueInWords(
  conflict: Conflict,
  side: 'base' | 'mine' | 'theirs',
  nameOf: (id: string) => string,
): string {
  const value = conflict[side]
  if (conflict.kind === 'deleted' || conflict.kind === 'needed')
    return text('syncStatus', value === null || value === undefined ? 'rowDeleted' : 'rowKept')
  return inWords(value, nameOf)
}

function inWords(value: unknown, nameOf: (id: string) => string): string {
  if (value === null || value === undefined || value === '') return text('syncStatus', 'nothing')
  if (typeof value === 'boolean') return text('syncStatus', value ? 'yes' : 'no')
  if (typeof value === 'string') return nameOf(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value.length === 0
      ? text('syncStatus', 'nothing')
      : value.map((item) => inWords(item, nameOf)).join(', ')
  const named = Object.entries(value).find(([key]) => key === 'name' || key === 'message')?.[1]
  return typeof named === 'string' && named !== '' ? named : JSON.stringify(value)
}

/** Which columns of a table are shown, and in which order: remembered by this device. */
import { useCallback, useState } from 'react'
import { asDefined, type ColumnChoice } from './gridColumns.ts'

function read(key: string): ColumnChoice {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('order' in kept) || !('shown' in kept))
      return asDefined
    const { order, shown } = kept
    if (!Array.isArray(order) || typeof shown !== 'object' || shown === null) return asDefined
    const switches = Object.entries(shown).filter(
      (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
    )
    return {
      order: order.filter((id): id is string => typeof id === 'string'),
      shown: Object.fromEntries(switches),
    }
  } catch (error) {
    console.warn(
      'The columns chosen on this device could not be read; all stand as they are by default.',
      error,
    )
    return asDefined
  }
}

/** `table` is one word for the table. */
export function useColumnChoice(table: string): [ColumnChoice, (choice: ColumnChoice) => void] {
  const key = `stagecraft.columns.${table}`
  const [choice, setChoice] = useState(() => read(key))
  const keep = useCallback(
    (next: ColumnChoice) => {
      setChoice(next)
      try {
        localStorage.setItem(key, JSON.stringify(next))
      } catch (error) {
        console.warn('The choice of columns could not be remembered for the next visit.', error)
      }
    },
    [key],
  )
  return [choice, keep]
}

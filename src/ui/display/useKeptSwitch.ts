/** A switch of the screen that this device remembers: a panel open or closed, an overview on or off. */
import { useCallback, useState } from 'react'

function read(key: string, otherwise: boolean): boolean {
  try {
    const kept = localStorage.getItem(key)
    return kept === null ? otherwise : kept === 'on'
  } catch (error) {
    console.warn(`What this device remembers of “${key}” could not be read.`, error)
    return otherwise
  }
}

/** `name` is one word for the switch; `otherwise` counts until somebody has touched it here. */
export function useKeptSwitch(name: string, otherwise: boolean): [boolean, (on: boolean) => void] {
  const key = `stagecraft.${name}`
  const [on, setOn] = useState(() => read(key, otherwise))
  const keep = useCallback(
    (next: boolean) => {
      setOn(next)
      try {
        localStorage.setItem(key, next ? 'on' : 'off')
      } catch (error) {
        console.warn(`“${key}” could not be remembered for the next visit.`, error)
      }
    },
    [key],
  )
  return [on, keep]
}

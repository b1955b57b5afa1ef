import { useLayoutEffect } from 'react'

/** While a dialog is on its way, what is typed is meant for it: no key falls through to the canvas below. */
export function HeldKeys() {
  useLayoutEffect(() => {
    const hold = (event: KeyboardEvent) => {
      if (event.key === 'Escape' || event.key === 'Tab') return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener('keydown', hold, { capture: true })
    return () => removeEventListener('keydown', hold, { capture: true })
  }, [])
  return null
}

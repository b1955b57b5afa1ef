/**
 * Focus is never lost in the panel: where the control that had it goes (a fix was applied, a value put back), focus
 * goes on to the field it stood at, else to its section, else to the heading.
 */
import { type FocusEvent, type RefObject, useEffect, useRef } from 'react'
import { focusField, focusSection } from './focusField.ts'

interface Held {
  readonly element: Element
  readonly field: string | null
  readonly section: string | null
}

const nameOf = (element: Element, name: 'field' | 'section'): string | null =>
  element.closest<HTMLElement>(`[data-${name}]`)?.dataset[name] ?? null

/** @returns what the panel does when something in it takes focus. */
export function useKeptFocus(panel: RefObject<HTMLElement | null>): (event: FocusEvent) => void {
  const held = useRef<Held | null>(null)
  useEffect(() => {
    const root = panel.current
    if (!root) return
    let frame = 0
    const look = () => {
      const had = held.current
      if (!had || had.element.isConnected || document.activeElement !== document.body) return
      held.current = null
      if (had.field !== null && root.querySelector(`[data-field="${CSS.escape(had.field)}"]`))
        focusField(root, had.field)
      else if (had.section !== null && root.querySelector(`[data-section="${CSS.escape(had.section)}"]`))
        focusSection(root, had.section)
      else focusField(root, null)
    }
    // Whoever took the control away may have a better place for focus: they go first.
    const observer = new MutationObserver(() => {
      if (!held.current || held.current.element.isConnected) return
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(look)
      })
    })
    observer.observe(root, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [panel])
  return ({ target }) => {
    held.current = { element: target, field: nameOf(target, 'field'), section: nameOf(target, 'section') }
  }
}

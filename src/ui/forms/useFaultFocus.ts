import { type RefObject, useEffect, useRef } from 'react'

/**
 * For a form of one or two fields, which needs no summary of its errors: after a failed attempt the first field that
 * is wrong takes focus, and comes into sight with it. `attempt` grows with every failed one.
 */
export function useFaultFocus<Form extends HTMLElement>(attempt: number): RefObject<Form | null> {
  const form = useRef<Form>(null)
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [attempt])
  return form
}

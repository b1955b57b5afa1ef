/**
 * Parts of what is on the screen that show nothing until somebody asks: menus, questions, sheets. Such a part loads once
 * the page that holds it is drawn and idle, and from then on it is there at once; asked for sooner, it comes as soon
 * as it has loaded. Where it cannot be loaded and is needed, the boundary around it is told.
 */
import { type ComponentType, useEffect, useState } from 'react'
import { whenIdle } from './whenIdle.ts'

const loads: (() => Promise<unknown>)[] = []

/** `isNeeded` tells from the properties whether the part would show anything now. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isNeeded: (props: Props) => boolean,
): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const come = (): Promise<void> => {
    loading ??= load().then(
      (part) => {
        Part = part
      },
      (error: unknown) => {
        // Tried again when it is asked for next.
        loading = null
        throw error
      },
    )
    return loading
  }
  loads.push(come)

  // biome-ignore lint/correctness/noComponentHookFactories: called once a part, where its module loads
  return function Later(props: Props) {
    const [, show] = useState(false)
    const needed = isNeeded(props)
    useEffect(() => {
      if (Part) return
      let gone = false
      const shown = () => {
        if (!gone) show(true)
      }
      if (needed)
        come().then(shown, (error: unknown) =>
          show(() => {
            throw error
          }),
        )
      else
        whenIdle()
          .then(come)
          .then(shown, (error: unknown) => console.warn('A part did not load ahead of time.', error))
      return () => {
        gone = true
      }
    }, [needed])
    return Part ? <Part {...props} /> : null
  }
}

/** Loads all such parts that are known, so that a test need not wait for each. */
export const loadAllParts = async (): Promise<void> => {
  await Promise.all(loads.map((load) => load()))
}

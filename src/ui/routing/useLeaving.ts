import type { HistoryLocation } from '@tanstack/history'
import { useEffect, useEffectEvent, useState } from 'react'
import { useHistory } from './place.ts'

/** Somebody wants to go: by a link, or by the browser's back and forward. */
export interface Leaving {
  stay(): void
  leave(): void
}

/**
 * Holds whoever leaves while `holds`, so that a question can be asked; null while nobody leaves.
 * @param isLeaving tells which addresses are elsewhere; all of them where it is not given.
 */
export function useLeaving(
  holds: boolean,
  isLeaving: (next: HistoryLocation) => boolean = () => true,
): Leaving | null {
  const history = useHistory()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const isElsewhere = useEffectEvent(isLeaving)
  useEffect(() => {
    if (!holds) return
    return history.block({
      // Closing the tab is asked about by whoever knows what is not kept.
      enableBeforeUnload: false,
      blockerFn: ({ currentLocation, nextLocation, action }) => {
        if (!isElsewhere(nextLocation)) return false
        const { href, state } = nextLocation
        const free = { ignoreBlocker: true }
        const go = () => {
          if (action === 'PUSH') history.push(href, state, free)
          else if (action === 'REPLACE') history.replace(href, state, free)
          else history.go(state.__TSR_index - currentLocation.state.__TSR_index, free)
        }
        setLeaving({
          stay: () => setLeaving(null),
          leave: () => {
            setLeaving(null)
            go()
          },
        })
        return true
      },
    })
  }, [history, holds])
  return leaving
}

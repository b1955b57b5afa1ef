import { useMemo, useRef } from 'react'
import type { Exit } from './exits.ts'

/**
 * The fields that each exit has asked for since the deal came to this place, by transition. They stay when they are
 * filled, so that nobody's editor vanishes while typing.
 */
export function useAskedFields(
  exits: readonly Exit[],
  place: string,
): ReadonlyMap<string, readonly string[]> {
  const kept = useRef<{ readonly place: string; readonly asked: Map<string, readonly string[]> }>(null)
  return useMemo(() => {
    const asked = new Map(kept.current?.place === place ? kept.current.asked : [])
    for (const { transition, verdict } of exits) {
      const wanted = verdict.blockers.flatMap(({ field, failing }) =>
        [field, ...failing.map((leaf) => leaf.field)].filter((key) => key !== null),
      )
      asked.set(transition.id, [...new Set([...(asked.get(transition.id) ?? []), ...wanted])])
    }
    kept.current = { place, asked }
    return asked
  }, [exits, place])
}

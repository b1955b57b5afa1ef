/**
 * Which way the page runs. Our own CSS follows `dir` by logical properties; MUI's writes left and right, so that from
 * right to left its styles come from a second cache that mirrors them, loaded when it is first needed.
 */
import createCache, { type EmotionCache } from '@emotion/cache'
import { useSyncExternalStore } from 'react'
import type { Direction } from '../../text/direction.ts'
import { styleNonce } from './styleNonce.ts'

interface Shown {
  readonly direction: Direction
  readonly cache: EmotionCache
}

const leftToRight: Shown = { direction: 'ltr', cache: createCache({ key: 'ltr', nonce: styleNonce }) }
let shown = leftToRight
const listeners = new Set<() => void>()

/** Turns the page. Where the mirrored styles cannot be loaded it rejects, and the page stays as it was. */
export async function showDirection(direction: Direction): Promise<void> {
  shown =
    direction === 'ltr'
      ? leftToRight
      : { direction, cache: (await import('./rightToLeft.ts')).rightToLeftCache }
  document.documentElement.dir = direction
  for (const listener of listeners) listener()
}

function onDirection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useDirection = (): Shown => useSyncExternalStore(onDirection, () => shown)

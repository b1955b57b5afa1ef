/** What somebody writes of no known kind, who saw it through the gate: the sentinel is the value that is there. */
import { isMasked } from '../../src/domain/process/masking.ts'
import type { Json } from '../services.ts'
import type { Mask } from './mask.ts'
import { refuseNothingHidden } from './settled.ts'

/** @throws ApiError VALIDATION_FAILED where the sentinel stands and nothing can stay as it is. */
export function settledJson(
  sent: Json,
  had: Json | undefined,
  given: { readonly at: string; readonly mask: Mask | undefined },
): Json {
  if (typeof sent !== 'object' || sent === null) return sent
  if (isMasked(sent)) {
    if (!given.mask || had === undefined) refuseNothingHidden(given.at)
    return had
  }
  const there = new Map(typeof had === 'object' && had !== null ? Object.entries(had) : [])
  const inside = (value: Json, key: string | number): Json =>
    settledJson(value, there.get(String(key)), { ...given, at: `${given.at}.${key}` })
  return Array.isArray(sent)
    ? sent.map(inside)
    : Object.fromEntries(Object.entries(sent).map(([key, value]) => [key, inside(value, key)]))
}

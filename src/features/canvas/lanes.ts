/** Several transitions between the same two stages: how far each lies beside the others. */
import type { ProcessDocument } from '../../domain/process/process.ts'

export interface Lane {
  /** In lanes' widths from the middle; 0 for one that is alone in its direction. */
  readonly beside: number
  /** Whether another one leads the other way. */
  readonly returns: boolean
}

export const alone: Lane = { beside: 0, returns: false }

type Part = Pick<ProcessDocument, 'transitions'>
let known: { readonly transitions: Part['transitions']; readonly lanes: ReadonlyMap<string, Lane> } | null =
  null

/** Those that are not alone, by id. */
export function lanesOf({ transitions }: Part): ReadonlyMap<string, Lane> {
  if (known?.transitions === transitions) return known.lanes
  const pairs = new Map<string, string[]>()
  for (const { id, fromStageId, toStageId } of Object.values(transitions)) {
    const pair = `${fromStageId} ${toStageId}`
    const ids = pairs.get(pair)
    if (ids) ids.push(id)
    else pairs.set(pair, [id])
  }
  const lanes = new Map<string, Lane>()
  for (const ids of pairs.values()) {
    const [first] = ids
    const { fromStageId, toStageId } = transitions[first ?? ''] ?? {}
    const returns = pairs.has(`${toStageId} ${fromStageId}`)
    if (ids.length === 1 && !returns) continue
    for (const [nth, id] of ids.sort().entries())
      lanes.set(id, { beside: nth - (ids.length - 1) / 2, returns })
  }
  known = { transitions, lanes }
  return lanes
}

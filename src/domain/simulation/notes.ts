/** What the exact numbers rest on, in words: what was assumed, what does not fit together, what never ends. */

export type NoteKind =
  | 'no-start'
  | 'cannot-win'
  | 'trapped'
  | 'no-exit'
  | 'endless'
  | 'not-implied'
  | 'duration-assumed'
  | 'weight-missing'
  | 'rework-not-counted'

export interface AnalysisNote {
  readonly kind: NoteKind
  /** One or two sentences. */
  readonly sentence: string
  /** The stages it is about, by order. */
  readonly stageIds: readonly string[]
}

/** What building a chain found out, by stage id. */
export interface NotesTaken {
  readonly durationAssumed: string[]
  readonly notImplied: { readonly stageId: string; readonly stated: number; readonly implied: number }[]
  readonly unweighted: string[]
  readonly reworkUnweighted: string[]
}

export function notesInWords(taken: NotesTaken, nameOf: (stageId: string) => string): AnalysisNote[] {
  const notes: AnalysisNote[] = []
  if (taken.durationAssumed.length > 0)
    notes.push({
      kind: 'duration-assumed',
      sentence: `${listed(taken.durationAssumed, nameOf)} ${taken.durationAssumed.length === 1 ? 'has' : 'have'} no usable average duration: 1 day is assumed.`,
      stageIds: taken.durationAssumed,
    })
  for (const { stageId, stated, implied } of taken.notImplied)
    notes.push({
      kind: 'not-implied',
      sentence: `The ${percent(stated / 100)} of “${nameOf(stageId)}” are not implied by the graph: its exits lead to stages that give ${percent(implied)}.`,
      stageIds: [stageId],
    })
  if (taken.unweighted.length > 0)
    notes.push({
      kind: 'weight-missing',
      sentence: `In ${listed(taken.unweighted, nameOf)} some exits have a weight and some have none: those without get no deals.`,
      stageIds: taken.unweighted,
    })
  if (taken.reworkUnweighted.length > 0)
    notes.push({
      kind: 'rework-not-counted',
      sentence: `The ways back out of ${listed(taken.reworkUnweighted, nameOf)} have no weight: the numbers count no deal going back.`,
      stageIds: taken.reworkUnweighted,
    })
  return notes
}

/** “A”, “B” and “C”; from four on, the rest by number. */
export function listed(stageIds: readonly string[], nameOf: (stageId: string) => string): string {
  const names = stageIds.slice(0, stageIds.length > 3 ? 2 : 3).map((id) => `“${nameOf(id)}”`)
  if (stageIds.length > 3) return `${names.join(', ')} and ${stageIds.length - 2} more stages`
  const last = names.pop() ?? ''
  return names.length > 0 ? `${names.join(', ')} and ${last}` : last
}

/** "12 %" style without the space: "12%", "0.4%", "0%". */
export function percent(share: number): string {
  const value = share * 100
  const rounded = value !== 0 && Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  return `${rounded}%`
}

/** What touches one element of a process: all that is left in full light while attention is on it. */
import type { ProcessDocument } from '../domain/process/process.ts'
import type { ElementRef } from './editor.ts'
import { localExits, waysIn } from './ways.ts'

const cache = new WeakMap<ProcessDocument, Map<string, ReadonlySet<string>>>()

/**
 * Ids of the stage with its transitions in and out and the stages at their other ends; of a transition, with both
 * its ends. Empty for an element that is not there.
 */
export function touching(document: ProcessDocument, { kind, id }: ElementRef): ReadonlySet<string> {
  const known = cache.get(document) ?? new Map<string, ReadonlySet<string>>()
  cache.set(document, known)
  const had = known.get(id)
  if (had) return had
  const found = new Set(kind === 'stage' ? aroundStage(document, id) : aroundTransition(document, id))
  known.set(id, found)
  return found
}

function aroundStage(document: ProcessDocument, stageId: string): string[] {
  if (!document.stages[stageId]) return []
  const ways = [...waysIn(document, stageId), ...localExits(document, stageId)]
  return [stageId, ...ways.flatMap(({ id, fromStageId, toStageId }) => [id, fromStageId ?? '', toStageId])]
}

function aroundTransition(document: ProcessDocument, transitionId: string): string[] {
  const transition = document.transitions[transitionId]
  return transition ? [transitionId, transition.fromStageId ?? '', transition.toStageId] : []
}

/** Whether an element steps back because attention is on others. */
export const isInShade = (
  {
    document,
    session,
  }: { readonly document: ProcessDocument; readonly session: { readonly spotlight: ElementRef | null } },
  id: string,
): boolean => session.spotlight !== null && !touching(document, session.spotlight).has(id)

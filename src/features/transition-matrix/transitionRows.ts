/**
 * What a row of the transitions table shows, derived from the open process; by the order of the stages. A row whose
 * parts are the same stays the same object.
 */
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import { sameValue } from '../../domain/process/equality.ts'
import { graphOf } from '../../domain/process/graph.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { sharesOf } from '../../editor/names.ts'
import { problemsAt } from '../../editor/problems.ts'
import { sourceNameOf, stageNameOf } from '../../editor/rowNames.ts'
import { localExits } from '../../editor/ways.ts'
import { say } from '../../text/index.ts'

export interface TransitionRow {
  readonly transition: StageTransition
  readonly from: string
  readonly to: string
  /** The first condition in words and how many more there are; null where there is none. */
  readonly condition: { readonly sentence: string; readonly more: number } | null
  /** Whole percent of the deals that leave here, where all siblings have a weight. */
  readonly share: number | null
  readonly problems: readonly Problem[]
}

interface Given {
  readonly document: ProcessDocument
  readonly reference: ReferenceData
  readonly problems: readonly Problem[]
}

const made = new WeakMap<StageTransition, TransitionRow>()

export function transitionRows({ document, reference, problems }: Given): readonly TransitionRow[] {
  const graph = graphOf(document)
  const place = (id: string | null) => (id === null ? Number.MAX_SAFE_INTEGER : graph.positionOf(id))
  return [...graph.transitions]
    .sort(
      (a, b) =>
        place(a.fromStageId) - place(b.fromStageId) ||
        place(a.toStageId) - place(b.toStageId) ||
        (a.id < b.id ? -1 : 1),
    )
    .map((transition): TransitionRow => {
      const [first, ...more] = transition.conditions
      const siblings = transition.fromStageId === null ? [] : localExits(document, transition.fromStageId)
      const share = sharesOf(siblings)[siblings.findIndex(({ id }) => id === transition.id)]
      const row: TransitionRow = {
        transition,
        from: sourceNameOf(document, transition),
        to: stageNameOf(document, transition.toStageId),
        condition: first
          ? {
              sentence: first.name.trim() || say.rule(ruleSentence(first.check, reference.fields)),
              more: more.length,
            }
          : null,
        share: share ?? null,
        problems: problemsAt(problems, { kind: 'transition', id: transition.id }),
      }
      const had = made.get(transition)
      if (had && sameValue(had, row)) return had
      made.set(transition, row)
      return row
    })
}

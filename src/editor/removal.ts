/** What would go, change or be left naming nothing if elements were deleted now. Read before asking and by the dialog. */
import { diffProcesses } from '../domain/process/diff.ts'
import { isHidden } from '../domain/process/hidden.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { dropRows } from '../domain/process/rows.ts'
import { type Use, usesByComments, usesOfStage } from '../domain/process/whereUsed.ts'
import { withoutRowsAbout, withoutStages } from '../domain/process/withoutStages.ts'
import type { EditorState, ElementRef } from './editor.ts'

export interface Removal {
  readonly stageIds: readonly string[]
  readonly transitionIds: readonly string[]
  /** Stages of these that hold open deals; amounts in the company's currency. */
  readonly deals: readonly {
    readonly stageId: string
    readonly count: number
    readonly amount: number | null
  }[]
  /** Transitions, scenarios, comments and accepted problems that are deleted along, beside those that were meant. */
  readonly goes: readonly Use[]
  /** Scenarios that lose steps or go on elsewhere, and migrations that lose their target. */
  readonly changes: readonly Use[]
  /** Rules, action parameters and lineages that go on naming a stage that is not there any more. */
  readonly dangling: readonly Use[]
}

type Known = Pick<EditorState, 'document' | 'usage'>

export function removalOf(
  { document, usage }: Known,
  elements: readonly ElementRef[],
  successors: Readonly<Record<string, string>> = {},
): Removal {
  const ids = (kind: ElementRef['kind']) =>
    elements.flatMap((element) => (element.kind === kind ? [element.id] : []))
  const stageIds = ids('stage')
  const transitionIds = ids('transition')
  const gone = new Set([...stageIds, ...transitionIds])
  const after = without(document, stageIds, transitionIds, successors)
  const { transitions, scenarios, waivers, comments } = diffProcesses(document, after)
  const dangling = stageIds.flatMap((id) =>
    usesOfStage(document, id).filter(
      ({ as, at }) =>
        (as === 'rule' || as === 'condition' || as === 'action' || as === 'lineage') &&
        stillThere(after, at.id),
    ),
  )
  return {
    stageIds,
    transitionIds,
    deals: stageIds.flatMap((stageId) => {
      const { openDeals = 0, openAmount = 0, amountHidden } = usage?.[stageId] ?? {}
      return openDeals > 0 ? [{ stageId, count: openDeals, amount: amountHidden ? null : openAmount }] : []
    }),
    goes: [
      ...Object.values(transitions.removed)
        .filter(({ id }) => !gone.has(id))
        .map(({ id, toStageId }): Use => {
          const enters = stageIds.includes(toStageId)
          return {
            as: enters ? 'comesFrom' : 'goesTo',
            at: { kind: 'transition', id, field: enters ? 'toStageId' : 'fromStageId' },
            name: '',
          }
        }),
      ...Object.keys(scenarios.removed).map(scenarioUse),
      ...Object.values(waivers.removed).map(
        ({ targetId, ruleId }): Use => ({
          as: 'waiver',
          at: { kind: 'process', id: targetId, field: 'waivers' },
          name: ruleId,
        }),
      ),
      ...usesByComments(
        comments.removed,
        new Set(Object.values(comments.removed).map(({ targetId }) => targetId)),
      ),
    ],
    changes: [
      ...Object.keys(scenarios.updated).map(scenarioUse),
      ...stageIds.flatMap((id) => usesOfStage(document, id).filter(({ as }) => as === 'migration')),
    ],
    dangling: dangling.filter(
      (one, index) => dangling.findIndex((other) => other.at === one.at || sameUse(other, one)) === index,
    ),
  }
}

/** Whether more is lost than what was pointed at: then people are asked, though undo brings all back. */
export function asksFirst(document: ProcessDocument, removal: Removal): boolean {
  const { deals, goes, changes, dangling } = removal
  const matters = ({ as, at }: Use): boolean => {
    const transition = as === 'comesFrom' || as === 'goesTo' ? document.transitions[at.id] : undefined
    if (!transition || isHidden(transition, 'actions')) return true
    return transition.conditions.length + transition.actions.length > 0
  }
  return deals.length > 0 || changes.length > 0 || dangling.length > 0 || goes.some(matters)
}

function without(
  document: ProcessDocument,
  stageIds: readonly string[],
  transitionIds: readonly string[],
  successors: Readonly<Record<string, string>>,
): ProcessDocument {
  const rest = withoutRowsAbout(dropRows(document, 'transitions', transitionIds), transitionIds)
  return withoutStages(rest, stageIds, successors)
}

const scenarioUse = (id: string): Use => ({
  as: 'scenario',
  at: { kind: 'scenario', id, field: 'steps' },
  name: '',
})

const stillThere = (document: ProcessDocument, id: string): boolean =>
  document.stages[id] !== undefined || document.transitions[id] !== undefined

const sameUse = (a: Use, b: Use): boolean =>
  a.as === b.as && a.name === b.name && a.at.id === b.at.id && a.at.field === b.at.field

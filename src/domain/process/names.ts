/** What a row is called in a sentence: labels of undo, refusals, differences and problems all say it alike. */
import type { ProcessDocument, TableName } from './process.ts'
import type { StageTransition } from './transition.ts'

type Stages = Pick<ProcessDocument, 'stages'>

/** A stage's name as written; "Unnamed stage" where it is blank, "a missing stage" where it is not there. */
export function stageNameOf(document: Stages, stageId: string): string {
  const stage = Object.hasOwn(document.stages, stageId) ? document.stages[stageId] : undefined
  if (!stage) return 'a missing stage'
  return stage.stageName.trim() || 'Unnamed stage'
}

/** The name in typographic quotes. */
export const quoted = (name: string): string => `“${name}”`

/** "“Proposal”", "“Proposal” and “Negotiation”", "5 stages". */
export function stagesInWords(document: Stages, stageIds: readonly string[]): string {
  if (stageIds.length > 2) return `${stageIds.length} stages`
  return stageIds.map((id) => quoted(stageNameOf(document, id))).join(' and ')
}

/** Where a transition leaves: a stage's name, or "any open stage" for a global one. */
export function sourceNameOf(document: Stages, transition: Pick<StageTransition, 'fromStageId'>): string {
  return transition.fromStageId === null ? 'any open stage' : stageNameOf(document, transition.fromStageId)
}

/** A transition's own name, else "Qualification → Proposal". */
export function transitionNameOf(document: ProcessDocument, transitionId: string): string {
  const transition = document.transitions[transitionId]
  if (!transition) return 'a missing transition'
  const name = transition.transitionName.trim()
  return name || `${sourceNameOf(document, transition)} → ${stageNameOf(document, transition.toStageId)}`
}

const commentNouns = { text: 'Comment', resolved: 'Resolved comment', reopened: 'Reopened comment' } as const

/** The name of any row; of a waiver, the rule it covers and what it is about. */
export function rowNameOf(document: ProcessDocument, table: TableName | 'process', id: string): string {
  switch (table) {
    case 'process':
      return document.process.processName.trim() || 'Unnamed process'
    case 'stages':
      return stageNameOf(document, id)
    case 'transitions':
      return transitionNameOf(document, id)
    case 'scenarios':
      return document.scenarios[id]?.scenarioName.trim() || 'Unnamed scenario'
    case 'waivers': {
      const waiver = document.waivers[id]
      return waiver
        ? `${waiver.ruleId} at ${quoted(targetNameOf(document, waiver.targetId))}`
        : 'a missing waiver'
    }
    case 'comments': {
      const comment = document.comments[id]
      if (!comment) return 'a missing comment'
      return `${commentNouns[comment.kind]} on ${quoted(targetNameOf(document, comment.targetId))}`
    }
  }
}

/** The name of whatever has the id: stage, transition, scenario or the process itself. */
export function targetNameOf(document: ProcessDocument, targetId: string): string {
  if (document.stages[targetId]) return stageNameOf(document, targetId)
  if (document.transitions[targetId]) return transitionNameOf(document, targetId)
  if (document.scenarios[targetId]) return rowNameOf(document, 'scenarios', targetId)
  return rowNameOf(document, 'process', targetId)
}

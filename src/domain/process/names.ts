/** What a row is called in a sentence: labels of undo, refusals, differences and problems all say it alike. */
import type { ProcessDocument, TableName } from './process.ts'
import type { StageTransition } from './transition.ts'

type Stages = Pick<ProcessDocument, 'stages'>

/** What stands where there is no name; the interface says it in its own language (editor/rowNames.ts). */
export interface Nameless {
  readonly missingStage: string
  readonly missingTransition: string
  readonly unnamedStage: string
  readonly unnamedScenario: string
  readonly unnamedProcess: string
  readonly anyOpenStage: string
}

const english: Nameless = {
  missingStage: 'a missing stage',
  missingTransition: 'a missing transition',
  unnamedStage: 'Unnamed stage',
  unnamedScenario: 'Unnamed scenario',
  unnamedProcess: 'Unnamed process',
  anyOpenStage: 'any open stage',
}

/** A stage's name as written; "Unnamed stage" where it is blank, "a missing stage" where it is not there. */
export function stageNameOf(document: Stages, stageId: string, words = english): string {
  const stage = Object.hasOwn(document.stages, stageId) ? document.stages[stageId] : undefined
  if (!stage) return words.missingStage
  return stage.stageName.trim() || words.unnamedStage
}

/** The name in typographic quotes. */
export const quoted = (name: string): string => `“${name}”`

/** "“Proposal”", "“Proposal” and “Negotiation”", "5 stages". */
export function stagesInWords(document: Stages, stageIds: readonly string[]): string {
  if (stageIds.length > 2) return `${stageIds.length} stages`
  return stageIds.map((id) => quoted(stageNameOf(document, id))).join(' and ')
}

/** Where a transition leaves: a stage's name, or "any open stage" for a global one. */
export function sourceNameOf(
  document: Stages,
  { fromStageId }: Pick<StageTransition, 'fromStageId'>,
  words = english,
): string {
  return fromStageId === null ? words.anyOpenStage : stageNameOf(document, fromStageId, words)
}

/** A transition's own name, else "Qualification → Proposal". */
export function transitionNameOf(document: ProcessDocument, transitionId: string, words = english): string {
  const transition = document.transitions[transitionId]
  if (!transition) return words.missingTransition
  const name = transition.transitionName.trim()
  const from = sourceNameOf(document, transition, words)
  return name || `${from} → ${stageNameOf(document, transition.toStageId, words)}`
}

const commentNouns = { text: 'Comment', resolved: 'Resolved comment', reopened: 'Reopened comment' } as const

/** The name of any row; of a waiver, the rule it covers and what it is about. */
export function rowNameOf(document: ProcessDocument, table: TableName | 'process', id: string): string {
  switch (table) {
    case 'process':
      return targetNameOf(document, document.process.id)
    case 'stages':
      return stageNameOf(document, id)
    case 'transitions':
      return transitionNameOf(document, id)
    case 'scenarios':
      return document.scenarios[id] ? targetNameOf(document, id) : english.unnamedScenario
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
export function targetNameOf(document: ProcessDocument, targetId: string, words = english): string {
  if (document.stages[targetId]) return stageNameOf(document, targetId, words)
  if (document.transitions[targetId]) return transitionNameOf(document, targetId, words)
  const scenario = document.scenarios[targetId]
  if (scenario) return scenario.scenarioName.trim() || words.unnamedScenario
  return document.process.processName.trim() || words.unnamedProcess
}

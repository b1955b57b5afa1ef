/**
 * What stages and transitions are called in speech: visible name first, then type, state, position. Relations stand
 * in the description, so that a name stays short; told briefly, both leave out what can be asked for (D). Spec:
 * accessibility §2.7.
 */

import type { Problem } from '../domain/lint/rule.ts'
import { graphOf } from '../domain/process/graph.ts'
import type { ProcessDocument } from '../domain/process/process.ts'
import { type SalesStage, stageKind } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { language, text } from '../text/index.ts'
import { verbosity } from '../text/verbosity.ts'
import type { EditorSession, ElementRef } from './editor.ts'
import { openProblems, problemsAt } from './problems.ts'
import { sourceNameOf, stageNameOf } from './rowNames.ts'
import { sameElement } from './session.ts'
import { localExits, waysIn } from './ways.ts'

/** What a name is read from. `EditorState` with `problems` added fits. */
export interface Readable {
  readonly document: ProcessDocument
  readonly session?: Pick<EditorSession, 'selection'>
  readonly problems?: readonly Problem[]
}

/** "Process canvas, Enterprise sales, 8 stages, 9 transitions, 2 problems". */
export function canvasName({ document, problems = [] }: Readable): string {
  return text('speech', 'canvasName', {
    name: document.process.processName,
    stages: text('speech', 'stages', { count: Object.keys(document.stages).length }),
    transitions: text('speech', 'transitions', { count: Object.keys(document.transitions).length }),
    problems: text('speech', 'problems', { count: openProblems(problems).length }),
  })
}

/** "Qualification, open stage, 40 percent, 1 problem, stage 2 of 8". Empty for an unknown id. */
export function stageName(from: Readable, stageId: string): string {
  const { document } = from
  const stage = document.stages[stageId]
  if (!stage) return ''
  const graph = graphOf(document)
  return [
    stageNameOf(document, stageId),
    kindWords(document, stageId),
    ...(graph.entry?.id === stageId ? [text('speech', 'entry')] : []),
    ...(stage.isActive ? [] : [text('speech', 'inactive')]),
    ...stateWords(from, { kind: 'stage', id: stageId }),
    ...(verbosity() === 'brief'
      ? []
      : [text('speech', 'position', { number: graph.positionOf(stageId) + 1, count: graph.stages.length })]),
  ].join(', ')
}

/** "From Lead in. Goes to Proposal, 60 percent, and Nurture, 40 percent. Target 5 days." */
export function stageDescription({ document }: Readable, stageId: string): string {
  const stage = document.stages[stageId]
  if (!stage) return ''
  const isEntry = graphOf(document).entry?.id === stageId
  const sources = [...new Set(waysIn(document, stageId).map((way) => sourceWords(document, way)))]
  const exits = localExits(document, stageId)
  const shares = sharesOf(exits)
  const targets = exits.map((exit, index) => withShare(stageNameOf(document, exit.toStageId), shares[index]))
  const kind = stageKind(stage)
  const origin =
    sources.length > 0
      ? text('speech', 'from', { names: listed(sources) })
      : text('speech', isEntry ? 'startHere' : 'noIncoming')
  const onward =
    kind !== 'open'
      ? text('speech', kind === 'won' ? 'finalWon' : 'finalLost')
      : targets.length > 0
        ? text('speech', 'goesTo', { names: listed(targets) })
        : text('speech', 'noOutgoing')
  const days = stage.averageDurationDays
  if (verbosity() === 'brief') return onward
  return [
    origin,
    onward,
    ...(days === null ? [] : [text('speech', 'targetDays', { count: days })]),
    ...(verbosity() === 'detailed' ? demandsOf(stage) : []),
  ].join(' ')
}

/** "2 required fields." "Needs approval." */
function demandsOf({ requiredFields, requiresApproval }: SalesStage): string[] {
  return [
    ...(requiredFields.length > 0
      ? [text('speech', 'requiredFields', { count: requiredFields.length })]
      : []),
    ...(requiresApproval ? [text('speech', 'needsApproval')] : []),
  ]
}

/** "Budget confirmed, from Qualification to Proposal, 60 percent". Empty for an unknown id. */
export function transitionName(from: Readable, transitionId: string): string {
  const { document } = from
  const transition = document.transitions[transitionId]
  if (!transition) return ''
  const ends = {
    from: sourceWords(document, transition),
    to: stageNameOf(document, transition.toStageId),
  }
  const name = transition.transitionName.trim()
  const share = shareOf(document, transition)
  return [
    name ? text('speech', 'transitionNamed', { name, ...ends }) : text('speech', 'transitionUnnamed', ends),
    ...(share === undefined || verbosity() === 'brief' ? [] : [text('speech', 'percent', { value: share })]),
    ...manner(transition),
    ...stateWords(from, { kind: 'transition', id: transitionId }),
  ].join(', ')
}

/** As reached from its stage: "Budget confirmed, to Proposal, 60 percent, 1 of 2 from Qualification". */
export function transitionBranchName(from: Readable, transitionId: string): string {
  const { document } = from
  const transition = document.transitions[transitionId]
  if (!transition || transition.fromStageId === null) return transitionName(from, transitionId)
  const siblings = localExits(document, transition.fromStageId)
  if (siblings.length === 1) return transitionName(from, transitionId)
  const share = shareOf(document, transition)
  const name = text('speech', 'transitionBranch', {
    name: transition.transitionName.trim() || text('speech', 'unnamed'),
    to: stageNameOf(document, transition.toStageId),
    share: share === undefined ? '' : `, ${text('speech', 'percent', { value: share })}`,
    number: siblings.findIndex((other) => other.id === transitionId) + 1,
    count: siblings.length,
    from: sourceWords(document, transition),
  })
  return [name, ...manner(transition), ...stateWords(from, { kind: 'transition', id: transitionId })].join(
    ', ',
  )
}

const manner = ({ isAutomatic, isRework, onRefusal }: StageTransition): string[] => [
  ...(isAutomatic ? [text('speech', 'automatic')] : []),
  ...(isRework ? [text('speech', 'rework')] : []),
  ...(onRefusal ? [text('speech', 'onRefusal')] : []),
]

/** "open stage, 40 percent" · "won, final stage". */
export function kindWords(document: ProcessDocument, stageId: string): string {
  const stage = document.stages[stageId]
  if (!stage) return ''
  const kind = stageKind(stage)
  if (kind === 'open') return text('speech', 'kindOpen', { probability: stage.defaultProbability })
  return text('speech', kind === 'won' ? 'kindWon' : 'kindLost')
}

/** "Lead in", or "any open stage" for a global transition. */
export const sourceWords = (document: ProcessDocument, transition: StageTransition): string =>
  transition.fromStageId === null ? text('speech', 'anyOpenStage') : sourceNameOf(document, transition)

/** "A", "A and B", "A, B and C" in the language of the interface. */
export const listed = (words: readonly string[]): string => {
  if (language() !== 'en') return listFormat(language()).format(words)
  // English has no comma before the "and", but where parts have commas themselves.
  const nested = words.some((word) => word.includes(','))
  if (nested && words.length > 1) return `${words.slice(0, -1).join(', ')}, and ${words.at(-1)}`
  return listFormat('en-GB').format(words)
}

const listFormats = new Map<string, Intl.ListFormat>()

/** Making one takes longer than all else that a name needs. */
function listFormat(locale: string): Intl.ListFormat {
  const format = listFormats.get(locale) ?? new Intl.ListFormat(locale)
  listFormats.set(locale, format)
  return format
}

/** Shares of the exits in whole percent, where every one has a weight; else none is known. */
export function sharesOf(exits: readonly StageTransition[]): readonly (number | undefined)[] {
  const weights = exits.map((exit) => exit.weight)
  const total = weights.reduce<number>((sum, weight) => sum + (weight ?? 0), 0)
  const known = exits.length > 1 && total > 0 && weights.every((weight) => weight !== null)
  return weights.map((weight) => (known ? Math.round(((weight ?? 0) / total) * 100) : undefined))
}

const withShare = (name: string, share: number | undefined): string =>
  share === undefined ? name : `${name}, ${text('speech', 'percent', { value: share })}`

function shareOf(document: ProcessDocument, transition: StageTransition): number | undefined {
  if (transition.fromStageId === null) return undefined
  const siblings = localExits(document, transition.fromStageId)
  return sharesOf(siblings)[siblings.findIndex((other) => other.id === transition.id)]
}

function stateWords({ session, problems }: Readable, element: ElementRef): string[] {
  const selected = session?.selection.some((other) => sameElement(other, element)) ?? false
  const count = problems ? problemsAt(problems, element).length : 0
  return [
    ...(selected ? [text('speech', 'selected')] : []),
    ...(count > 0 ? [text('speech', 'problems', { count })] : []),
  ]
}

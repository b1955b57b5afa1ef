/** Longer words on request: what surrounds an element (D), and the whole process in a few sentences. */
import { graphOf } from '../domain/process/graph.ts'
import { hasHidden, isHidden } from '../domain/process/hidden.ts'
import { closesLoop, mainPath } from '../domain/process/mainPath.ts'
import { stageKind } from '../domain/process/stage.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { language, say, text } from '../text/index.ts'
import type { ElementRef } from './editor.ts'
import { kindWords, listed, type Readable, sharesOf, sourceWords, transitionName } from './names.ts'
import { openProblems, problemsAt } from './problems.ts'
import { stageNameOf } from './rowNames.ts'
import { localExits, waysIn } from './ways.ts'
import { anyOfWords, whoWords } from './whoWords.ts'

/** Empty for an element that is not there. */
export function describe(from: Readable, element: ElementRef): string {
  return element.kind === 'stage' ? describeStage(from, element.id) : describeTransition(from, element.id)
}

function describeStage(from: Readable, stageId: string): string {
  const { document } = from
  const stage = document.stages[stageId]
  if (!stage) return ''
  const graph = graphOf(document)
  const place = graph.positionOf(stageId)
  const ways = waysIn(document, stageId)
  const returning = new Set(ways.filter((way) => closesLoop(graph, way)))
  const sources = names(ways.filter((way) => !returning.has(way)).map((way) => sourceWords(document, way)))
  const returns = names([...returning].map((way) => sourceWords(document, way)))
  const exits = localExits(document, stageId)
  const shares = sharesOf(exits)
  const targets = exits.map((exit, index) => {
    const name = stageNameOf(document, exit.toStageId)
    const condition = exit.transitionName.trim()
    const reached = condition
      ? text('speech', 'when', { name, condition: lowered(condition) })
      : isOtherwise(exit, exits)
        ? text('speech', 'otherwise', { name })
        : name
    const share = shares[index]
    return share === undefined ? reached : `${reached}, ${text('speech', 'percent', { value: share })}`
  })
  return [
    text('speech', 'describePosition', {
      name: stageNameOf(document, stageId),
      kind: [kindWords(document, stageId), ...(stage.isActive ? [] : [text('speech', 'inactive')])].join(
        ', ',
      ),
      number: place + 1,
      count: graph.stages.length,
    }),
    ...(sources.length > 0
      ? [text('speech', 'comesFrom', { names: listed(sources) })]
      : graph.entry?.id === stageId
        ? [text('speech', 'startHere')]
        : returns.length > 0
          ? []
          : [text('speech', 'noIncoming')]),
    ...(targets.length > 0
      ? [text('speech', 'goesTo', { names: branches(targets) })]
      : stageKind(stage) === 'open'
        ? [text('speech', 'noOutgoing')]
        : []),
    ...(returns.length > 0
      ? [text('speech', 'returns', { count: returns.length, names: listed(returns) })]
      : []),
    ...problemWords(from, { kind: 'stage', id: stageId }),
    ...(stage.averageDurationDays === null
      ? []
      : [text('speech', 'targetDays', { count: stage.averageDurationDays })]),
    ...(isHidden(stage, 'escalation') ? [text('hidden', 'escalation')] : []),
    ...(stage.escalation
      ? [
          text('speech', 'escalates', {
            count: stage.escalation.after_days,
            who: listed(stage.escalation.tell.map(whoWords)),
          }),
        ]
      : []),
    ...(stage.lockedFields ? [text('speech', 'locks', { count: stage.lockedFields.length })] : []),
  ].join(' ')
}

function describeTransition(from: Readable, transitionId: string): string {
  const transition = from.document.transitions[transitionId]
  if (!transition) return ''
  const conditions = transition.conditions.length
  return [
    `${transitionName({ document: from.document }, transitionId)}.`,
    ...(conditions > 0 ? [text('speech', 'conditions', { count: conditions })] : []),
    ...(transition.isAutomatic
      ? [
          transition.afterDays === null
            ? text('speech', 'movesByItself')
            : text('speech', 'afterDays', { count: transition.afterDays }),
        ]
      : []),
    ...(transition.isRework ? [text('speech', 'isRework')] : []),
    ...(transition.onRefusal ? [text('speech', 'isOnRefusal')] : []),
    ...(transition.runBy?.length && !transition.isAutomatic
      ? [text('speech', 'runBy', { who: anyOfWords(transition.runBy) })]
      : []),
    ...problemWords(from, { kind: 'transition', id: transitionId }),
  ].join(' ')
}

/** "Enterprise sales has 8 stages and 9 transitions. It starts at Lead in. It ends in Won or Lost. …" */
export function processSummary({ document, problems = [] }: Readable): string {
  const graph = graphOf(document)
  const ends = [...graph.wonStages, ...graph.lostStages].map((stage) => stageNameOf(document, stage.id))
  const path = mainPath(document)
  const forks = graph.openStages
    .filter((stage) => localExits(document, stage.id).length > 1)
    .map((stage) => stageNameOf(document, stage.id))
  const loops = Object.values(document.transitions)
    .filter((way) => closesLoop(graph, way))
    .map((way) =>
      text('speech', 'loop', { from: sourceWords(document, way), to: stageNameOf(document, way.toStageId) }),
    )
  const count = openProblems(problems).length
  return [
    text('speech', 'summaryCounts', {
      name: document.process.processName,
      stages: text('speech', 'stages', { count: graph.stages.length }),
      transitions: text('speech', 'transitions', { count: Object.keys(document.transitions).length }),
    }),
    graph.entry
      ? text('speech', 'summaryStart', { name: stageNameOf(document, graph.entry.id) })
      : text('speech', 'summaryNoStart'),
    ends.length > 0 ? text('speech', 'summaryEnd', { names: either(ends) }) : text('speech', 'summaryNoEnd'),
    ...(path.length > 1
      ? [text('speech', 'summaryPath', { names: path.map((id) => stageNameOf(document, id)).join(', ') })]
      : []),
    ...(forks.length > 0 ? [text('speech', 'summaryBranches', { names: listed(forks) })] : []),
    ...(loops.length > 0
      ? [text('speech', 'summaryLoops', { count: loops.length, names: loops.join(', ') })]
      : []),
    capitalised(`${text('speech', 'problems', { count })}.`),
    ...(hasHidden(document) ? [text('hidden', 'some')] : []),
  ].join(' ')
}

function problemWords({ problems }: Readable, element: ElementRef): string[] {
  const found = problems ? problemsAt(problems, element) : []
  if (found.length === 0) return []
  const messages = found.map((problem) => say(problem.message)).join(' ')
  return [text('speech', 'problemList', { count: found.length, messages })]
}

const names = (all: readonly string[]): string[] => [...new Set(all)]
const either = (all: readonly string[]): string =>
  new Intl.ListFormat(language() === 'en' ? 'en-GB' : language(), { type: 'disjunction' }).format(all)
/** A way without a condition beside ways with one is taken when none of theirs holds. */
const isOtherwise = (exit: StageTransition, exits: readonly StageTransition[]): boolean =>
  exit.conditions.length === 0 && exits.some((other) => other.conditions.length > 0)
function branches(all: readonly string[]): string {
  const last = all.at(-1)
  if (last === undefined || all.length === 1) return last ?? ''
  return text('speech', 'andTo', { names: all.slice(0, -1).join('; '), name: last })
}
const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)
const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

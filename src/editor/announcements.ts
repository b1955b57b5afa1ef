/**
 * What a screen reader is told after a change of the document: effects that focus does not already say. A change of
 * a field says nothing: the field itself does. Wording: accessibility §2.7.
 */
import type { PayloadOf } from '../domain/commands/registry.ts'
import type { Problem } from '../domain/lint/rule.ts'
import { describeChanges } from '../domain/process/describeChanges.ts'
import { type ProcessDocument, stagesInOrder } from '../domain/process/process.ts'
import type { StageTransition } from '../domain/process/transition.ts'
import { language, say, text } from '../text/index.ts'
import { verbosity } from '../text/verbosity.ts'
import type { EditorChange } from './editor.ts'
import { sourceWords } from './names.ts'
import { openProblems } from './problems.ts'
import { stageNameOf } from './rowNames.ts'
import { heirOf } from './session.ts'

export interface Speaker {
  /** Keys are called as on Apple's keyboards. */
  readonly mac?: boolean
}

/** One or several full sentences; empty where nothing needs to be said. */
export function sentenceFor(change: EditorChange, { mac = false }: Speaker = {}): string {
  switch (change.origin) {
    case 'undo':
      return text('speech', 'undone', { step: spoken(say(change.label)) })
    case 'redo':
      return text('speech', 'redone', { step: spoken(say(change.label)) })
    case 'merge': {
      const count = describeChanges(change.diff, change.before, change.after).length
      return count === 0 ? '' : text('speech', 'merged', { count })
    }
    case 'command':
      return afterCommand(change, mac)
  }
}

/** What is said when a connection was refused. */
export const connectionRefused = (reason: string): string => text('speech', 'notConnected', { reason })

/** What became of the problems: "New problem: … 2 problems in total.", "Problem fixed. 1 left.", "No problems." */
export function problemDelta(before: readonly Problem[], after: readonly Problem[]): string {
  const had = new Set(openProblems(before).map((problem) => problem.id))
  const now = openProblems(after)
  const fresh = now.find((problem) => !had.has(problem.id))
  const count = now.length
  if (fresh) {
    const news = text('speech', 'problemNew', { message: say(fresh.message) })
    return verbosity() === 'brief' ? news : `${news} ${text('speech', 'problemsInTotal', { count })}`
  }
  const left = new Set(now.map((problem) => problem.id))
  if ([...had].every((id) => left.has(id))) return ''
  return count === 0 ? text('speech', 'noProblems') : text('speech', 'problemFixed', { count })
}

function afterCommand(change: EditorChange, mac: boolean): string {
  const { call, diff, before, after, label } = change
  if (!call) return ''
  const addedStages = Object.values(diff.stages.added)
  const addedTransitions = Object.values(diff.transitions.added)
  switch (call.id) {
    case 'addStage': {
      const [stage] = addedStages
      if (!stage) return ''
      const name = stageNameOf(after, stage.id)
      const neighbour = call.payload.afterStageId
      const sentence =
        neighbour === undefined
          ? text('speech', 'stageAdded', { name })
          : text('speech', 'stageAddedAfter', { name, after: stageNameOf(after, neighbour) })
      return addedTransitions.length > 0 ? `${sentence} ${text('speech', 'connected')}` : sentence
    }
    case 'insertStageOnTransition': {
      const [stage] = addedStages
      const split = before.transitions[call.payload.transitionId]
      if (!stage || !split) return ''
      return text('speech', 'stageInserted', { name: stageNameOf(after, stage.id), ...endsOf(before, split) })
    }
    case 'putStageOnTransition': {
      const split = before.transitions[call.payload.transitionId]
      if (!split) return ''
      return text('speech', 'stageInserted', {
        name: stageNameOf(after, call.payload.stageId),
        ...endsOf(before, split),
      })
    }
    case 'removeStages':
      return stagesDeleted(change, call.payload, mac)
    case 'connectStages': {
      const [only] = addedTransitions
      return addedTransitions.length === 1 && only
        ? text('speech', 'transitionCreated', endsOf(after, only))
        : text('speech', 'transitionsCreated', { count: addedTransitions.length })
    }
    case 'removeTransitions': {
      const gone = Object.values(diff.transitions.removed)
      const [only] = gone
      return gone.length === 1 && only
        ? text('speech', 'transitionDeleted', endsOf(before, only))
        : text('speech', 'transitionsDeleted', { count: gone.length })
    }
    case 'reconnectTransition': {
      const transition = after.transitions[call.payload.transitionId]
      return transition ? text('speech', 'transitionReconnected', endsOf(after, transition)) : ''
    }
    case 'reorderStages':
      return stageMoved(before, after, call.payload.movedStageId)
    case 'alignStages':
      return text('speech', 'aligned', { count: call.payload.stageIds.length })
    case 'distributeStages':
      return text('speech', 'distributed', { count: call.payload.stageIds.length })
    case 'layoutProcess':
      return text('speech', 'laidOut')
    case 'duplicateStages':
      return text('speech', 'duplicated', { count: addedStages.length })
    case 'pasteFragment':
      return text('speech', 'pasted', { count: addedStages.length })
    case 'applyTemplate':
      return text('speech', 'templateApplied', countsOf(after))
    case 'replaceDocument':
      return text('speech', 'documentReplaced', { label: spoken(say(label), true), ...countsOf(after) })
    case 'applyFix':
      if (call.payload.calls.every(({ id }) => id === 'removeStages' || id === 'removeTransitions'))
        return elementsDeleted(change, mac)
      if (call.payload.calls[0]?.id === 'addStage' || call.payload.calls[0]?.id === 'insertStageOnTransition')
        return text('speech', 'stageAdded', { name: stageNameOf(after, addedStages[0]?.id ?? '') })
      return text('speech', 'fixed', { title: spoken(say(label)) })
    case 'waiveProblem':
      return text('speech', 'waived')
    case 'withdrawWaiver':
      return text('speech', 'waiverWithdrawn')
    case 'saveScenario':
      return text('speech', 'scenarioSaved', { name: call.payload.scenario.scenarioName })
    case 'removeScenario':
      return text('speech', 'scenarioDeleted', {
        name: before.scenarios[call.payload.scenarioId]?.scenarioName ?? '',
      })
    case 'addComment':
      return text('speech', call.payload.threadId === undefined ? 'commented' : 'replied')
    case 'resolveComment':
      return text('speech', call.payload.resolved ? 'commentResolved' : 'commentReopened')
    case 'removeComment':
      return text('speech', 'commentDeleted')
    case 'editComment':
      return text('speech', 'commentEdited')
    case 'moveStages':
    case 'updateStage':
    case 'updateStages':
    case 'updateTransition':
    case 'copyRule':
    case 'updateProcess':
    case 'setPolicies':
    case 'setStageMigration':
      return ''
  }
}

/** "Proposal deleted with 2 transitions. Focus on Qualification. Undo: Control Z." */
function stagesDeleted(
  { before, after, diff }: EditorChange,
  { stageIds }: PayloadOf<'removeStages'>,
  mac: boolean,
): string {
  const [first] = stageIds
  if (first === undefined) return ''
  const name = stageNameOf(before, first)
  const count = Object.keys(diff.transitions.removed).length
  const deleted =
    stageIds.length > 1
      ? text('speech', 'stagesDeleted', { count: stageIds.length })
      : count > 0
        ? text('speech', 'stageDeletedWith', { name, count })
        : text('speech', 'stageDeleted', { name })
  if (verbosity() === 'brief') return deleted
  const heir = heirOf({ kind: 'stage', id: first }, before, after)
  const focus = heir ? [text('speech', 'focusOn', { name: stageNameOf(after, heir.id) })] : []
  return [deleted, ...focus, undoHint(mac)].join(' ')
}

/** Stages and transitions in one step. */
function elementsDeleted({ diff, call }: EditorChange, mac: boolean): string {
  const calls = call?.id === 'applyFix' ? call.payload.calls : []
  const named = calls.flatMap((one) => (one.id === 'removeTransitions' ? one.payload.transitionIds : []))
  const deleted = text('speech', 'elementsDeleted', {
    stages: text('speech', 'stages', { count: Object.keys(diff.stages.removed).length }),
    transitions: text('speech', 'transitions', { count: named.length }),
  })
  return verbosity() === 'brief' ? deleted : `${deleted} ${undoHint(mac)}`
}

const undoHint = (mac: boolean): string =>
  text('speech', 'undoHint', { keys: text('speech', mac ? 'undoKeysMac' : 'undoKeys') })

/** "Proposal moved to position 3 of 8, after Qualification." */
function stageMoved(before: ProcessDocument, after: ProcessDocument, known?: string): string {
  const old = stagesInOrder(before).map((stage) => stage.id)
  const order = stagesInOrder(after).map((stage) => stage.id)
  const shift = (id: string) => Math.abs(order.indexOf(id) - old.indexOf(id))
  const farthest = Math.max(...order.map(shift))
  const moved = order.filter((id) => shift(id) === farthest)
  // Two neighbours that swap moved equally far: the one that came earlier is the news.
  const [farthestId, other] = moved
  const unclear = moved.length > 2 || (moved.length === 2 && other !== undefined && farthest > 1)
  const id = known ?? (unclear ? undefined : farthestId)
  if (id === undefined) return text('speech', 'reordered')
  const place = order.indexOf(id)
  const name = stageNameOf(after, id)
  const previous = order[place - 1]
  return previous === undefined
    ? text('speech', 'stageMovedFirst', { name, count: order.length })
    : text('speech', 'stageMoved', {
        name,
        number: place + 1,
        count: order.length,
        after: stageNameOf(after, previous),
      })
}

const endsOf = (document: ProcessDocument, transition: StageTransition) => ({
  from: sourceWords(document, transition),
  to: stageNameOf(document, transition.toStageId),
})

const countsOf = (document: ProcessDocument) => ({
  stages: text('speech', 'stages', { count: Object.keys(document.stages).length }),
  transitions: text('speech', 'transitions', { count: Object.keys(document.transitions).length }),
})

/** A label inside a sentence: without quotation marks, which readers stumble over, and in lower case where the language has it so. */
function spoken(label: string, atStart = false): string {
  const plain = label.replace(/[“”„]/g, '')
  return atStart || language() !== 'en' ? plain : plain.charAt(0).toLowerCase() + plain.slice(1)
}

/** The quick fixes that several rules offer, as commands with the title people read on the button. */
import type { CommandCall, PayloadOf } from '../commands/registry.ts'
import { type SalesStage, stageKind } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import type { LintContext, QuickFix } from './rule.ts'
import { stageWords } from './words.ts'

type StageChanges = PayloadOf<'updateStage'>['changes']

/** Marks the fix that "fix all" of its rule uses. */
export const forAll = (fix: QuickFix): QuickFix => ({ ...fix, fixAll: true })

export function connect(context: LintContext, fromStageId: string, toStageId: string): QuickFix {
  return {
    title: `Connect ${stageWords(context, fromStageId)} to ${stageWords(context, toStageId)}`,
    command: { id: 'connectStages', payload: { connections: [{ fromStageId, toStageId }] } },
  }
}

export function changeStage(title: string, stageId: string, changes: StageChanges): QuickFix {
  return { title, command: { id: 'updateStage', payload: { stageId, changes } } }
}

export function changeStages(title: string, changes: Readonly<Record<string, StageChanges>>): QuickFix {
  return { title, command: { id: 'updateStages', payload: { changes } } }
}

export function changeTransition(
  title: string,
  transitionId: string,
  changes: PayloadOf<'updateTransition'>['changes'],
): QuickFix {
  return { title, command: { id: 'updateTransition', payload: { transitionId, changes } } }
}

export function removeTransition(transition: StageTransition): QuickFix {
  return {
    title: 'Remove the transition',
    command: { id: 'removeTransitions', payload: { transitionIds: [transition.id] } },
  }
}

/** Marks a transition as a deliberate way back; where the policy forbids that, allows it in the same step. */
export function markAsRework({ document }: LintContext, transition: StageTransition): QuickFix {
  const mark = {
    id: 'updateTransition',
    payload: { transitionId: transition.id, changes: { isRework: true } },
  } as const
  if (document.process.policies.allow_rework) return { title: 'Mark as rework', command: mark }
  const title = 'Allow rework and mark this transition as such'
  return {
    title,
    command: {
      id: 'applyFix',
      payload: { title, calls: [{ id: 'setPolicies', payload: { changes: { allow_rework: true } } }, mark] },
    },
  }
}

/** Numbers all stages 1…n in the order in which every view shows them. */
export function renumber({ graph }: LintContext): QuickFix {
  return forAll({
    title: 'Renumber the stages',
    command: { id: 'reorderStages', payload: { stageIds: graph.stages.map((stage) => stage.id) } },
  })
}

/** Moves closed stages behind the open ones; nothing else changes its place. */
export function closedLast({ graph }: LintContext): QuickFix {
  const isOpen = (stage: SalesStage) => stageKind(stage) === 'open'
  const order = [...graph.stages.filter(isOpen), ...graph.stages.filter((stage) => !isOpen(stage))]
  return {
    title: 'Put the closed stages last',
    command: { id: 'reorderStages', payload: { stageIds: order.map((stage) => stage.id) } },
  }
}

/** A new closed stage, connected from the last open one by order so that deals can get there. */
export function addClosed({ graph }: LintContext, kind: 'won' | 'lost'): CommandCall {
  const last = graph.openStages.at(-1)
  return { id: 'addStage', payload: { kind, ...(last ? { afterStageId: last.id, connect: true } : {}) } }
}

/** What a list of stages to choose from holds, in process order: a word on each, and why some cannot be chosen. */
import { graphOf } from '../../domain/process/graph.ts'
import type { Editor } from '../../editor/editor.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { text } from '../../text/index.ts'

export type PickGroup = 'groupOpen' | 'groupConnected' | 'groupImpossible'

export interface StagePick {
  readonly stageId: string
  readonly name: string
  /** "stage 3", "creates a loop back to Qualification", or why not. */
  readonly note: string
  readonly group: PickGroup
  readonly possible: boolean
}

const rank: Readonly<Record<PickGroup, number>> = { groupOpen: 0, groupConnected: 1, groupImpossible: 2 }

/** Every stage of the process. */
export function allPicks(editor: Editor): StagePick[] {
  const { document } = editor.store.getState()
  return graphOf(document).stages.map((stage, index) => ({
    stageId: stage.id,
    name: stageNameOf(document, stage.id),
    note: text('stageDialogs', 'stageNumber', { number: index + 1 }),
    group: 'groupOpen',
    possible: true,
  }))
}

/** Stages that a transition may lead to (`end` target) or come from, as the other end of the given stage. */
export function connectionPicks(editor: Editor, stageId: string, end: 'source' | 'target'): StagePick[] {
  const { document } = editor.store.getState()
  const graph = graphOf(document)
  const loops = end === 'target' ? graph.leadingTo([stageId]) : graph.reachableFrom([stageId])
  const picks = allPicks(editor)
    .filter((pick) => pick.stageId !== stageId)
    .map((pick): StagePick => {
      const [from, to] = end === 'target' ? [stageId, pick.stageId] : [pick.stageId, stageId]
      const reason = editor.refusal('connectStages', { connections: [{ fromStageId: from, toStageId: to }] })
      const twin = Object.values(document.transitions).some(
        (transition) => transition.fromStageId === from && transition.toStageId === to,
      )
      if (twin)
        return {
          ...pick,
          note: text('stageDialogs', 'alreadyConnected'),
          group: 'groupConnected',
          possible: reason === null,
        }
      if (reason !== null) return { ...pick, note: reason, group: 'groupImpossible', possible: false }
      if (!loops.has(pick.stageId)) return pick
      return {
        ...pick,
        note: text('stageDialogs', 'loop', {
          name: stageNameOf(document, end === 'target' ? stageId : pick.stageId),
        }),
      }
    })
  return picks.sort((a, b) => rank[a.group] - rank[b.group])
}

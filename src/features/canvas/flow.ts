/**
 * From the document to what React Flow mounts. Rows that did not change give the same node and edge objects, so that
 * an edit renders one card and not a thousand. Sizes and handles are given: React Flow never has to measure.
 */
import { type Edge, type Node, Position as Side } from '@xyflow/react'
import { type ProcessDocument, stagesInOrder } from '../../domain/process/process.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import type { EditorState, ElementRef } from '../../editor/editor.ts'
import { sameElement } from '../../editor/session.ts'
import { cardHeight, cardWidth } from './geometry.ts'

export type StageNode = Node<Record<string, never>, 'stage'>
export type TransitionEdge = Edge<Record<string, never>, 'transition'>
/** One of the many arrows of a transition that leaves every open stage. */
export type GlobalEdge = Edge<{ readonly transitionId: string }, 'global'>

const handles = [
  { type: 'source' as const, position: Side.Right, x: cardWidth, y: cardHeight / 2, width: 1, height: 1 },
  { type: 'target' as const, position: Side.Left, x: 0, y: cardHeight / 2, width: 1, height: 1 },
]
const size = { width: cardWidth, height: cardHeight }
const silent = { ariaRole: 'presentation', domAttributes: { 'aria-roledescription': undefined } } as const

const nodes = new WeakMap<SalesStage, StageNode>()

/** One node a stage, in process order: reading order follows it. */
export function nodesOf(document: ProcessDocument): StageNode[] {
  return stagesInOrder(document).map((stage) => {
    const had = nodes.get(stage)
    if (had) return had
    const node: StageNode = {
      id: stage.id,
      type: 'stage',
      position: stage.position,
      data: {},
      ...size,
      measured: size,
      handles,
      focusable: false,
      ...silent,
    }
    nodes.set(stage, node)
    return node
  })
}

const edges = new WeakMap<StageTransition, TransitionEdge>()

/** One edge a transition between two stages. Global ones are a badge on their target instead. */
export function edgesOf(document: ProcessDocument): TransitionEdge[] {
  const all = Object.values(document.transitions).sort((a, b) => (a.id < b.id ? -1 : 1))
  return all.flatMap((transition) => {
    const { id, fromStageId: source, toStageId: target } = transition
    if (source === null || !document.stages[source] || !document.stages[target]) return []
    const had = edges.get(transition)
    if (had) return [had]
    const edge: TransitionEdge = {
      id,
      type: 'transition',
      source,
      target,
      data: {},
      focusable: false,
      selectable: false,
      ariaRole: 'presentation',
      domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined },
    }
    edges.set(transition, edge)
    return [edge]
  })
}

/** An arrow from every open stage that a global transition leaves, for those who want to see each of them. */
export function globalEdgesOf(document: ProcessDocument): GlobalEdge[] {
  const sources = Object.values(document.stages).filter(
    (stage) => stage.isActive && stageKind(stage) === 'open',
  )
  return Object.values(document.transitions).flatMap(({ id, fromStageId, toStageId }) =>
    fromStageId === null && document.stages[toStageId]
      ? sources
          .filter((stage) => stage.id !== toStageId)
          .map((stage) => ({
            id: `${id} from ${stage.id}`,
            type: 'global' as const,
            source: stage.id,
            target: toStageId,
            data: { transitionId: id },
            focusable: false,
            selectable: false,
            ariaRole: 'presentation' as const,
            domAttributes: { 'aria-hidden': true, 'aria-roledescription': undefined },
          }))
      : [],
  )
}

export const isSelected = ({ session }: Pick<EditorState, 'session'>, element: ElementRef): boolean =>
  session.selection.some((selected) => sameElement(selected, element))

/** What stands on the canvas for an element: a global transition has no arrow and is shown on its target's card. */
export function drawn(document: ProcessDocument, { kind, id }: ElementRef): ElementRef | null {
  if (kind === 'stage') return document.stages[id] ? { kind, id } : null
  const transition = document.transitions[id]
  if (!transition) return null
  if (transition.fromStageId !== null) return { kind, id }
  return document.stages[transition.toStageId] ? { kind: 'stage', id: transition.toStageId } : null
}

/** Whether the stage's card is what takes focus when the canvas does. */
export function isTabStop({ session, document }: EditorState, stageId: string): boolean {
  const shown = session.active && drawn(document, session.active)
  return shown?.kind === 'stage' && shown.id === stageId
}

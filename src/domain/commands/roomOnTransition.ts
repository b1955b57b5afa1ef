/** Where a stage stands that is taken into a transition: between its ends, which move apart where they are too near. */
import { canvasGrid, cardSize } from '../process/canvasGrid.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { Position } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import { withPositions } from './moveStages.ts'

/** The middle between both ends; left of the target where the transition leaves no stage in particular. */
export function placeBetween(document: ProcessDocument, transition: StageTransition): Position {
  const to = document.stages[transition.toStageId]?.position ?? { x: 0, y: 0 }
  const from =
    (transition.fromStageId === null ? undefined : document.stages[transition.fromStageId]?.position) ??
    ({ x: to.x - 2 * canvasGrid.x, y: to.y } satisfies Position)
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
}

/** Less than this between the two ends, and the new stage's card would touch theirs. */
const tight = 2 * cardSize.width + 80

/** Opens the drawing where both ends lie in one row and too near: all that lies from the target on moves right. */
export function withRoomOn(document: ProcessDocument, transition: StageTransition): ProcessDocument {
  const from = document.stages[transition.fromStageId ?? '']?.position
  const to = document.stages[transition.toStageId]?.position
  if (!from || !to || Math.abs(to.y - from.y) >= cardSize.height) return document
  const between = to.x - from.x
  if (between < cardSize.width || between >= tight) return document
  const by = 2 * canvasGrid.x - between
  const beyond = Object.values(document.stages).filter(
    ({ position }) => position.x > to.x - cardSize.width / 2 && position.x > from.x,
  )
  return withPositions(
    document,
    Object.fromEntries(beyond.map(({ id, position }) => [id, { x: position.x + by, y: position.y }])),
  )
}

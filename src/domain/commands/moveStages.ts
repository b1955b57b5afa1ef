/** Moves stages on the canvas. */
import { z } from 'zod'
import { stagesInWords } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows, withFields } from '../process/rows.ts'
import { type Position, positionSchema } from '../process/stage.ts'
import { defineCommand } from './command.ts'

export const moveStages = defineCommand({
  id: 'moveStages',
  payload: z.strictObject({ positions: z.record(z.string(), positionSchema) }),
  label: (document, { positions }) => `Move ${stagesInWords(document, Object.keys(positions))}`,
  refuse: (document, { positions }) => {
    const ids = Object.keys(positions)
    if (ids.length === 0) return 'Choose at least one stage to move.'
    return ids.every((id) => document.stages[id]) ? null : 'A stage to move is not in this process any more.'
  },
  run: (document, { positions }) => withPositions(document, byHand(positions)),
})

/** The places as somebody chose them. */
export const byHand = (positions: Readonly<Record<string, Position>>): Record<string, Position> =>
  Object.fromEntries(Object.entries(positions).map(([id, { x, y }]) => [id, { x, y, by_hand: true }]))

export function withPositions(
  document: ProcessDocument,
  positions: Readonly<Record<string, Position>>,
): ProcessDocument {
  const moved = Object.entries(positions).flatMap(([id, position]) => {
    const stage = document.stages[id]
    return stage ? [withFields(stage, { position })] : []
  })
  return putRows(document, 'stages', moved)
}

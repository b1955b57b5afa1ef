/** Puts stages on one line: the outermost edge on that side, or the middle of the whole group. */
import { z } from 'zod'
import { stagesInWords } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { Position } from '../process/stage.ts'
import { defineCommand } from './command.ts'
import { byHand, withPositions } from './moveStages.ts'

export const alignments = ['left', 'center', 'right', 'top', 'middle', 'bottom'] as const
export type Alignment = (typeof alignments)[number]

const words: Readonly<Record<Alignment, string>> = {
  left: 'at their left edges',
  center: 'at their centers',
  right: 'at their right edges',
  top: 'at their top edges',
  middle: 'at their middles',
  bottom: 'at their bottom edges',
}

export const alignStages = defineCommand({
  id: 'alignStages',
  payload: z.strictObject({ stageIds: z.array(z.string()), to: z.enum(alignments) }),
  label: (document, { stageIds, to }) => `Align ${stagesInWords(document, stageIds)} ${words[to]}`,
  refuse: (document, { stageIds }) => {
    if (stageIds.some((id) => !document.stages[id]))
      return 'A stage to align is not in this process any more.'
    return new Set(stageIds).size > 1 ? null : 'Select two or more stages to align them.'
  },
  run: (document, { stageIds, to }) => withPositions(document, byHand(aligned(document, stageIds, to))),
})

function aligned(
  document: ProcessDocument,
  stageIds: readonly string[],
  to: Alignment,
): Record<string, Position> {
  const places = stageIds.flatMap((id): [string, Position][] => {
    const stage = document.stages[id]
    return stage ? [[id, stage.position]] : []
  })
  const upright = to === 'left' || to === 'center' || to === 'right'
  const along = places.map(([, { x, y }]) => (upright ? x : y))
  const low = Math.min(...along)
  const high = Math.max(...along)
  const line =
    to === 'left' || to === 'top'
      ? low
      : to === 'right' || to === 'bottom'
        ? high
        : Math.round((low + high) / 2)
  return Object.fromEntries(places.map(([id, { x, y }]) => [id, upright ? { x: line, y } : { x, y: line }]))
}

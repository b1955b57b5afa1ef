/** Evens out the gaps between stages: the outermost two stay, the others stand equally far apart between them. */
import { z } from 'zod'
import { stagesInWords } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import type { Position } from '../process/stage.ts'
import { defineCommand } from './command.ts'
import { byHand, withPositions } from './moveStages.ts'

export const directions = ['horizontally', 'vertically'] as const

export const distributeStages = defineCommand({
  id: 'distributeStages',
  payload: z.strictObject({ stageIds: z.array(z.string()), direction: z.enum(directions) }),
  label: (document, { stageIds, direction }) =>
    `Distribute ${stagesInWords(document, stageIds)} ${direction}`,
  refuse: (document, { stageIds }) => {
    if (stageIds.some((id) => !document.stages[id]))
      return 'A stage to distribute is not in this process any more.'
    return new Set(stageIds).size > 2 ? null : 'Select three or more stages to distribute them.'
  },
  run: (document, { stageIds, direction }) =>
    withPositions(
      document,
      byHand(distributed(document, stageIds, direction === 'horizontally' ? 'x' : 'y')),
    ),
})

/** Cards have one size, so equal steps between places are equal gaps between cards. */
function distributed(
  document: ProcessDocument,
  stageIds: readonly string[],
  axis: 'x' | 'y',
): Record<string, Position> {
  const other = axis === 'x' ? 'y' : 'x'
  const row = [...new Set(stageIds)]
    .flatMap((id) => document.stages[id] ?? [])
    .sort(
      (a, b) =>
        a.position[axis] - b.position[axis] ||
        a.position[other] - b.position[other] ||
        (a.id < b.id ? -1 : 1),
    )
  const start = row[0]?.position[axis] ?? 0
  const step = ((row.at(-1)?.position[axis] ?? start) - start) / Math.max(1, row.length - 1)
  return Object.fromEntries(
    row.map(({ id, position }, index) => [id, { ...position, [axis]: Math.round(start + step * index) }]),
  )
}

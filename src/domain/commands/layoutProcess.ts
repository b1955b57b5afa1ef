/** Gives stages the places that automatic layout found: one step of undo with a label of its own. */
import { defineCommand } from './command.ts'
import { moveStages, withPositions } from './moveStages.ts'

export const layoutProcess = defineCommand({
  ...moveStages,
  id: 'layoutProcess',
  label: () => 'Lay out automatically',
  run: (document, { positions }) => withPositions(document, positions),
})

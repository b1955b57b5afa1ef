/** Makes transitions. A source of null makes a global one: it leaves every open stage. */
import { z } from 'zod'
import { quoted, sourceNameOf, stageNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows } from '../process/rows.ts'
import { transitionChangesSchema } from './changes.ts'
import { defineCommand } from './command.ts'
import { connectionRefusal, isReworkByOrder } from './connection.ts'
import { transitionOf } from './newRows.ts'

const connectionSchema = z.strictObject({
  fromStageId: z.string().nullable(),
  toStageId: z.string(),
  id: z.string().min(1).optional(),
  changes: transitionChangesSchema.optional(),
})

export const connectStages = defineCommand({
  id: 'connectStages',
  payload: z.strictObject({
    connections: z.array(connectionSchema).min(1, 'Choose at least one stage to connect.'),
  }),
  label: (document, { connections }) => {
    const [only, ...more] = connections
    if (!only) return 'Connect no stage'
    if (more.length > 0) {
      const targets = new Set(connections.map((connection) => connection.toStageId))
      return targets.size === 1
        ? `Connect ${connections.length} stages to ${quoted(stageNameOf(document, only.toStageId))}`
        : `Add ${connections.length} transitions`
    }
    const source = only.fromStageId === null ? 'any open stage' : quoted(sourceNameOf(document, only))
    return `Connect ${source} to ${quoted(stageNameOf(document, only.toStageId))}`
  },
  refuse: (document, { connections }) => {
    const seen = new Set<string>()
    for (const { fromStageId, toStageId, id } of connections) {
      const refusal = connectionRefusal(document, fromStageId, toStageId)
      if (refusal !== null) return refusal
      if (id !== undefined && (document.transitions[id] || seen.has(`id ${id}`)))
        return 'There is already a transition with this id.'
      if (seen.has(ends(fromStageId, toStageId))) return 'The same two stages are named twice.'
      seen.add(ends(fromStageId, toStageId))
      if (id !== undefined) seen.add(`id ${id}`)
    }
    return null
  },
  run: (document, { connections }, context): ProcessDocument =>
    putRows(
      document,
      'transitions',
      connections.map(({ fromStageId, toStageId, id, changes }) =>
        transitionOf(
          document,
          {
            isRework: isReworkByOrder(document, fromStageId, toStageId),
            ...changes,
            id: id ?? context.newId(),
            fromStageId,
            toStageId,
          },
          context,
        ),
      ),
    ),
})

const ends = (from: string | null, to: string): string => JSON.stringify([from, to])

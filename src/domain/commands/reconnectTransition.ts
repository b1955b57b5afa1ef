/** Gives a transition another source or target; everything else about it stays. A source of null makes it global. */
import { z } from 'zod'
import { quoted, stageNameOf, transitionNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows, withFields } from '../process/rows.ts'
import { goesBackward } from '../process/stageOrder.ts'
import { defineCommand } from './command.ts'
import { connectionRefusal, isReworkByOrder } from './connection.ts'

interface Ends {
  readonly transitionId: string
  readonly fromStageId?: string | null | undefined
  readonly toStageId?: string | undefined
}

export const reconnectTransition = defineCommand({
  id: 'reconnectTransition',
  payload: z.strictObject({
    transitionId: z.string(),
    fromStageId: z.string().nullable().optional(),
    toStageId: z.string().optional(),
  }),
  label: (document, payload) => {
    const name = quoted(transitionNameOf(document, payload.transitionId))
    const { from, to } = endsOf(document, payload)
    const source = from === null ? 'any open stage' : quoted(stageNameOf(document, from))
    const target = quoted(stageNameOf(document, to))
    if (payload.fromStageId === undefined) return `Reconnect ${name} to ${target}`
    if (payload.toStageId === undefined) return `Reconnect ${name} from ${source}`
    return `Reconnect ${name} from ${source} to ${target}`
  },
  refuse: (document, payload) => {
    if (!document.transitions[payload.transitionId]) return 'The transition is not in this process any more.'
    const { from, to } = endsOf(document, payload)
    return connectionRefusal(document, from, to, payload.transitionId)
  },
  run: (document, payload) => {
    const transition = document.transitions[payload.transitionId]
    if (!transition) return document
    const { from, to } = endsOf(document, payload)
    if (from === transition.fromStageId && to === transition.toStageId) return document
    return putRows(document, 'transitions', [
      withFields(transition, {
        fromStageId: from,
        toStageId: to,
        isGlobal: from === null,
        isRework:
          isReworkByOrder(document, from, to) || (transition.isRework && goesBackward(document, from, to)),
      }),
    ])
  },
})

function endsOf(document: ProcessDocument, payload: Ends): { from: string | null; to: string } {
  const transition = document.transitions[payload.transitionId]
  return {
    from: payload.fromStageId === undefined ? (transition?.fromStageId ?? null) : payload.fromStageId,
    to: payload.toStageId ?? transition?.toStageId ?? '',
  }
}

import type { WireProblem } from '../../../src/contract/problems.ts'
import type { updateTransition } from '../../../src/contract/transitions.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, head, rowHeaders, run, write } from '../write.ts'
import { transitionFields, transitionIn } from './resource.ts'

export const update: Handler<typeof updateTransition> = async (asked) => {
  const { services, actor, params, body } = asked
  const { id } = params
  const { fromStageId, toStageId, ...changes } = transitionFields(body, actor)
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId: (await services.processes.placeOf(actor, 'transitions', id)) ?? id,
    kind: 'edit',
    reason: body.reason,
    row: { of: 'transitions', id },
    decide: (state) => {
      const had = transitionIn(state.current, id)
      const { document } = found(state.current, 'stage transition', id)
      const context = contextOf(asked, state)
      const ends = { fromStageId: fromStageId ?? had.fromStageId, toStageId: toStageId ?? had.toStageId }
      if (fromStageId === null || changes.isGlobal === true) ends.fromStageId = null
      const moved = ends.fromStageId !== had.fromStageId || ends.toStageId !== had.toStageId
      const reconnected = moved
        ? run(document, { id: 'reconnectTransition', payload: { transitionId: id, ...ends } }, context)
        : document
      const next = run(
        reconnected,
        { id: 'updateTransition', payload: { transitionId: id, changes } },
        context,
      )
      warnings = refuseWorse(next, state, new Set([id]))
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      return {
        status: 200,
        body: { ...transitionToWire(transitionIn(stored, id)), warnings },
        headers: rowHeaders(stored, 'transitions', id),
      }
    },
  })
}

import type { WireProblem } from '../../../src/contract/problems.ts'
import type { reorderStages } from '../../../src/contract/stages.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, run, write } from '../write.ts'
import { movedTo, stageIn, stagesAnswer } from './resource.ts'

export const reorder: Handler<typeof reorderStages> = async (asked) => {
  const { services, actor, params, body } = asked
  const { id } = params
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId: (await services.processes.placeOf(actor, 'stages', id)) ?? id,
    kind: 'edit',
    row: { of: 'stages', id },
    decide: (state) => {
      stageIn(state.current, id)
      const { document } = found(state.current, 'sales stage', id)
      const context = contextOf(asked, state)
      const next =
        'order' in body
          ? run(document, { id: 'reorderStages', payload: { stageIds: body.order } }, context)
          : movedTo(document, id, body.stage_order, context)
      warnings = refuseWorse(next, state, new Set(Object.keys(next.stages)))
      return next
    },
    answer: (outcome) => stagesAnswer(outcome, null, warnings),
  })
}

import type { deleteTransition } from '../../../src/contract/transitions.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, head, processTag, run, write } from '../write.ts'
import { transitionIn } from './resource.ts'

export const remove: Handler<typeof deleteTransition> = async (asked) => {
  const { services, actor, params, query } = asked
  const { id } = params
  return await write(asked, {
    processId: (await services.processes.placeOf(actor, 'transitions', id)) ?? id,
    kind: 'edit',
    reason: query.reason,
    row: { of: 'transitions', id },
    decide: (state) => {
      transitionIn(state.current, id)
      const { document } = found(state.current, 'stage transition', id)
      const payload = { transitionIds: [id] }
      const next = run(document, { id: 'removeTransitions', payload }, contextOf(asked, state))
      refuseWorse(next, state, new Set())
      return next
    },
    answer: (outcome) => ({
      status: 200,
      headers: { ETag: processTag(outcome.revision) },
      body: {
        id,
        deleted: true,
        process_id: head(outcome).document.process.id,
        revision: outcome.revision,
        archived: transitionToWire(transitionIn(outcome.before, id)),
      },
    }),
  })
}

import type { deleteStage } from '../../../src/contract/stages.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { refuseStranding } from '../stranding.ts'
import { contextOf, head, processTag, run, write } from '../write.ts'
import { stageIn } from './resource.ts'

export const remove: Handler<typeof deleteStage> = async (asked) => {
  const { services, actor, params, query } = asked
  const { id } = params
  return await write(asked, {
    processId: (await services.processes.placeOf(actor, 'stages', id)) ?? id,
    kind: 'edit',
    reason: query.reason,
    row: { of: 'stages', id },
    decide: (state) => {
      stageIn(state.current, id)
      const current = found(state.current, 'sales stage', id)
      const migrations = query.migrate_to === undefined ? {} : { [id]: query.migrate_to }
      const next = run(
        current.document,
        { id: 'removeStages', payload: { stageIds: [id], migrations } },
        contextOf(asked, state),
      )
      refuseStranding(current.document, next, state.usage)
      refuseWorse(next, state, new Set())
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      const before = found(outcome.before, 'sales stage', id)
      const gone = Object.values(before.document.transitions).filter(
        (transition) => !stored.document.transitions[transition.id],
      )
      return {
        status: 200,
        headers: { ETag: processTag(outcome.revision) },
        body: {
          id,
          deleted: true,
          deleted_at: stored.document.process.updatedAt ?? services.now(),
          reason: query.reason ?? null,
          process_id: stored.document.process.id,
          revision: outcome.revision,
          archived: { stage: toWire(stageIn(before, id)), transitions: gone.map(transitionToWire) },
          migrated_deals: outcome.migrated[id] ?? 0,
        },
      }
    },
  })
}

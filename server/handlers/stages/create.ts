import type { WireProblem } from '../../../src/contract/problems.ts'
import type { createStage } from '../../../src/contract/stages.ts'
import { withProbabilityBetween } from '../../../src/domain/commands/addStage.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { writable } from '../../masking/settled.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, head, rowHeaders, run, write } from '../write.ts'
import { changesOf, movedTo, stageIn, stageToResource } from './resource.ts'

export const create: Handler<typeof createStage> = async (asked) => {
  const { services, actor, body } = asked
  const processId = body.process_id ?? (await services.processes.loadDefault(actor))?.document.process.id
  if (processId === undefined) {
    throw new ApiError(
      'NOT_FOUND',
      'There is no process yet to put a stage into. Create a sales process first.',
    )
  }
  const id = body.id ?? services.newId()
  const { changes, order } = changesOf(writable('stage', ownFields(body), { mask: actor.mask, isNew: true }))
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId,
    kind: 'edit',
    decide: (state) => {
      const { document } = found(state.current, 'sales process', processId)
      if (document.stages[id])
        throw new ApiError('ALREADY_EXISTS', `There is a stage ${id} already.`, { field: 'id' })
      const kind = changes.isClosedWon === true ? 'won' : changes.isClosedLost === true ? 'lost' : 'open'
      const context = contextOf(asked, state)
      const added = run(document, { id: 'addStage', payload: { id, kind, changes } }, context)
      const moved = order === null ? added : movedTo(added, id, order, context)
      const keep = kind !== 'open' || changes.defaultProbability !== undefined
      const next = withProbabilityBetween(moved, id, { keep })
      warnings = refuseWorse(next, state, new Set([id]))
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      const stage = stageIn(stored, id)
      return {
        status: 201,
        body: { ...stageToResource(stage), warnings },
        headers: {
          ...rowHeaders(stored, 'stages', id),
          Location: `/api/sales-stages/${encodeURIComponent(id)}/`,
        },
      }
    },
  })
}

/** Leaves out what says where the stage is and what only the server writes. */
export function ownFields<Body extends object>(body: Body) {
  const {
    id: _id,
    process_id: _process,
    company_id: _company,
    created_by_user_id: _createdBy,
    updated_by_user_id: _updatedBy,
    created_at: _created,
    updated_at: _updated,
    is_deleted: _deleted,
    deleted_at: _deletedAt,
    reason: _reason,
    ...own
  } = body as Body & Record<ServerOwned, unknown>
  return own as Omit<Body, ServerOwned>
}
type ServerOwned =
  | 'id'
  | 'process_id'
  | 'company_id'
  | 'created_by_user_id'
  | 'updated_by_user_id'
  | 'created_at'
  | 'updated_at'
  | 'is_deleted'
  | 'deleted_at'
  | 'reason'

import type { WireProblem } from '../../../src/contract/problems.ts'
import type { createTransition } from '../../../src/contract/transitions.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { contextOf, head, rowHeaders, run, write } from '../write.ts'
import { transitionFields, transitionIn } from './resource.ts'

export const create: Handler<typeof createTransition> = async (asked) => {
  const { services, actor, body } = asked
  const id = body.id ?? services.newId()
  const {
    fromStageId: from = null,
    toStageId,
    isGlobal = false,
    ...changes
  } = transitionFields(body, {
    ...actor,
    isNew: true,
  })
  const fromStageId = isGlobal ? null : from
  if (fromStageId === null && !isGlobal) {
    const message = 'Name the stage that the transition leaves, or make it global with is_global.'
    throw new ApiError('VALIDATION_FAILED', `from_stage_id is not valid: ${message}`, {
      in: 'body',
      issues: [{ path: 'from_stage_id', message }],
    })
  }
  const processId =
    body.process_id ?? (await services.processes.placeOf(actor, 'stages', fromStageId ?? toStageId)) ?? ''
  let warnings: WireProblem[] = []
  return await write(asked, {
    processId,
    kind: 'edit',
    decide: (state) => {
      const { document } = found(state.current, 'sales stage', fromStageId ?? toStageId)
      if (document.transitions[id]) {
        throw new ApiError('ALREADY_EXISTS', `There is a transition ${id} already.`, { field: 'id' })
      }
      const connection = { id, fromStageId, toStageId, changes: { ...changes, isGlobal } }
      const payload = { connections: [connection] }
      const next = run(document, { id: 'connectStages', payload }, contextOf(asked, state))
      warnings = refuseWorse(next, state, new Set([id]))
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      return {
        status: 201,
        body: { ...transitionToWire(transitionIn(stored, id)), warnings },
        headers: {
          ...rowHeaders(stored, 'transitions', id),
          Location: `/api/stage-transitions/${encodeURIComponent(id)}/`,
        },
      }
    },
  })
}

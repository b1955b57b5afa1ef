import type { readStage } from '../../../src/contract/stages.ts'
import type { StageAction } from '../../../src/domain/process/action.ts'
import { toWire } from '../../../src/domain/process/wire.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { rowHeaders } from '../write.ts'
import { stageIn, stageToResource } from './resource.ts'

export const read: Handler<typeof readStage> = async ({ services, actor, params, query }) => {
  const stored = found(await services.processes.holding(actor, 'stages', params.id), 'sales stage', params.id)
  const stage = stageIn(stored, params.id)
  const { include_transitions = false, include_actions = false } = query
  const touching = Object.values(stored.document.transitions).filter(
    ({ fromStageId, toStageId }) => fromStageId === stage.id || toStageId === stage.id,
  )
  const actions = include_actions ? (await services.reference.all(actor)).actions : {}
  const inOrder = (ids: readonly string[]) =>
    ids
      .flatMap((id): StageAction[] => (actions[id] ? [actions[id]] : []))
      .sort((a, b) => a.executionOrder - b.executionOrder)
      .map(toWire)
  const headers = rowHeaders(stored, 'stages', stage.id)
  return {
    status: 200,
    body: {
      ...stageToResource(stage),
      ...(include_transitions && { transitions: touching.map(transitionToWire) }),
      ...(include_actions && {
        actions: { entry: inOrder(stage.entryActionIds), exit: inOrder(stage.exitActionIds) },
      }),
    },
    headers: include_transitions || include_actions ? { ETag: headers.ETag ?? '' } : headers,
  }
}

import type { readTransition } from '../../../src/contract/transitions.ts'
import { transitionToWire } from '../../../src/domain/process/wireTransition.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { rowHeaders } from '../write.ts'
import { transitionIn } from './resource.ts'

export const read: Handler<typeof readTransition> = async ({ services, actor, params: { id } }) => {
  const stored = found(await services.processes.holding(actor, 'transitions', id), 'stage transition', id)
  return {
    status: 200,
    body: transitionToWire(transitionIn(stored, id)),
    headers: rowHeaders(stored, 'transitions', id),
  }
}

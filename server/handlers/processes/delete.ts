import type { deleteProcess } from '../../../src/contract/processes.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseStranding } from '../stranding.ts'
import { write } from '../write.ts'

export const remove: Handler<typeof deleteProcess> = async (asked) => {
  const { id } = asked.params
  const reason = asked.query.reason ?? null
  return await write(asked, {
    processId: id,
    kind: 'archive',
    reason,
    decide: (state) => {
      const { document } = found(state.current, 'sales process', id)
      if (document.process.isDefault) {
        throw new ApiError(
          'DEFAULT_PROCESS',
          'The default process cannot be deleted: make another one the default first.',
        )
      }
      refuseStranding(document, null, state.usage)
      return null
    },
    answer: ({ revision }) => ({ status: 200, body: { id, deleted: true, revision, reason } }),
  })
}

import type { updateProcess } from '../../../src/contract/processes.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { found } from '../notFound.ts'
import { refuseWorse } from '../soundness.ts'
import { codeNames } from '../wireBody.ts'
import { contextOf, head, processHeaders, run, write } from '../write.ts'
import { given } from './create.ts'

export const update: Handler<typeof updateProcess> = async (asked) => {
  const { id } = asked.params
  const { policies, reason, ...changes } = codeNames(asked.body)
  return await write(asked, {
    processId: id,
    kind: 'edit',
    reason,
    decide: (state) => {
      const { document } = found(state.current, 'sales process', id)
      if (document.process.isDefault && changes.isDefault === false) {
        throw new ApiError(
          'DEFAULT_PROCESS',
          'A company has one default process: make another one the default instead.',
        )
      }
      const context = contextOf(asked, state)
      const named = run(document, { id: 'updateProcess', payload: { changes } }, context)
      const next = policies
        ? run(named, { id: 'setPolicies', payload: { changes: given(policies) } }, context)
        : named
      refuseWorse(next, state, new Set())
      return next
    },
    answer: (outcome) => {
      const stored = head(outcome)
      return { status: 200, body: documentToWire(stored.document), headers: processHeaders(stored) }
    },
  })
}

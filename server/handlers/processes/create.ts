import type { createProcess } from '../../../src/contract/processes.ts'
import { defaultPolicies, newProcess } from '../../../src/domain/process/process.ts'
import { documentToWire } from '../../../src/domain/process/wireDocument.ts'
import { ApiError } from '../../apiError.ts'
import type { Handler } from '../../http/handler.ts'
import { codeNames } from '../wireBody.ts'
import { head, processHeaders, write } from '../write.ts'

export const create: Handler<typeof createProcess> = async (asked) => {
  const { id = asked.services.newId(), policies, ...own } = codeNames(asked.body)
  return await write(asked, {
    processId: id,
    kind: 'create',
    decide: (state) => {
      if (state.current)
        throw new ApiError('ALREADY_EXISTS', `There is a sales process ${id} already.`, { field: 'id' })
      return newProcess({ ...own, id, policies: { ...defaultPolicies, ...given(policies ?? {}) } })
    },
    answer: (outcome) => {
      const stored = head(outcome)
      return {
        status: 201,
        body: documentToWire(stored.document),
        headers: { ...processHeaders(stored), Location: `/api/sales-processes/${encodeURIComponent(id)}/` },
      }
    },
  })
}

/** Without the keys that are there but undefined. */
export function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

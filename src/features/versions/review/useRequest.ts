import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { PublishRequests } from '../../../data/api/publishRequests.ts'
import { FailedRequest } from '../failedRequest.ts'

/** One request as it is now; `refresh` after something was done to it. */
export function useRequest(requests: Pick<PublishRequests, 'read'>, processId: string, number: number) {
  const cache = useQueryClient()
  const query = useQuery({
    queryKey: ['publishRequests', processId, number],
    queryFn: async () => {
      const answer = await requests.read(processId, number)
      if (!answer.ok) throw new FailedRequest(answer.failure)
      return answer.value
    },
  })
  const refresh = useCallback(
    () => cache.invalidateQueries({ queryKey: ['publishRequests', processId] }),
    [cache, processId],
  )
  const missing =
    query.error instanceof FailedRequest &&
    query.error.failure.kind === 'problem' &&
    (query.error.failure.status === 404 || query.error.failure.status === 422)
  return { query, refresh, missing }
}

/** On what clock the company tells the time, and whether anybody may publish alone. */
export const usePolicy = (requests: Pick<PublishRequests, 'policy'>) =>
  useQuery({ queryKey: ['publishPolicy'], queryFn: requests.policy }).data

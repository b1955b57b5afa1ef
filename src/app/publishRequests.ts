/** Requests to publish, for the pages that show or make them; only where the backend keeps some. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Backend } from '../data/api/backend.ts'
import { createPublishRequests, type PublishRequests } from '../data/api/publishRequests.ts'
import { useAccess } from './workspaces.ts'

export async function keepsRequests(backend: Pick<Backend, 'capabilities' | 'limits'>): Promise<boolean> {
  if (backend.limits) return false
  const answer = await backend.capabilities()
  return answer.ok && answer.value.publish_requests
}

/** Null while it is not known, and where the backend keeps none. */
export function usePublishRequests(): PublishRequests | null {
  const { backend } = useAccess()
  const requests = useMemo(() => createPublishRequests(backend.client), [backend])
  const { data } = useQuery({
    queryKey: ['keepsRequests'],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => keepsRequests(backend),
  })
  return data ? requests : null
}

/** What is shown of a process's requests, or of all, is asked for again when something became of one. */
export function useFreshRequests(processId: string | null): void {
  const { onEvent } = useAccess()
  const cache = useQueryClient()
  useEffect(
    () =>
      onEvent((event) => {
        const elsewhere = processId !== null && event?.process_id !== processId
        if (event && elsewhere && event.kind !== 'publish_policy.changed') return
        if (event?.kind === 'publish_policy.changed')
          void cache.invalidateQueries({ queryKey: ['publishPolicy'] })
        else if (event === null || /^(publish_request\.|process\.published)/.test(event.kind))
          void cache.invalidateQueries({ queryKey: ['publishRequests', ...(processId ? [processId] : [])] })
      }),
    [onEvent, cache, processId],
  )
}

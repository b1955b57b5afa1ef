import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Backend } from '../../data/api/backend.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { useEditorState } from '../../editor/react.ts'
import { FailedRequest } from './failedRequest.ts'
import type { Side } from './side.ts'

export type SideDocument =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: string; readonly retry: () => void }
  | { readonly kind: 'known'; readonly document: ProcessDocument }

/** What there was before the first revision: everything in it counts as added. */
const emptied = ({ process }: ProcessDocument): ProcessDocument => ({
  process,
  stages: {},
  transitions: {},
  scenarios: {},
  waivers: {},
  comments: {},
})

/** The document of one side. A revision never changes, so it is asked for once. */
export function useDocumentOf(
  backend: Pick<Backend, 'version'>,
  processId: string,
  side: Side,
): SideDocument {
  const { draft, base } = useEditorState((state) => ({ draft: state.document, base: state.base }))
  const known = useMemo(() => {
    if (side === 'draft') return draft
    if (side === 0) return emptied(draft)
    return base?.process.revision === side ? base : null
  }, [side, draft, base])
  const query = useQuery({
    queryKey: ['versions', processId, 'document', side],
    staleTime: Number.POSITIVE_INFINITY,
    enabled: known === null && typeof side === 'number',
    queryFn: async () => {
      const answer = await backend.version(processId, typeof side === 'number' ? side : 0)
      if (!answer.ok) throw new FailedRequest(answer.failure)
      return answer.value.document
    },
  })
  if (known) return { kind: 'known', document: known }
  if (query.data) return { kind: 'known', document: query.data }
  if (query.isError) return { kind: 'failed', why: query.error.message, retry: () => void query.refetch() }
  return { kind: 'loading' }
}

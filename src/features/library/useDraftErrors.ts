import { useQuery } from '@tanstack/react-query'
import type { ProcessDocument } from '../../domain/process/process.ts'

/** How many errors hold a draft back from being published; undefined until counted. The linter loads when needed. */
export function useDraftErrors(draft: ProcessDocument | null): number | undefined {
  const { data } = useQuery({
    queryKey: ['draft errors', draft?.process.id, draft],
    enabled: draft !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      if (!draft) return 0
      const { countErrors } = await import('./countErrors.ts')
      return countErrors(draft)
    },
  })
  return data
}

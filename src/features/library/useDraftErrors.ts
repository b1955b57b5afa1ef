import { useQueries } from '@tanstack/react-query'
import type { LibraryItem } from './libraryItem.ts'

/** How many errors hold each draft back from being published, by process; absent until counted. */
export function useDraftErrors(items: readonly LibraryItem[]): ReadonlyMap<string, number> {
  const drafts = items.flatMap(({ id, draft }) => (draft ? [{ id, document: draft.document }] : []))
  const counts = useQueries({
    queries: drafts.map(({ id, document }) => ({
      queryKey: ['draft errors', id, document],
      staleTime: Number.POSITIVE_INFINITY,
      // The linter loads only where there are drafts.
      queryFn: async () => (await import('./countErrors.ts')).countErrors(document),
    })),
  })
  return new Map(
    drafts.flatMap(({ id }, index) => {
      const count = counts[index]?.data
      return count === undefined ? [] : [[id, count] as const]
    }),
  )
}

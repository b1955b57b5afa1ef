/** Who else works on what, asked again while the page is looked at. Silent where the server does not say. */
import { useQuery } from '@tanstack/react-query'
import type { EditorsAtWork } from '../features/library/index.ts'
import { language } from '../text/index.ts'
import { useAccess } from './workspaces.ts'

const askedAgainMs = 20_000

export function useEditors(): ReadonlyMap<string, EditorsAtWork> {
  const { backend } = useAccess()
  const { data } = useQuery({
    queryKey: ['editors'],
    queryFn: () => backend.editors(),
    refetchInterval: askedAgainMs,
    staleTime: 0,
  })
  const people = new Map<string, string[]>()
  for (const { processId, name } of data?.ok ? data.value : [])
    people.set(processId, [...(people.get(processId) ?? []), name])
  const list = new Intl.ListFormat(language())
  return new Map(
    [...people].map(([processId, names]) => [processId, { count: names.length, names: list.format(names) }]),
  )
}

/** One kind of reference data: its rows, and what changes them. Every change loads the rows afresh. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Failure } from '../../data/api/failure.ts'

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

/** Reads and writes rows of one kind; each is one call of the contract. */
export interface RowSource<Row, Body> {
  readonly name: string
  list(): Promise<Answer<{ readonly results: readonly Row[] }>>
  create(body: Body): Promise<Answer<Row>>
  update(id: string, body: Body): Promise<Answer<Row>>
  remove(id: string): Promise<Answer<unknown>>
}

export interface Rows<Row, Body> {
  /** Undefined until they came. */
  readonly rows: readonly Row[] | undefined
  readonly failure: Failure | null
  reload(): void
  /** Creates, or changes the row with the id. Null where it worked. */
  save(id: string | null, body: Body): Promise<Failure | null>
  remove(id: string): Promise<Failure | null>
}

export function useRows<Row, Body>(source: RowSource<Row, Body>): Rows<Row, Body> {
  const cache = useQueryClient()
  const key = ['settings', source.name]
  const answer = useQuery({ queryKey: key, queryFn: () => source.list() }).data
  const settled = async (done: Answer<unknown>): Promise<Failure | null> => {
    if (!done.ok) return done.failure
    await cache.invalidateQueries({ queryKey: key })
    await cache.invalidateQueries({ queryKey: ['reference'] })
    return null
  }
  return {
    rows: answer?.ok ? answer.value.results : undefined,
    failure: answer?.ok === false ? answer.failure : null,
    reload: () => void cache.invalidateQueries({ queryKey: key }),
    save: async (id, body) =>
      settled(id === null ? await source.create(body) : await source.update(id, body)),
    remove: async (id) => settled(await source.remove(id)),
  }
}

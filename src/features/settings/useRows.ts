/** One kind of reference data: its rows, and what changes them. Every change loads the rows afresh. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { etagOf } from '../../contract/etag.ts'
import type { Failure } from '../../data/api/failure.ts'

type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }

interface Known {
  readonly id: string
  readonly revision: number
}
/** Which row, and that it is still as it was read. */
interface Target {
  readonly params: { readonly id: string }
  readonly ifMatch: string
}

/** Reads and writes rows of one kind; each is one call of the contract. */
export interface RowSource<Row, Body> {
  readonly name: 'categories' | 'actions' | 'approvalWorkflows' | 'fields' | 'webhooks'
  list(): Promise<Answer<{ readonly results: readonly Row[] }>>
  create(body: Body): Promise<Answer<Row>>
  update(target: Target & { readonly body: Body }): Promise<Answer<Row>>
  remove(target: Target): Promise<Answer<unknown>>
}

export interface Rows<Row, Body> {
  /** Undefined until they came. */
  readonly rows: readonly Row[] | undefined
  readonly failure: Failure | null
  reload(): void
  /** Creates, or changes the row as it was read. Null where it worked. */
  save(row: Row | null, body: Body): Promise<Failure | null>
  remove(row: Row): Promise<Failure | null>
}

export function useRows<Row extends Known, Body>(source: RowSource<Row, Body>): Rows<Row, Body> {
  const cache = useQueryClient()
  const key = ['settings', source.name]
  const answer = useQuery({ queryKey: key, queryFn: () => source.list() }).data
  const settled = async (done: Answer<unknown>): Promise<Failure | null> => {
    if (!done.ok && done.failure.kind !== 'problem') return done.failure
    await cache.invalidateQueries({ queryKey: key })
    await cache.invalidateQueries({ queryKey: ['reference'] })
    return done.ok ? null : done.failure
  }
  const targetOf = ({ id, revision }: Row): Target => ({
    params: { id },
    ifMatch: etagOf({ of: source.name, id, revision }),
  })
  return {
    rows: answer?.ok ? answer.value.results : undefined,
    failure: answer?.ok === false ? answer.failure : null,
    reload: () => void cache.invalidateQueries({ queryKey: key }),
    save: async (row, body) =>
      settled(row === null ? await source.create(body) : await source.update({ ...targetOf(row), body })),
    remove: async (row) => settled(await source.remove(targetOf(row))),
  }
}

/** Nobody overwrites what they have not seen: of two who change one row at once, the second looks at it again. */
import { etagOf, type Tagged } from '../../src/contract/etag.ts'
import { ApiError } from '../apiError.ts'

type TaggedRow = Exclude<Tagged, { readonly of: 'process' }>

/** @throws ApiError VERSION_CONFLICT where the row has another revision than the one that was read; null: any will do. */
export function refuseStale(now: TaggedRow, expected: number | null): void {
  if (expected === null || expected === now.revision) return
  throw new ApiError(
    'VERSION_CONFLICT',
    'Somebody else has changed this since you read it: look at it again, then repeat your change.',
    { current_revision: now.revision, current_etag: etagOf(now) },
  )
}

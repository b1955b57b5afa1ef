/** The same words for a thing that never was, one that was deleted and one of another company. */
import { ApiError } from '../apiError.ts'

export function notFound(what: string, id: string): ApiError {
  return new ApiError('NOT_FOUND', `There is no ${what} ${id}.`, { id })
}

export function found<T>(row: T | null | undefined, what: string, id: string): T {
  if (row === null || row === undefined) throw notFound(what, id)
  return row
}

/** Two that get in each other's way are run again, one by one; what the database refuses is said in words. */
import { ApiError } from '../apiError.ts'
import {
  foreignKeyViolation,
  foreignRows,
  isTransient,
  isUnstorableText,
  sqlState,
  uniqueViolation,
  violatedConstraint,
} from '../database/sqlState.ts'

const attempts = 6

/** Runs a whole transaction, again where somebody else was in the way. @throws ApiError where it can be said so. */
export async function racing<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt >= attempts || !isRace(error)) throw inWords(error)
    }
  }
}

/** Somebody else was in the way in a manner that the database does not see. */
export class Raced extends Error {}

/** Keys that the same request, run again, finds taken and then says so. */
const takenMeanwhile = ['sales_processes_pkey', 'sales_processes_default_key']

function isRace(error: unknown): boolean {
  const constraint = violatedConstraint(error) ?? ''
  return (
    error instanceof Raced ||
    isTransient(error) ||
    (sqlState(error) === foreignKeyViolation && constraint === 'open_deal_stands_in_live_stage') ||
    (sqlState(error) === uniqueViolation && takenMeanwhile.includes(constraint))
  )
}

function inWords(error: unknown): unknown {
  if (isUnstorableText(error)) {
    return new ApiError(
      'VALIDATION_FAILED',
      'Some text has a NUL character or half a character in it: remove it.',
    )
  }
  if (sqlState(error) === foreignRows) {
    return new ApiError(
      'ALREADY_EXISTS',
      'Another process has a stage or a transition with the same id: give copied rows new ids.',
      { field: 'id' },
    )
  }
  const taken: Record<string, string> = {
    sales_processes_code_key: 'process_code',
    crm_sales_stages_code_key: 'stage_code',
  }
  const field = sqlState(error) === uniqueViolation ? taken[violatedConstraint(error) ?? ''] : undefined
  if (!field) return error
  const what = field === 'process_code' ? 'process' : 'stage'
  return new ApiError('ALREADY_EXISTS', `Another ${what} has this code: choose another one.`, { field })
}

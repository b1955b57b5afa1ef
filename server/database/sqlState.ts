/** What went wrong, as PostgreSQL says it on either driver. */

/** The five-character error code; undefined where it is no database error. */
export function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** The constraint that refused; undefined where none did. */
export function violatedConstraint(error: unknown): string | undefined {
  return error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
    ? error.constraint
    : undefined
}

export const uniqueViolation = '23505'
export const foreignKeyViolation = '23503'
export const lockNotAvailable = '55P03'
/** Our own (migrations/0033_write_at_once.sql): a write foresaw what is not so; it brings rows of another process. */
export const notForeseen = 'SC001'
export const foreignRows = 'SC002'

/** Another transaction was in the way; the same one runs if it is tried again. */
export const isTransient = (error: unknown): boolean => ['40001', '40P01'].includes(sqlState(error) ?? '')

/** Text that PostgreSQL cannot hold: a NUL or half a surrogate pair. */
export const isUnstorableText = (error: unknown): boolean =>
  ['22P05', '22021'].includes(sqlState(error) ?? '')

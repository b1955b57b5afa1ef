/** Why a call did not succeed, as a value: callers decide, nobody catches. */

export type Failure =
  /** No answer: offline, refused, cut, timed out. Worth trying again. */
  | { readonly kind: 'network'; readonly message: string }
  /** The backend said no, in the one error format. */
  | {
      readonly kind: 'problem'
      readonly status: number
      /** `VERSION_CONFLICT`, `PROCESS_INVALID`, … (src/contract/errors.ts). */
      readonly code: string
      readonly message: string
      readonly details: Readonly<Record<string, unknown>>
      /** From `Retry-After`; null where it was not given. */
      readonly retryAfterSeconds: number | null
    }
  /** An answer that the contract does not know: another backend, an old server, a proxy's page. */
  | { readonly kind: 'contract'; readonly status: number; readonly message: string }

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure }

export const success = <T>(value: T): Result<T> => ({ ok: true, value })

/** Whether the same request may be sent again later: no answer, overload, or a bug that may pass. */
export function isTransient(failure: Failure): boolean {
  return (
    failure.kind === 'network' ||
    (failure.kind === 'problem' &&
      (failure.status >= 500 || failure.status === 429 || failure.code === 'IDEMPOTENCY_IN_PROGRESS'))
  )
}

/** Thrown by handlers and services where a request is refused; the app answers it in the one error format. */
import { type ErrorCode, errorStatus } from '../src/contract/errors.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type ErrorDetails = { [key: string]: Json }

export class ApiError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  /** Sent along: `Retry-After`, `ETag`, `WWW-Authenticate`. */
  readonly headers: Readonly<Record<string, string>>

  /** `message` is one sentence for people; `details` is for programs. Neither may carry SQL, stacks or secrets. */
  constructor(
    code: ErrorCode,
    message: string,
    details: ErrorDetails = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.details = details
    this.headers = headers
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

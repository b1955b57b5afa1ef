/**
 * Every answer that is not a success has this one form, also 404, 405, 413 and bugs. The code is for programs, the
 * message is one sentence for people: what is wrong, where, and what to do.
 */
import { z } from 'zod'

/** Each code with the one status it travels under. */
export const errorStatus = {
  MALFORMED_JSON: 400,
  MALFORMED_REQUEST: 400,
  NOT_SIGNED_IN: 401,
  INVALID_CREDENTIALS: 401,
  /** The password is right: send it again with the `code` of the second factor. */
  SECOND_FACTOR_REQUIRED: 401,
  INVALID_CODE: 401,
  SESSION_ENDED: 401,
  /** A fresh second factor is needed. `details`: max_age in seconds, methods (empty: none is set up). */
  STEP_UP_REQUIRED: 401,
  PERMISSION_DENIED: 403,
  CROSS_SITE_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  /** A row with this id, code or key is there already. */
  ALREADY_EXISTS: 409,
  /** Open deals stand in the stage. `details.stages`: count, amount and the way out. */
  STAGE_IN_USE: 409,
  /** A category, action, workflow or field that stages or transitions name. */
  REFERENCE_IN_USE: 409,
  /** The default process cannot be deleted: choose another default first. */
  DEFAULT_PROCESS: 409,
  /** One's own role or access: only another administrator changes that. */
  OWN_MEMBERSHIP: 409,
  /** The company asks for four eyes: request the publish instead. */
  REVIEW_REQUIRED: 409,
  /** The company asks for four eyes: somebody else decides about it. */
  OWN_REQUEST: 409,
  /** A publish request that was decided already. `details.state`. */
  REQUEST_CLOSED: 409,
  /** There are as many of these as there may be. `details.limit`. */
  LIMIT_REACHED: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  /** A link that was used, withdrawn or is older than seven days. */
  INVITATION_OVER: 410,
  /** A link for another password that was used, or is older than an hour. */
  LINK_OVER: 410,
  /** History does not reach back that far, or the epoch is another one: load afresh. `details`: epoch, head. */
  EVENTS_TOO_OLD: 410,
  /** Someone else's change came first. `details`: current_revision, current_etag. */
  VERSION_CONFLICT: 412,
  BODY_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  /** Parameters or body do not have the shape asked for. `details.issues`: path and sentence each. */
  VALIDATION_FAILED: 422,
  /** The shape is right, the process that would result is not. `details.problems`: the linter's words. */
  PROCESS_INVALID: 422,
  IDEMPOTENCY_MISMATCH: 422,
  PRECONDITION_REQUIRED: 428,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  NOT_READY: 503,
} as const
export type ErrorCode = keyof typeof errorStatus

export const errorCodes = Object.keys(errorStatus) as ErrorCode[]

/** Codes are not an enum on the wire: another backend may have more of them. */
export const errorBodySchema = z.object({
  error_code: z.string(),
  message: z.string(),
  details: z.record(z.string(), z.json()),
})
export type ErrorBody = z.infer<typeof errorBodySchema>

/** One field that is wrong, as in `details.issues`. */
export interface ValidationIssue {
  readonly path: string
  readonly message: string
}

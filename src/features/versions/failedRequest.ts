import type { Failure } from '../../data/api/failure.ts'

/** A failure on its way through the query cache, which knows only errors. */
export class FailedRequest extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

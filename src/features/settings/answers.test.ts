import { describe, expect, it } from 'vitest'
import type { Failure } from '../../data/api/failure.ts'
import { faultsOf } from './answers.ts'

const problem = (
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
): Failure => ({
  kind: 'problem',
  status: 422,
  code,
  message,
  details,
  retryAfterSeconds: null,
})

describe('what a refusal means for a form', () => {
  it('puts an issue at its field, also one inside it', () => {
    const failure = problem('VALIDATION_FAILED', 'key is not valid.', {
      issues: [
        { path: 'key', message: 'Give a key.' },
        { path: 'options.2', message: 'Too long.' },
      ],
    })
    expect(faultsOf(failure, ['key', 'options'])).toEqual([
      { field: 'key', message: 'Give a key.' },
      { field: 'options', message: 'Too long.' },
    ])
  })

  it('keeps what belongs to no field for the whole form', () => {
    expect(faultsOf(problem('ALREADY_EXISTS', 'There is one with this code.'), ['key'])).toEqual([
      { field: 'root', message: 'Not saved. There is one with this code.' },
    ])
    expect(faultsOf({ kind: 'network', message: 'The server cannot be reached.' }, ['key'])).toEqual([
      { field: 'root', message: 'Not saved. The server cannot be reached.' },
    ])
  })
})

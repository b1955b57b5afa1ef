import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ApiError } from '../apiError.ts'
import { parseInput } from './parseInput.ts'

const schema = z.strictObject({
  name: z.string(),
  color: z.enum(['blue', 'red']).optional(),
  at: z.iso.datetime({ message: 'Write a moment as ISO 8601 in UTC.' }).optional(),
  steps: z.array(z.strictObject({ id: z.string() })).optional(),
  order: z.union([z.int(), z.strictObject({ first: z.string() })]).optional(),
})

function refusal(value: unknown): ApiError {
  try {
    parseInput(schema, value, 'body')
  } catch (error) {
    if (error instanceof ApiError) return error
    throw error
  }
  throw new Error('It was taken.')
}

describe('what was sent', () => {
  it.each([
    [{}, 'name is missing.'],
    [{ name: 'A', steps: [{ id: 'a' }, {}] }, 'steps.1.id is missing.'],
    [{ name: 'A', order: {} }, 'order.first is missing.'],
    [undefined, 'The body is not valid: expected object, received undefined.'],
    [{ name: null }, 'name is not valid: expected string, received null.'],
    [{ name: 'A', color: 'pink' }, 'color is not valid: expected one of "blue"|"red".'],
    [{ name: 'A', at: 'yesterday' }, 'at is not valid: Write a moment as ISO 8601 in UTC.'],
    [{ name: 'A', nmae: 'B' }, 'nmae is not valid: There is no field “nmae” here.'],
  ])('as %j is refused in one sentence', (value, message) => {
    expect(refusal(value)).toMatchObject({ code: 'VALIDATION_FAILED', message })
  })

  it('wrongly in two places is told in both', () => {
    expect(refusal({ color: 1 }).details).toEqual({
      in: 'body',
      issues: [
        { path: 'name', message: 'This is missing.' },
        { path: 'color', message: 'expected one of "blue"|"red".' },
      ],
    })
  })
})

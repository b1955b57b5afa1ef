/** What is wrong with a payload, said to the person who typed it: "Name may have at most 100 characters." */
import type { z } from 'zod'
import { fieldName } from './fieldNames.ts'

/** One sentence about the first thing that is wrong. */
export function payloadProblem(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'The change could not be understood.'
  const subject = subjectOf(issue.path)
  switch (issue.code) {
    case 'too_big':
      return issue.origin === 'string'
        ? `${subject} may have at most ${issue.maximum} characters.`
        : `${subject} may be at most ${issue.maximum}.`
    case 'too_small':
      if (/^[A-Z].*\.$/.test(issue.message) && !issue.message.startsWith('Too small')) return issue.message
      return issue.origin === 'string'
        ? `${subject} needs at least ${issue.minimum} characters.`
        : `${subject} must be at least ${issue.minimum}.`
    case 'invalid_type':
      return `${subject} must be ${issue.expected === 'int' ? 'a whole number' : `of the type ${issue.expected}`}.`
    case 'custom':
      return issue.message
    default:
      return `${subject} is not valid: ${issue.message}.`
  }
}

function subjectOf(path: readonly PropertyKey[]): string {
  const field = path.findLast((part) => typeof part === 'string') ?? 'value'
  const name = fieldName(String(field))
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`
}

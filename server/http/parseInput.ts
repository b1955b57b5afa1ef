/** Parses params, query or body by the endpoint's schema, and says each mistake with its path in one sentence. */
import type { z } from 'zod'
import type { ValidationIssue } from '../../src/contract/errors.ts'
import { ApiError } from '../apiError.ts'

const issuesTold = 50
/** What was sent is not said back at any length. */
const lettersTold = 200

export function parseInput(schema: z.ZodType, value: unknown, where: 'path' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues
    .slice(0, issuesTold)
    .flatMap((issue) => issuesOf(issue, [], value))
    .slice(0, issuesTold)
  throw new ApiError('VALIDATION_FAILED', summaryOf(issues[0], where), {
    in: where,
    issues: issues.map(({ path, message }) => ({ path, message })),
  })
}

const missing = 'This is missing.'

function summaryOf(first: ValidationIssue | undefined, where: string): string {
  const place = first === undefined || first.path === '' ? `The ${where}` : first.path
  if (first?.message === missing) return `${place} is missing.`
  return `${place} is not valid: ${first?.message ?? 'it has the wrong shape.'}`
}

const short = (text: string): string =>
  text.length > lettersTold ? `${text.slice(0, lettersTold).replace(/[\ud800-\udbff]$/, '')}…` : text

/** A union fails in every branch: tell the branch that came nearest. */
function issuesOf(
  issue: z.core.$ZodIssue,
  prefix: readonly PropertyKey[],
  value: unknown,
): ValidationIssue[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, issuesTold).map((key) => ({
      path: short([...path, key].map(String).join('.')),
      message: `There is no field “${short(key)}” here.`,
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, one) => (depthOf(one) > depthOf(best) ? one : best))
    return nearest.flatMap((inner) => issuesOf(inner, path, value))
  }
  const isMissing = issue.code.startsWith('invalid_') && path.length > 0 && valueAt(value, path) === undefined
  const message = isMissing ? missing : sentence(short(issue.message.replace(machinery, '')))
  return [{ path: short(path.map(String).join('.')), message }]
}

/** What zod says before what it means. */
const machinery = /^Invalid (?:input|option|key): /

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => Object(at)[key], value)
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0) - issues.length / 100

/** zod's own words end without a full stop. */
export const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)

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
    .flatMap((issue) => issuesOf(issue, []))
    .slice(0, issuesTold)
  const [first] = issues
  const place =
    first === undefined || first.path === '' ? `The ${where} is not valid` : `${first.path} is not valid`
  throw new ApiError('VALIDATION_FAILED', `${place}: ${first?.message ?? 'it has the wrong shape.'}`, {
    in: where,
    issues: issues.map(({ path, message }) => ({ path, message })),
  })
}

const short = (text: string): string =>
  text.length > lettersTold ? `${text.slice(0, lettersTold).replace(/[\ud800-\udbff]$/, '')}…` : text

/** A union fails in every branch: tell the branch that came nearest. */
function issuesOf(issue: z.core.$ZodIssue, prefix: readonly PropertyKey[]): ValidationIssue[] {
  const path = [...prefix, ...issue.path]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, issuesTold).map((key) => ({
      path: short([...path, key].map(String).join('.')),
      message: `There is no field “${short(key)}” here.`,
    }))
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const nearest = issue.errors.reduce((best, one) => (depthOf(one) > depthOf(best) ? one : best))
    return nearest.flatMap((inner) => issuesOf(inner, path))
  }
  return [{ path: short(path.map(String).join('.')), message: sentence(short(issue.message)) }]
}

const depthOf = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length), 0) - issues.length / 100

/** zod's own words end without a full stop. */
export const sentence = (message: string): string => (/[.!?]$/.test(message) ? message : `${message}.`)

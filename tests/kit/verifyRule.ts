/**
 * The driver of every lint rule's table of cases: a valid process is left alone, an invalid one gives exactly the
 * problems named, and every fix that is offered is accepted and removes its problem.
 */
import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../../src/domain/commands/command.ts'
import { execute } from '../../src/domain/commands/registry.ts'
import { lint } from '../../src/domain/lint/lint.ts'
import { allRules } from '../../src/domain/lint/registry.ts'
import type { LintRule, Problem, StageUsage } from '../../src/domain/lint/rule.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { emptyReferenceData, type ReferenceData } from '../../src/domain/process/reference.ts'

interface Given {
  /** What is special about it, in a few words. */
  readonly name: string
  readonly document: ProcessDocument
  readonly reference?: ReferenceData
  readonly base?: ProcessDocument
  readonly usage?: Readonly<Record<string, StageUsage>>
}

export interface ExpectedProblem {
  /** `stage:proposal`, `transition:a > b`, `process`, with `.field` where the problem names one. */
  readonly at: string
  readonly message: string
  /** Titles of the fixes in order; the one that "fix all" uses ends with ` (all)`. */
  readonly fixes?: readonly string[]
}

export interface RuleCases {
  readonly valid: readonly Given[]
  readonly invalid: readonly (Given & { readonly finds: readonly ExpectedProblem[] })[]
}

export function problemsOf(given: Omit<Given, 'name'>, ruleId?: string): readonly Problem[] {
  const { document, reference = emptyReferenceData, base = null, usage = null } = given
  const problems = lint({ document, reference, base, usage })
  return ruleId === undefined ? problems : problems.filter((problem) => problem.ruleId === ruleId)
}

/** Ids and times that repeat from run to run. */
export function commandContext(reference: ReferenceData = emptyReferenceData): CommandContext {
  let count = 0
  return { newId: () => `new-${++count}`, now: '2026-01-31T09:00:00.000Z', actorId: 'tester', reference }
}

/** Runs one fix; throws with the reason where it is refused. */
export function afterFix(
  document: ProcessDocument,
  fix: NonNullable<Problem['fixes']>[number],
  context: CommandContext,
): ProcessDocument {
  const done = execute(document, fix.command, context)
  if (!done.ok) throw new Error(`“${fix.title}” was refused: ${done.reason}`)
  return done.document
}

export function verify(rule: LintRule, cases: RuleCases): void {
  const registered = allRules.some(({ id }) => id === rule.id)
  const place = ({ at }: Problem) =>
    `${at.kind === 'process' ? 'process' : `${at.kind}:${at.id}`}${at.field === undefined ? '' : `.${at.field}`}`

  describe(rule.id, () => {
    it('is registered and has a case each way', () => {
      expect(registered).toBe(true)
      expect(cases.valid.length).toBeGreaterThan(0)
      expect(cases.invalid.length).toBeGreaterThan(0)
    })

    it.each(cases.valid)('accepts $name', (given) => {
      expect(problemsOf(given, rule.id)).toEqual([])
    })

    it.each(cases.invalid)('reports $name', (given) => {
      const problems = problemsOf(given, rule.id)
      expect(
        problems.map((problem) => ({
          at: place(problem),
          message: problem.message,
          fixes: (problem.fixes ?? []).map((fix) => `${fix.title}${fix.fixAll ? ' (all)' : ''}`),
        })),
      ).toEqual(given.finds.map((find) => ({ fixes: [], ...find })))
      for (const problem of problems)
        for (const fix of problem.fixes ?? []) {
          const document = afterFix(given.document, fix, commandContext(given.reference))
          const left = problemsOf({ ...given, document }, rule.id).map(({ id }) => id)
          expect(left, `“${fix.title}” removes the problem`).not.toContain(problem.id)
        }
    })
  })
}

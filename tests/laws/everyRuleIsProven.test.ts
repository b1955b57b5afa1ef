/**
 * True of all lint rules: the file tree is the registry, each has its table of cases, none ever fails by itself, and
 * every fix that is offered is accepted and removes its problem, on any document that can be stored.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { execute } from '../../src/domain/commands/registry.ts'
import { fixAllOf } from '../../src/domain/lint/fixAll.ts'
import { blocksPublish, internalRuleId, type LintInput, lint } from '../../src/domain/lint/lint.ts'
import { isWaivable, severities } from '../../src/domain/lint/presets.ts'
import { allRules } from '../../src/domain/lint/registry.ts'
import type { LintRule, Problem } from '../../src/domain/lint/rule.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import { dirtyContext } from '../kit/dirtyContext.ts'
import { afterFix, commandContext, type RuleCases } from '../kit/verifyRule.ts'

const folder = '../../src/domain/lint/rules/'
const ruleFiles = Object.entries(
  import.meta.glob<Record<string, LintRule>>(
    ['../../src/domain/lint/rules/*/*.ts', '!../../src/domain/lint/rules/*/*.cases.ts'],
    { eager: true },
  ),
)
const tables = new Map(
  Object.entries(
    import.meta.glob<{ cases: RuleCases }>('../../src/domain/lint/rules/*/*.cases.ts', { eager: true }),
  ).map(([path, { cases }]) => [idOf(path), cases]),
)

function idOf(path: string): string {
  return path.slice(folder.length).replace(/(\.cases)?\.ts$/, '')
}

describe('the tree of rule files', () => {
  it('holds one rule a file, and its id is its path', () => {
    for (const [path, module] of ruleFiles)
      expect(Object.values(module).map((rule) => rule.id)).toEqual([idOf(path)])
  })

  it('is the registry', () => {
    expect(allRules.map((rule) => rule.id).sort()).toEqual(ruleFiles.map(([path]) => idOf(path)).sort())
    expect(Object.keys(severities).sort()).toEqual(allRules.map((rule) => rule.id).sort())
  })

  it.each(allRules.map((rule) => [rule.id, rule] as const))(
    '%s has a reason and cases each way',
    (id, rule) => {
      expect(rule.title.length).toBeGreaterThan(10)
      expect(rule.why.length).toBeGreaterThan(40)
      expect(tables.get(id)?.valid.length).toBeGreaterThan(0)
      expect(tables.get(id)?.invalid.length).toBeGreaterThan(0)
    },
  )
})

const ruleOf = (problem: Problem) => {
  const rule = allRules.find(({ id }) => id === problem.ruleId)
  if (!rule) throw new Error(`There is no rule ${problem.ruleId}.`)
  return rule
}
const ids = (problems: readonly Problem[]): string[] => problems.map((problem) => problem.id)

describe('on any process that can be stored', () => {
  it('no rule fails by itself, every problem has its own id, and sentences are complete', () => {
    fc.assert(
      fc.property(dirtyContext, (input) => {
        const problems = lint(input)
        expect(problems.filter((problem) => problem.ruleId === internalRuleId)).toEqual([])
        expect(new Set(ids(problems)).size).toBe(problems.length)
        for (const { message } of problems) expect(message).toMatch(/^[\p{Lu}“].*[.!?]$/su)
      }),
      { numRuns: 300 },
    )
  })

  it('the same content gives the same problems in the same order', () => {
    fc.assert(
      fc.property(dirtyContext, (input) => {
        const again = { ...input, document: shuffledCopy(input.document) }
        expect(lint(again)).toEqual(lint(input))
      }),
      { numRuns: 100 },
    )
  })

  it('every fix is accepted and removes its problem', () => {
    fc.assert(
      fc.property(dirtyContext, (input) => {
        for (const problem of lint(input))
          for (const fix of problem.fixes ?? []) {
            const document = afterFix(input.document, fix, commandContext(input.reference))
            const left = ids(lint({ ...input, document }, [ruleOf(problem)]))
            expect(left, `“${fix.title}” on: ${problem.message}`).not.toContain(problem.id)
          }
      }),
      { numRuns: 100 },
    )
  })

  it('fixing all, rule after rule, comes to an end', () => {
    fc.assert(
      fc.property(dirtyContext, (input) => {
        const { document, steps } = fixEverything(input)
        expect(steps).toBeLessThan(mostSteps)
        const left = lint({ ...input, document })
        const fixable = left.filter(
          ({ waivedBy, fixes = [] }) => waivedBy === null && fixes.some((fix) => fix.fixAll),
        )
        expect(fixable).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

describe('a waiver', () => {
  it('covers exactly what may be waived, and then no longer blocks', () => {
    for (const { id } of allRules) {
      const target = tables.get(id)?.invalid[0]
      if (!target) continue
      const input: LintInput = {
        document: target.document,
        reference: target.reference ?? emptyReferenceData,
        base: target.base ?? null,
        usage: target.usage ?? null,
      }
      const [problem] = lint(input).filter((found) => found.ruleId === id)
      expect(problem).toBeDefined()
      if (!problem) continue
      const waiver = {
        id: 'waiver',
        ruleId: id,
        targetId: problem.at.id,
        justification: 'Agreed with the director.',
        by: 'ada',
        at: '2026-01-31T09:00:00.000Z',
      }
      const document: ProcessDocument = { ...input.document, waivers: { waiver } }
      const after = lint({ ...input, document }).filter((found) => found.id === problem.id)
      expect(after.map((found) => found.waivedBy)).toEqual([isWaivable(id) ? 'waiver' : null])
      expect(blocksPublish(after)).toBe(severities[id] === 'error' && !isWaivable(id))
    }
  })
})

const mostSteps = 200

/** Takes "fix all" of the first rule that offers one until none does. */
function fixEverything(input: LintInput): { document: ProcessDocument; steps: number } {
  const context = commandContext(input.reference)
  let { document } = input
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const problems = lint({ ...input, document })
    const fix = allRules.map((rule) => fixAllOf(problems, rule.id)).find((offered) => offered !== null)
    if (!fix) return { document, steps }
    const done = execute(document, fix.command, context)
    if (!done.ok) throw new Error(`“${fix.title}” was refused: ${done.reason}`)
    document = done.document
  }
  return { document, steps: mostSteps }
}

/** The same rows under other identities and in another order of keys. */
function shuffledCopy(document: ProcessDocument): ProcessDocument {
  const turned = <Row>(rows: Readonly<Record<string, Row>>) =>
    Object.fromEntries(Object.entries(rows).reverse())
  const copy = structuredClone(document)
  return {
    ...copy,
    stages: turned(copy.stages),
    transitions: turned(copy.transitions),
    scenarios: turned(copy.scenarios),
    waivers: turned(copy.waivers),
    comments: turned(copy.comments),
  }
}

/** What is wrong now, derived and never stored: computed once per document, reference, base and usage. */
import type { LintInput } from '../domain/lint/lint.ts'
import type { Problem } from '../domain/lint/rule.ts'
import type { EditorState, ElementRef } from './editor.ts'

/** The linter, handed in: it is large, and a process can be drawn before it is there. */
export type Lint = (input: LintInput) => readonly Problem[]

type Inputs = Pick<EditorState, 'document' | 'reference' | 'base' | 'usage'>

const cache = new WeakMap<object, { inputs: Inputs; problems: readonly Problem[] }>()

/** Problems in a stable order with stable ids. */
export function problemsOf(state: Inputs, lint: Lint): readonly Problem[] {
  const had = cache.get(state.document)
  if (
    had &&
    had.inputs.reference === state.reference &&
    had.inputs.base === state.base &&
    had.inputs.usage === state.usage
  )
    return had.problems
  const { document, reference, base, usage } = state
  const inputs: Inputs = { document, reference, base, usage }
  const problems = lint(inputs)
  cache.set(document, { inputs, problems })
  return problems
}

const byElement = new WeakMap<readonly Problem[], ReadonlyMap<string, readonly Problem[]>>()
const none: readonly Problem[] = []

/** Open problems of one stage or transition; waived ones do not count. The same list as long as nothing changes. */
export function problemsAt(problems: readonly Problem[], element: ElementRef): readonly Problem[] {
  let index = byElement.get(problems)
  if (!index) {
    const lists = new Map<string, Problem[]>()
    for (const problem of problems) {
      if (problem.waivedBy !== null) continue
      const key = `${problem.at.kind}:${problem.at.id}`
      const list = lists.get(key)
      if (list) list.push(problem)
      else lists.set(key, [problem])
    }
    index = lists
    byElement.set(problems, index)
  }
  return index.get(`${element.kind}:${element.id}`) ?? none
}

/** Problems that count: not waived. */
export const openProblems = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter((problem) => problem.waivedBy === null)

/** F8 and Shift+F8: the problem after the one last visited, else after the active element; around at the ends. */
import type { Problem } from '../domain/lint/rule.ts'
import type { Editor, ElementRef } from './editor.ts'
import { openProblems } from './problems.ts'

const visited = new WeakMap<Editor, string>()

export interface ProblemStop {
  readonly problem: Problem
  /** From 1. */
  readonly number: number
  readonly count: number
}

export function nextProblemAfter(editor: Editor, by: -1 | 1): ProblemStop | null {
  const problems = openProblems(editor.problems())
  const count = problems.length
  if (count === 0) return null
  const { active } = editor.store.getState().session
  const atActive = (problem: Problem) => problem.at.kind === active?.kind && problem.at.id === active.id
  const last = problems.findIndex((problem) => problem.id === visited.get(editor))
  const lastProblem = problems[last]
  const stillThere =
    lastProblem !== undefined && (active === null || atActive(lastProblem) || !isElement(lastProblem))
  const here = active === null ? -1 : problems.findIndex(atActive)
  const from = stillThere ? last : here >= 0 ? here - by : by > 0 ? -1 : 0
  const index = (from + by + count) % count
  const problem = problems[index]
  if (!problem) return null
  visited.set(editor, problem.id)
  return { problem, number: index + 1, count }
}

const shown = new WeakMap<Editor, { readonly problem: Problem; readonly at: number | undefined }>()

const revealed = (editor: Editor): number | undefined => editor.store.getState().session.reveal?.at

/** From here on the problem is what stands before the person, until they go on to something else. */
export function arrivedAt(editor: Editor, problem: Problem): void {
  shown.set(editor, { problem, at: revealed(editor) })
}

/** The field to open an element at: that of the problem one has just come to. */
export function fieldOfProblemHere(editor: Editor, element: ElementRef | null): string | undefined {
  const last = shown.get(editor)
  if (!last || last.at !== revealed(editor)) return undefined
  const { kind, id, field } = last.problem.at
  return kind === element?.kind && id === element.id ? field : undefined
}

const isElement = (problem: Problem): boolean =>
  problem.at.kind === 'stage' || problem.at.kind === 'transition'

/**
 * What may become a revision. A publish must be sound: no error of the linter. A single REST write cannot always be
 * (a new stage has no transitions yet), so it must keep the blueprint's rules and make nothing worse: what it leaves
 * unfinished is told as a warning and stops the next publish.
 */
import type { WireProblem } from '../../src/contract/problems.ts'
import { lint } from '../../src/domain/lint/lint.ts'
import type { Problem } from '../../src/domain/lint/rule.ts'
import { graphOf } from '../../src/domain/process/graph.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { toSnakeCase } from '../../src/domain/process/wire.ts'
import { ApiError } from '../apiError.ts'
import { unseenProblems } from '../masking/unseenProblems.ts'
import type { WriteState } from '../services.ts'

type Known = Pick<WriteState, 'current' | 'reference' | 'usage' | 'mask'>

const problemsTold = 50

/** Judged as it is, said in words for whoever is answered. */
export function problemsOf(document: ProcessDocument, known: Known): readonly Problem[] {
  const { reference, usage, mask } = known
  const judged = { document, reference, base: known.current?.document ?? null, usage }
  const problems = lint(judged)
  return mask ? unseenProblems(problems, judged, mask) : problems
}

const blocks = (problem: Problem): boolean => problem.severity === 'error' && problem.waivedBy === null

export const blockingProblems = (problems: readonly Problem[]): readonly Problem[] => problems.filter(blocks)

export function problemToWire(problem: Problem): WireProblem {
  const { id, ruleId, severity, message, at } = problem
  const field = at.field === undefined ? null : toSnakeCase(at.field)
  return { id, rule_id: ruleId, severity, message, target: { kind: at.kind, id: at.id, field } }
}

function refusal(problems: readonly Problem[]): ApiError {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  return new ApiError('PROCESS_INVALID', `${problems[0]?.message ?? 'The process is not sound.'}${more}`, {
    problem_count: problems.length,
    problems: problems.slice(0, problemsTold).map(problemToWire),
  })
}

/** @throws ApiError PROCESS_INVALID with every error. Returns the warnings. */
export function refuseUnsound(document: ProcessDocument, known: Known): readonly WireProblem[] {
  const problems = problemsOf(document, known)
  const errors = blockingProblems(problems)
  if (errors.length > 0) throw refusal(errors)
  return problems.filter((problem) => problem.severity === 'warning').map(problemToWire)
}

/** What a process under construction by single writes is allowed to lack for now. */
const unfinished: ReadonlySet<string> = new Set([
  'graph/no-entry',
  'graph/many-entries',
  'graph/unreachable-stage',
  'graph/dead-end',
  'graph/cannot-win',
  'stage/order-sequential',
  // Deactivating a stage in use is the way out that the audit demands; deleting one is refused by the write path.
  'usage/stage-in-use',
])

/**
 * @throws ApiError PROCESS_INVALID where the write breaks a rule that held before.
 * Returns the problems at the given rows as they are afterwards.
 */
export function refuseWorse(next: ProcessDocument, known: Known, about: ReadonlySet<string>): WireProblem[] {
  const before = known.current?.document
  const problems = problemsOf(next, known)
  const serious = blockingProblems(problems).filter(
    (problem) => !unfinished.has(problem.ruleId) && !isStillMissing(problem, next, before),
  )
  // What was there before matters only where something is wrong now.
  const was = serious.length > 0 && before ? blockingProblems(problemsOf(before, known)) : []
  const had = new Set(was.map((problem) => problem.id))
  const worse = serious.filter((problem) => !had.has(problem.id))
  if (worse.length > 0) throw refusal(worse)
  return problems.filter((problem) => about.has(problem.at.id)).map(problemToWire)
}

/** "At least two stages" and "one closed won stage" bind whoever takes one away or adds one too many, not the builder. */
function isStillMissing(
  problem: Problem,
  next: ProcessDocument,
  before: ProcessDocument | undefined,
): boolean {
  const graph = graphOf(next)
  if (problem.ruleId === 'stage/closed-won-count') return graph.wonStages.length === 0
  if (problem.ruleId === 'stage/closed-lost-count') return graph.lostStages.length === 0
  if (problem.ruleId !== 'stage/too-few') return false
  return !before || graph.activeStages.length >= graphOf(before).activeStages.length
}

/**
 * Everything that is wrong with a process, live: on every edit in the browser, before a publish on the server, in
 * the command line. Pure and O(stages + transitions); the same input gives the same problems in the same order.
 */
import { graphOf } from '../process/graph.ts'
import { isUnseen } from '../process/hidden.ts'
import type { ProcessDocument } from '../process/process.ts'
import { isSwitchedOff, isWaivable, severities } from './presets.ts'
import { allRules, type RuleId } from './registry.ts'
import type { Finding, LintContext, LintRule, Problem, ProblemTarget, Severity } from './rule.ts'

/**
 * What is linted. `reference` as `emptyReferenceData` itself means "not known": then no rule claims that a field,
 * workflow or action does not exist. `usage: null` means the same for deals.
 */
export type LintInput = Pick<LintContext, 'document' | 'reference' | 'base' | 'usage'>

/** The rule id of a problem that says: this check could not be done. */
export const internalRuleId = 'internal'

/**
 * Errors first, then warnings, then hints; within each, the process, its stages by order each followed by its exits,
 * scenarios last. A rule that throws yields one problem that says so, as serious as the rule; this never throws.
 */
export function lint(input: LintInput, rules: readonly LintRule<RuleId>[] = allRules): readonly Problem[] {
  const context: LintContext = { ...input, graph: graphOf(input.document) }
  const waivers = waiversOf(input.document)
  const placeOf = placesOf(context)
  const found: Placed[] = []
  const ids = new Map<string, number>()
  const put = (problem: Omit<Problem, 'id'>) => {
    const id = uniqueId(ids, problem)
    found.push({ problem: { ...problem, id }, rank: ranks[problem.severity], place: placeOf(problem.at) })
  }

  for (const rule of rules) {
    if (isSwitchedOff(rule.id, input.document.process.policies)) continue
    const severity = severities[rule.id]
    const waivable = isWaivable(rule.id)
    const failure = collect(rule, context, (finding) => {
      if (wasNotSeen(input, finding.at)) return
      const waivedBy = waivable ? (waivers.get(waiverKey(rule.id, finding.at.id)) ?? null) : null
      put({ ...finding, ruleId: rule.id, severity, waivable, waivedBy })
    })
    if (failure) put({ ...failure, ruleId: internalRuleId, severity, waivable: false, waivedBy: null })
  }
  // Sorting is stable: problems of one place stay in the order of the registry.
  return found.sort((a, b) => a.rank - b.rank || a.place - b.place).map(({ problem }) => problem)
}

/** True where an error stands that nobody has waived: such a process is not published. */
export const blocksPublish = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => problem.severity === 'error' && problem.waivedBy === null)

/** What cannot be seen is not found wanting: it holds nothing here, and something for those who see it. */
function wasNotSeen({ document, reference }: LintInput, { kind, id, field }: ProblemTarget): boolean {
  const row = kind === 'stage' ? document.stages[id] : document.transitions[id]
  return row !== undefined && field !== undefined && isUnseen(reference, row, field)
}

interface Placed {
  readonly problem: Problem
  readonly rank: number
  readonly place: number
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** Hands on what a rule finds. Where it throws, what it found so far stands and the failure is returned. */
function collect(rule: LintRule, context: LintContext, put: (finding: Finding) => void): Finding | null {
  try {
    for (const finding of rule.check(context)) put(finding)
    return null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      at: { kind: 'process', id: context.document.process.id },
      key: rule.id,
      message: `The check “${rule.title}” could not be done (${reason}). Please report this with an export of the process.`,
    }
  }
}

/** The same problem has the same id in every lint; several of one rule at one place are told apart by their key. */
function uniqueId(ids: Map<string, number>, { ruleId, at, key }: Omit<Problem, 'id'>): string {
  const id = `${ruleId} ${at.kind}:${at.id}${at.field ? `.${at.field}` : ''}${key ? ` ${key}` : ''}`
  const count = (ids.get(id) ?? 0) + 1
  ids.set(id, count)
  return count === 1 ? id : `${id} (${count})`
}

const waiverKey = (ruleId: string, targetId: string): string => `${ruleId} ${targetId}`

function waiversOf(document: ProcessDocument): ReadonlyMap<string, string> {
  const waivers = Object.values(document.waivers)
  return new Map(waivers.map((waiver) => [waiverKey(waiver.ruleId, waiver.targetId), waiver.id]))
}

/** Process first, each stage followed by what leaves it, then global and broken transitions, scenarios last. */
function placesOf({ document, graph }: LintContext): (at: ProblemTarget) => number {
  const behind = 2 * graph.stages.length
  const afterStage = (stageId: string | null, offset: number) => {
    const position = stageId === null ? -1 : graph.positionOf(stageId)
    return position < 0 ? behind : 2 * position + offset
  }
  return ({ kind, id }) => {
    switch (kind) {
      case 'process':
        return -1
      case 'stage':
        return afterStage(id, 0)
      case 'transition': {
        const transition = Object.hasOwn(document.transitions, id) ? document.transitions[id] : undefined
        return afterStage(transition?.isGlobal ? null : (transition?.fromStageId ?? null), 1)
      }
      case 'scenario':
        return behind + 1
    }
  }
}

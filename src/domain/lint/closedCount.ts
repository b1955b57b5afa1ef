/** How many closed stages of a kind there are: exactly one, or at least one where the policy allows several. */
import { type SalesStage, stageKind } from '../process/stage.ts'
import { addClosed, changeStage, changeStages, forAll } from './fixes.ts'
import type { Finding, LintContext, QuickFix } from './rule.ts'
import { stageWords } from './words.ts'

const severalAllowed: QuickFix = {
  title: 'Allow several closed stages in this process',
  command: { id: 'setPolicies', payload: { changes: { single_closed_stages: false } } },
}

/** Findings at the process where there is none, at each stage but the last by order where there are too many. */
export function* closedCount(context: LintContext, kind: 'won' | 'lost'): Iterable<Finding> {
  const { graph, document } = context
  const stages = kind === 'won' ? graph.wonStages : graph.lostStages
  if (stages.length === 0)
    yield {
      at: { kind: 'process', id: document.process.id },
      message: `There is no active closed ${kind} stage. Add one.`,
      fixes: [forAll(missing(context, kind))],
    }
  const last = stages.at(-1)
  if (!last || stages.length === 1 || !document.process.policies.single_closed_stages) return
  const extra = stages.slice(0, -1)
  const name = stageWords(context, last.id)
  const fixes = [forAll(keep(name, extra)), severalAllowed]
  for (const stage of extra)
    yield {
      at: { kind: 'stage', id: stage.id },
      message: `${stageWords(context, stage.id)} is a closed ${kind} stage beside ${name}. Keep one, or allow several in the policies.`,
      fixes,
    }
}

const keep = (name: string, extra: readonly SalesStage[]): QuickFix =>
  changeStages(
    `Keep ${name} and deactivate the ${extra.length === 1 ? 'other' : 'others'}`,
    Object.fromEntries(extra.map((stage) => [stage.id, { isActive: false }])),
  )

function missing(context: LintContext, kind: 'won' | 'lost'): QuickFix {
  const inactive = context.graph.stages.find((stage) => stageKind(stage) === kind)
  return inactive
    ? changeStage(`Reactivate ${stageWords(context, inactive.id)}`, inactive.id, { isActive: true })
    : { title: `Add closed ${kind}`, command: addClosed(context, kind) }
}

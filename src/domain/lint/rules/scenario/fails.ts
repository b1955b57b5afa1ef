import { runScenario, type ScenarioResult } from '../../../engine/scenarios.ts'
import type { ProcessDocument } from '../../../process/process.ts'
import type { ReferenceData } from '../../../process/reference.ts'
import type { Scenario } from '../../../process/scenario.ts'
import { referenceIsKnown } from '../../known.ts'
import { defineRule, type LintContext, type QuickFix } from '../../rule.ts'
import { scenarioMoment } from '../../scenarioMoment.ts'
import { stageWords } from '../../words.ts'

export const fails = defineRule({
  id: 'scenario/fails',
  title: 'Every saved scenario passes',
  why: 'A scenario is how somebody said what should happen to a deal. When it fails, either the process is broken or the expectation has become old.',
  *check(context) {
    const scenarios = Object.values(context.document.scenarios)
    if (scenarios.length === 0 || !canWalk(context)) return
    for (const scenario of scenarios.sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const result = resultOf(context.document, context.reference, scenario)
      if (result.passed) continue
      yield {
        at: { kind: 'scenario', id: scenario.id },
        message: `The scenario “${scenario.scenarioName}” fails. ${result.why ?? ''}`.trim(),
        fixes: newExpectation(context, scenario, result),
      }
    }
  },
})

/** Without reference data nobody knows who approves, so a walk through an approval would prove nothing. */
const canWalk = (context: LintContext): boolean =>
  referenceIsKnown(context) || !context.graph.activeStages.some((stage) => stage.requiresApproval)

interface Results {
  readonly reference: ReferenceData
  readonly byScenario: Map<Scenario, ScenarioResult>
}
const cache = new WeakMap<ProcessDocument, Results>()

function resultOf(document: ProcessDocument, reference: ReferenceData, scenario: Scenario): ScenarioResult {
  let results = cache.get(document)
  if (results?.reference !== reference) {
    results = { reference, byScenario: new Map() }
    cache.set(document, results)
  }
  const had = results.byScenario.get(scenario)
  if (had) return had
  const result = runScenario(document, reference, scenario, scenarioMoment)
  results.byScenario.set(scenario, result)
  return result
}

/** Takes what happens now as what should happen; not offered where the walk itself breaks off. */
function newExpectation(
  context: LintContext,
  scenario: Scenario,
  { deal, trail }: ScenarioResult,
): QuickFix[] {
  const outcome = trail.findLast((entry) => entry.verdict !== null)?.verdict?.outcome
  if (!deal || !outcome) return []
  const expecting: Scenario = { ...scenario, expectation: { stage: deal.stageId, last_move: outcome } }
  if (!runScenario(context.document, context.reference, expecting, scenarioMoment).passed) return []
  const title = `Expect the deal in ${stageWords(context, deal.stageId)} with the last move ${outcome}`
  return [{ title, command: { id: 'saveScenario', payload: { scenario: expecting } } }]
}

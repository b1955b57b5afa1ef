/** The part of a company's reference data that a process names: what has to travel with it to be understood alone. */
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { Logic } from '../../domain/process/rule.ts'
import { inspectRule } from '../../domain/process/ruleShape.ts'

/** Names that the reference data does not know are left out; the linter tells about them. */
export function referencedBy(document: ProcessDocument, reference: ReferenceData): ReferenceData {
  const stages = Object.values(document.stages)
  const transitions = Object.values(document.transitions)
  const actionIds = new Set([
    ...stages.flatMap((stage) => [...stage.entryActionIds, ...stage.exitActionIds]),
    ...transitions.flatMap((transition) => transition.actionIds),
  ])
  const named = transitions.flatMap((transition) => transition.actions)
  const codes = new Set(named.map((action) => action.action_code))
  const actions = pick(
    reference.actions,
    (action) => actionIds.has(action.id) || codes.has(action.actionCode),
  )
  const parameters = [...Object.values(actions), ...named].map((action) => action.parameters)
  const texts = (key: string) =>
    parameters.flatMap((held) => (typeof held[key] === 'string' ? [held[key]] : []))
  const workflowIds = new Set([...stages.map((stage) => stage.approvalWorkflowId), ...texts('workflow_id')])
  const approvalWorkflows = pick(reference.approvalWorkflows, (workflow) => workflowIds.has(workflow.id))
  const rules: (Logic | undefined)[] = [
    ...stages.flatMap((stage) => [
      ...stage.validationRules.flatMap((rule) => [rule.when, rule.check]),
      ...stage.transitionRules.map((rule) => rule.check),
    ]),
    ...transitions.flatMap((transition) => transition.conditions.map((rule) => rule.check)),
    ...Object.values(approvalWorkflows).flatMap((workflow) => workflow.steps.map((step) => step.condition)),
  ]
  const scenarioFields = Object.values(document.scenarios).flatMap((scenario) => [
    ...Object.keys(scenario.start.fields),
    ...scenario.steps.flatMap((step) => (step.do === 'set_fields' ? Object.keys(step.fields) : [])),
  ])
  const fieldKeys = new Set([
    ...stages.flatMap((stage) => [...stage.requiredFields, ...(stage.lockedFields ?? [])]),
    ...rules.flatMap((rule) => (rule === undefined ? [] : inspectRule(rule).fields)),
    ...scenarioFields,
    ...texts('field'),
  ])
  const categoryIds = new Set(stages.flatMap((stage) => stage.categoryIds))
  return {
    fields: pick(reference.fields, (field) => fieldKeys.has(field.key)),
    categories: pick(reference.categories, (category) => categoryIds.has(category.id)),
    actions,
    approvalWorkflows,
  }
}

const pick = <Row>(rows: Readonly<Record<string, Row>>, used: (row: Row) => boolean): Record<string, Row> =>
  Object.fromEntries(Object.entries(rows).filter(([, row]) => used(row)))

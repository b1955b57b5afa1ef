/** A small company for tests: a few fields, actions and approval workflows, and rules over them. */
import type { ActionType, StageAction } from '../../src/domain/process/action.ts'
import type { ApprovalStep, ApprovalWorkflow } from '../../src/domain/process/approval.ts'
import type { FieldType, OpportunityField } from '../../src/domain/process/field.ts'
import type { ReferenceData } from '../../src/domain/process/reference.ts'
import type { CheckRule, Logic } from '../../src/domain/process/rule.ts'

export function field(key: string, type: FieldType, options: readonly string[] = []): OpportunityField {
  const label = key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ')
  return { id: `field-${key}`, companyId: '', key, label, type, options: [...options], isRequired: false }
}

export function action(id: string, actionType: ActionType, given: Partial<StageAction> = {}): StageAction {
  return {
    id,
    companyId: '',
    actionName: id.charAt(0).toUpperCase() + id.slice(1),
    actionCode: id.toUpperCase(),
    description: null,
    actionType,
    executionOrder: 1,
    isActive: true,
    parameters: {},
    ...given,
  }
}

export function step(given: Partial<ApprovalStep> = {}): ApprovalStep {
  return {
    name: 'Sales director',
    approver: { kind: 'role', ref: 'director' },
    mode: 'any',
    quorum: null,
    allow_delegation: false,
    sla_hours: null,
    on_timeout: 'escalate',
    ...given,
  }
}

export function workflow(id: string, given: Partial<ApprovalWorkflow> = {}): ApprovalWorkflow {
  const workflowName = id.charAt(0).toUpperCase() + id.slice(1)
  return { id, companyId: '', workflowName, isActive: true, steps: [step()], ...given }
}

/** A rule with a name and a message; `id` is the name in lower case. */
export function check(name: string, logic: Logic, message = 'Talk to the customer.'): CheckRule {
  return { id: name.toLowerCase(), name, check: logic, message }
}

const byId = <Row extends { id: string }>(rows: readonly Row[]): Record<string, Row> =>
  Object.fromEntries(rows.map((row) => [row.id, row]))

export function reference(
  given: {
    readonly fields?: readonly OpportunityField[]
    readonly actions?: readonly StageAction[]
    readonly workflows?: readonly ApprovalWorkflow[]
  } = {},
): ReferenceData {
  const { fields = standardFields, actions = [], workflows = [] } = given
  return {
    categories: {},
    actions: byId(actions),
    approvalWorkflows: byId(workflows),
    fields: Object.fromEntries(fields.map((row) => [row.key, row])),
  }
}

export const standardFields: readonly OpportunityField[] = [
  field('amount', 'currency'),
  field('seats', 'number'),
  field('close_date', 'date'),
  field('budget_confirmed', 'boolean'),
  field('industry', 'text'),
  field('region', 'select', ['EU', 'US']),
  field('products', 'multiselect', ['core', 'support']),
]

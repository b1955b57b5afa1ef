/**
 * Everything a lint rule may have to cope with at once: a dirty document with broken rules, durations, approvals and
 * actions on top, a company that knows some of what is named, a published base and open deals.
 */
import fc from 'fast-check'
import type { LintInput } from '../../src/domain/lint/lint.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import { emptyReferenceData } from '../../src/domain/process/reference.ts'
import type { CheckRule, Logic } from '../../src/domain/process/rule.ts'
import type { SalesStage } from '../../src/domain/process/stage.ts'
import type { StageTransition } from '../../src/domain/process/transition.ts'
import { dirtyDocument } from './arbitraries.ts'
import { action, reference, step, workflow } from './referenceData.ts'

const company = reference({
  actions: [
    action('call', 'create_task', { parameters: { title: 'Call' } }),
    action('mail', 'send_email', { parameters: { to: 'owner' } }),
    action('old', 'generate_invoice', { isActive: false }),
  ],
  workflows: [
    workflow('legal'),
    workflow('asleep', { isActive: false }),
    workflow('nobody', { steps: [step({ mode: 'number', quorum: null })] }),
  ],
})

const fieldKey = fc.constantFrom(
  'amount',
  'close_date',
  'region',
  'products',
  'Ammount',
  'wheels',
  'toString',
  '',
)
const literal: fc.Arbitrary<Logic> = fc.constantFrom<Logic[]>(0, 5, 10, 'EU', '2026-01-31', true, null, [])
const operand: fc.Arbitrary<Logic> = fc.oneof(
  fieldKey.map((key): Logic => ({ var: key })),
  literal,
  fc.constant<Logic>({ relative_date: 7 }),
)
const comparison: fc.Arbitrary<Logic> = fc
  .tuple(fc.constantFrom('==', '!=', '<', '>=', 'in', 'starts_with', 'some', '+'), operand, operand)
  .map(([operator, left, right]): Logic => ({ [operator]: [left, right] }))

/** Sound, senseless and broken rules. */
export const anyLogic: fc.Arbitrary<Logic> = fc.oneof(
  comparison,
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((parts): Logic => ({ and: parts })),
  fc.array(comparison, { minLength: 1, maxLength: 3 }).map((parts): Logic => ({ or: parts })),
  comparison.map((part): Logic => ({ '!': part })),
  fc.constantFrom<Logic[]>(
    true,
    false,
    null,
    'text',
    3,
    {},
    [],
    { eval: 'x' },
    { '==': 1, '<': 2 },
    { and: [] },
  ),
)

const checks: fc.Arbitrary<CheckRule[]> = fc.array(
  fc.record<CheckRule>({
    // The same id now and then: files edited by hand repeat them.
    id: fc.constantFrom('r1', 'r2', 'r3'),
    name: fc.constantFrom('', 'Budget'),
    check: anyLogic,
    message: fc.constantFrom('', 'Talk to the customer.'),
  }),
  { maxLength: 3 },
)
const days = fc.option(fc.constantFrom(-3, 0, 7.5, 30))
const actionIds = fc.array(fc.constantFrom('call', 'mail', 'old', 'gone', 'toString'), { maxLength: 3 })

const stageDirt: fc.Arbitrary<Partial<SalesStage>> = fc.record(
  {
    validationRules: fc.tuple(checks, fc.option(anyLogic, { nil: undefined })).map(([rules, when]) =>
      rules.map((rule) => ({
        ...rule,
        ...(when === undefined ? {} : { when }),
        severity: 'error' as const,
      })),
    ),
    transitionRules: fc
      .tuple(checks, fc.constantFrom('entry' as const, 'exit' as const))
      .map(([rules, kind]) => rules.map((rule) => ({ ...rule, kind }))),
    requiredFields: fc.array(fieldKey, { maxLength: 3 }),
    averageDurationDays: days,
    maxDurationDays: days,
    requiresApproval: fc.boolean(),
    approvalWorkflowId: fc.constantFrom(null, '', 'legal', 'asleep', 'nobody', 'gone'),
    entryActionIds: actionIds,
    exitActionIds: actionIds,
  },
  { requiredKeys: [] },
)

const transitionDirt: fc.Arbitrary<Partial<StageTransition>> = fc.record(
  {
    conditions: checks,
    isAutomatic: fc.boolean(),
    afterDays: days,
    isGlobal: fc.boolean(),
    weight: fc.option(fc.constantFrom(0, 1, 3)),
    actionIds,
    actions: fc.array(
      fc.record({
        action_code: fc.constantFrom('CALL', 'MAIL', 'GONE'),
        parameters: fc.constantFrom({}, { subject: 'Hello' }, { colour: 'red' }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: [] },
)

const dirtier: fc.Arbitrary<ProcessDocument> = fc
  .tuple(
    dirtyDocument,
    fc.array(stageDirt, { minLength: 6, maxLength: 6 }),
    fc.array(transitionDirt, { minLength: 8, maxLength: 8 }),
    fc.record(
      {
        probability_must_not_decrease: fc.boolean(),
        single_closed_stages: fc.boolean(),
        allow_rework: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
    fc.dictionary(fc.constantFrom('s1', 'old'), fc.constantFrom('s2', 'gone'), { maxKeys: 2 }),
  )
  .map(([document, stages, transitions, policies, stageMigrations]) => ({
    ...document,
    process: {
      ...document.process,
      policies: { ...document.process.policies, ...policies },
      stageMigrations,
    },
    stages: withDirt(document.stages, stages),
    transitions: withDirt(document.transitions, transitions),
  }))

function withDirt<Row>(
  rows: Readonly<Record<string, Row>>,
  dirt: readonly Partial<Row>[],
): Record<string, Row> {
  return Object.fromEntries(Object.entries(rows).map(([id, row], index) => [id, { ...row, ...dirt[index] }]))
}

export const dirtyContext: fc.Arbitrary<LintInput> = fc.record({
  document: dirtier,
  reference: fc.constantFrom(company, emptyReferenceData, { ...emptyReferenceData }),
  base: fc.option(dirtyDocument),
  usage: fc.option(
    fc.dictionary(
      fc.constantFrom('s1', 's2', 'old'),
      fc.record({ openDeals: fc.nat(3), openAmount: fc.nat(1_000) }),
      { maxKeys: 3 },
    ),
  ),
})

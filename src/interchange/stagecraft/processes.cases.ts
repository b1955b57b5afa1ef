/** Any process that the commands can make, with any company's reference data, for the laws of our own file. */
import fc from 'fast-check'
import { newProcess, type ProcessDocument, withRows } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { forecastCategories, newStage, type SalesStage, stageColors } from '../../domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../domain/process/transition.ts'
import type { Who } from '../../domain/process/who.ts'

const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength: maxLength / 10 })
const key = fc.constantFrom('amount', 'close_date', 'owner', 'budget')
const logic = fc.oneof(
  key.map((name) => ({ '>=': [{ var: name }, 10] })),
  fc.tuple(key, key).map(([a, b]) => ({ and: [{ '!!': [{ var: a }] }, { '==': [{ var: b }, 'x'] }] })),
  // What JSON cannot hold (-0) is no law of ours.
  fc
    .jsonValue({ maxDepth: 2 })
    .map((value): SalesStage['validationRules'][number]['check'] => JSON.parse(JSON.stringify(value))),
)
const rule = fc.record({ id: fc.uuid(), name: text(100), check: logic, message: text(500) })
const number = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
  .map((value) => value + 0)
const days = fc.option(fc.integer({ min: 0, max: 999 }))

const stageFields: fc.Arbitrary<Partial<SalesStage>> = fc.record(
  {
    stageCode: text(20),
    description: fc.option(text(200)),
    stageOrder: fc.integer({ min: -5, max: 20 }),
    defaultProbability: number,
    isActive: fc.boolean(),
    isClosedWon: fc.boolean(),
    isClosedLost: fc.boolean(),
    isEntry: fc.boolean(),
    color: fc.constantFrom(...stageColors),
    position: fc.record({ x: number, y: number }),
    categoryIds: fc.subarray(['category-1', 'category-2', 'gone']),
    forecastCategory: fc.option(fc.constantFrom(...forecastCategories)),
    requiredFields: fc.uniqueArray(key),
    validationRules: fc.array(
      fc
        .tuple(rule, fc.option(logic), fc.constantFrom('error' as const, 'warning' as const))
        .map(([base, when, severity]) => ({ ...base, severity, ...(when === null ? {} : { when }) })),
      { maxLength: 2 },
    ),
    entryActionIds: fc.subarray(['action-1', 'action-2']),
    averageDurationDays: days,
    requiresApproval: fc.boolean(),
    approvalWorkflowId: fc.option(fc.constantFrom('workflow-1', 'workflow-2')),
    externalId: fc.option(text(50)),
    lineage: fc.array(fc.uuid(), { maxLength: 2 }),
    escalation: fc.constantFrom({ after_days: 21, tell: [{ kind: 'owner' as const, ref: '' }] }),
    lockedFields: fc.constantFrom(['amount'], ['close_date', 'amount']),
    lockWhilePending: fc.constant(true),
    simulation: fc.record({
      duration: fc.option(
        fc.record({ kind: fc.constant('exponential' as const), mean: fc.integer({ min: 0, max: 99 }) }),
      ),
    }),
  },
  { requiredKeys: [] },
)

const transitionFields: fc.Arbitrary<Partial<StageTransition>> = fc.record(
  {
    transitionName: text(100),
    isAutomatic: fc.boolean(),
    isRework: fc.boolean(),
    afterDays: days,
    priority: fc.integer({ min: 0, max: 9 }),
    conditions: fc.array(rule, { maxLength: 2 }),
    actions: fc.array(
      fc.record({
        action_code: fc.constantFrom('NOTIFY', 'TASK'),
        parameters: fc.dictionary(fc.constantFrom('to', 'title', 'a', 'b'), fc.oneof(text(20), fc.integer())),
      }),
      { maxLength: 2 },
    ),
    weight: fc.option(fc.integer({ min: 0, max: 100 })),
    runBy: fc.uniqueArray(
      fc.constantFrom<Who>({ kind: 'owner', ref: '' }, { kind: 'role', ref: 'sales_manager' }),
      {
        minLength: 1,
      },
    ),
    onRefusal: fc.constant(true),
  },
  { requiredKeys: [] },
)

/** Every reference inside the document leads somewhere: what no command can break, the generator does not break. */
export const anyProcess: fc.Arbitrary<ProcessDocument> = fc
  .record({
    name: text(100),
    stages: fc.array(fc.tuple(fc.uuid(), text(100), stageFields), { maxLength: 8 }),
    transitions: fc.array(fc.tuple(fc.uuid(), fc.nat(), fc.nat(), fc.boolean(), transitionFields), {
      maxLength: 8,
    }),
    migrations: fc.dictionary(fc.uuid(), fc.uuid(), { maxKeys: 3 }),
    revision: fc.nat(99),
  })
  .map(({ name, stages, transitions, migrations, revision }) => {
    const process = newProcess({ id: 'process', processName: name, revision, stageMigrations: migrations })
    const rows = stages.map(([id, stageName, fields]) =>
      newStage({ id, stageName, processId: 'process', ...fields }),
    )
    const stageAt = (index: number) => rows[index % rows.length]?.id ?? ''
    const moves = rows.length === 0 ? [] : transitions
    return withRows(process, {
      stages: rows,
      transitions: moves.map(([id, from, to, isGlobal, fields]) =>
        newTransition({
          id,
          fromStageId: isGlobal ? null : stageAt(from),
          toStageId: stageAt(to),
          isGlobal,
          ...fields,
        }),
      ),
      scenarios: rows.slice(0, 1).map((stage) => ({
        id: `scenario-${stage.id}`,
        scenarioName: 'Walk',
        start: { stage: stage.id, fields: { amount: 5 } },
        steps: [{ do: 'move_to' as const, stage: stageAt(1) }],
        expectation: { stage: stageAt(1), last_move: 'allowed' as const },
      })),
      waivers: rows.slice(0, 1).map((stage) => ({
        id: `waiver-${stage.id}`,
        ruleId: 'probability/decreases',
        targetId: stage.id,
        justification: 'Agreed with the board.',
        by: 'user-1',
        at: '2026-01-01T00:00:00.000Z',
      })),
    })
  })

const field = (name: string) => ({
  id: `field-${name}`,
  companyId: 'c',
  key: name,
  label: name,
  type: 'number' as const,
  options: [],
  isRequired: false,
})
const category = (id: string) => ({
  id,
  companyId: 'c',
  categoryName: id,
  categoryCode: id,
  description: null,
  categoryType: 'closing' as const,
  isActive: true,
  sortOrder: 1,
})
const action = (id: string, actionCode: string) => ({
  id,
  companyId: 'c',
  actionName: id,
  actionCode,
  description: null,
  actionType: 'update_field' as const,
  executionOrder: 1,
  isActive: true,
  parameters: { value: 1, field: 'owner' },
})
const workflow = (id: string) => ({ id, companyId: 'c', workflowName: id, isActive: true, steps: [] })

export const someReference: ReferenceData = {
  fields: Object.fromEntries(
    ['amount', 'close_date', 'owner', 'budget', 'unused'].map((name) => [name, field(name)]),
  ),
  categories: { 'category-1': category('category-1'), 'category-2': category('category-2') },
  actions: { 'action-1': action('action-1', 'NOTIFY'), 'action-2': action('action-2', 'TASK') },
  approvalWorkflows: { 'workflow-1': workflow('workflow-1'), 'workflow-2': workflow('workflow-2') },
}

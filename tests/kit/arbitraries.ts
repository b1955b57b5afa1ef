/**
 * Random processes. `dirtyDocument` holds what real data holds (gaps in the order, two won stages, probabilities of 140,
 * blank names, transitions that lead nowhere); `soundDocument` has nothing that leads nowhere.
 */
import fc from 'fast-check'
import type { Comment } from '../../src/domain/process/comment.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import type { CheckRule, ValidationRule } from '../../src/domain/process/rule.ts'
import type { Scenario } from '../../src/domain/process/scenario.ts'
import { forecastCategories, newStage, type SalesStage, stageColors } from '../../src/domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../src/domain/process/transition.ts'
import type { Waiver } from '../../src/domain/process/waiver.ts'
import type { Who } from '../../src/domain/process/who.ts'

export const words = fc.constantFrom(
  '',
  ' ',
  'Qualify',
  'Angebot prüfen',
  'Négociation',
  'Won',
  '見積もり',
  'x'.repeat(100),
)
export const position = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -500, max: 500 }),
})
const fieldKey = fc.constantFrom('amount', 'budget_confirmed', 'close_date', 'champion')
const someKeys = fc.uniqueArray(fieldKey, { maxLength: 3 })
const rule = fc.record<CheckRule>({
  id: fc.constantFrom('r1', 'r2', 'r3'),
  name: words,
  check: fc.constantFrom(true, { '>=': [{ var: 'amount' }, 10] }, { '!!': [{ var: 'champion' }] }),
  message: fc.constantFrom('', 'Confirm the budget.'),
})
const rules = fc.uniqueArray(rule, { maxLength: 2, selector: (item) => item.id })

/** What may differ in a stage, each field now and then. */
export const stageFields: fc.Arbitrary<Partial<SalesStage>> = fc.record(
  {
    stageName: words,
    stageCode: fc.constantFrom('', 'QUALIFY', 'WON', 'with space', 'A'.repeat(20)),
    description: fc.option(words),
    stageOrder: fc.integer({ min: -2, max: 9 }),
    defaultProbability: fc.constantFrom(0, 10, 33.5, 100, 140, -5),
    isActive: fc.boolean(),
    isClosedWon: fc.boolean(),
    isClosedLost: fc.boolean(),
    isEntry: fc.boolean(),
    color: fc.constantFrom(...stageColors),
    position,
    forecastCategory: fc.option(fc.constantFrom(...forecastCategories)),
    requiredFields: someKeys,
    categoryIds: fc.uniqueArray(fc.constantFrom('c1', 'c2'), { maxLength: 2 }),
    exitChecklist: fc.uniqueArray(words, { maxLength: 2 }),
    validationRules: rules.map((list): ValidationRule[] =>
      list.map((item) => ({ ...item, severity: 'error' as const })),
    ),
    averageDurationDays: fc.option(fc.constantFrom(-1, 0, 7.5, 30)),
    notes: words,
    escalation: fc.constantFrom({ after_days: 21, tell: [{ kind: 'owner' as const, ref: '' }] }),
    lockedFields: fc.constantFrom(['amount'], ['champion', 'amount']),
    lockWhilePending: fc.constant(true),
  },
  { requiredKeys: [] },
)

export const transitionFields: fc.Arbitrary<Partial<StageTransition>> = fc.record(
  {
    transitionName: words,
    isAutomatic: fc.boolean(),
    isRework: fc.boolean(),
    priority: fc.integer({ min: 0, max: 3 }),
    conditions: rules,
    actionIds: fc.uniqueArray(fc.constantFrom('a1', 'a2'), { maxLength: 2 }),
    weight: fc.option(fc.constantFrom(0, 1, 2.5)),
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

const stageIds = ['s1', 's2', 's3', 's4', 's5', 's6']

interface Parts {
  readonly stages: readonly (readonly [string, Partial<SalesStage>])[]
  readonly ends: readonly (readonly [from: string | null, to: string])[]
  readonly fields: readonly Partial<StageTransition>[]
  readonly walks: readonly (readonly [start: string | null, via: string, end: string])[]
  readonly waived: readonly (readonly [rule: string, target: string])[]
  readonly said: readonly (readonly [thread: string, target: string, kind: Comment['kind']])[]
  readonly rework: boolean
}

function partsWith(ids: readonly string[], tidy: boolean) {
  const id: fc.Arbitrary<string> = fc.constantFrom(...ids)
  const end = fc.option(id, { freq: 5, nil: null })
  return fc.record({
    stages: fc.tuple(
      ...stageIds
        .filter((stageId) => !tidy || ids.includes(stageId))
        .map((stageId) => fc.tuple(fc.constant(stageId), stageFields)),
    ),
    ends: fc.uniqueArray(fc.tuple(end, id), {
      maxLength: 8,
      selector: (pair) => pair.join('>'),
    }),
    fields: fc.array(transitionFields, { minLength: 8, maxLength: 8 }),
    walks: fc.array(fc.tuple(end, id, id), { maxLength: 2 }),
    waived: fc.array(fc.tuple(fc.constantFrom('probability/decreases', 'stage/too-many'), id), {
      maxLength: 2,
    }),
    said: fc.array(
      fc.tuple(
        fc.constantFrom('c1', 'c2'),
        fc.oneof(id, fc.constant('process')),
        fc.constantFrom('text', 'text', 'resolved', 'reopened'),
      ),
      { maxLength: 4 },
    ),
    rework: fc.boolean(),
  })
}

function assemble(parts: Parts, tidy: boolean): ProcessDocument {
  const owner = { companyId: 'company', processId: 'process' }
  const document = newProcess({ id: 'process', companyId: 'company', processName: 'Random' })
  let entries = 0
  const stages = parts.stages.map(([id, fields], index) => {
    const stage = newStage({ id, stageName: id, ...owner, stageOrder: index + 1, ...fields })
    if (!tidy) return stage
    entries += stage.isEntry && stage.isActive ? 1 : 0
    return {
      ...stage,
      stageOrder: index + 1,
      isEntry: stage.isEntry && stage.isActive && entries === 1,
      isClosedLost: stage.isClosedLost && !stage.isClosedWon,
    }
  })
  const transitions = parts.ends.map(([fromStageId, toStageId], index) =>
    newTransition({
      id: `t${index + 1}`,
      ...owner,
      ...parts.fields[index],
      fromStageId,
      toStageId,
      isGlobal: fromStageId === null,
    }),
  )
  const scenarios = parts.walks.map(
    ([start, via, end], index): Scenario => ({
      id: `walk${index + 1}`,
      scenarioName: `Walk ${index + 1}`,
      start: { stage: start, fields: { amount: 5 } },
      steps: [
        { do: 'move_to', stage: via },
        { do: 'wait_days', days: 2 },
      ],
      expectation: { stage: end, last_move: 'allowed' },
    }),
  )
  const waivers = parts.waived.map(
    ([ruleId, targetId], index): Waiver => ({
      id: `w${index + 1}`,
      ruleId,
      targetId,
      justification: 'Agreed with the director.',
      by: 'ada',
      at: '2026-11-20T08:00:00.000Z',
    }),
  )
  const comments = parts.said.map(
    ([threadId, targetId, kind], index): Comment => ({
      id: `c${index + 1}`,
      threadId,
      targetId,
      kind,
      text: kind === 'text' ? 'Who signs this?' : '',
      by: 'ada',
      byName: 'Ada',
      at: `2026-11-20T08:00:0${index}.000Z`,
      editedAt: null,
    }),
  )
  const { policies } = document.process
  return withRows(
    { ...document, process: { ...document.process, policies: { ...policies, allow_rework: parts.rework } } },
    { stages, transitions, scenarios, waivers, comments },
  )
}

/** Anything that passes the schema, with some ends that lead nowhere. */
export const dirtyDocument: fc.Arbitrary<ProcessDocument> = partsWith([...stageIds, 'gone'], false).map(
  (parts) => assemble(parts, false),
)

/** Nothing leads nowhere, orders are 1…n, at most one entry, no stage won and lost. */
export const soundDocument: fc.Arbitrary<ProcessDocument> = fc
  .subarray(stageIds, { minLength: 2 })
  .chain((ids) => partsWith(ids, true))
  .map((parts) => assemble(parts, true))

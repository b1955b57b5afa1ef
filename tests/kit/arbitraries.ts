/**
 * Random processes and random commands. `dirtyDocument` holds what real data holds (gaps in the order, two won stages,
 * probabilities of 140, blank names, transitions that lead nowhere); `soundDocument` has nothing that leads nowhere.
 */
import fc from 'fast-check'
import { alignments } from '../../src/domain/commands/alignStages.ts'
import { directions } from '../../src/domain/commands/distributeStages.ts'
import type { CommandCall, CommandId, PayloadOf } from '../../src/domain/commands/registry.ts'
import { type Comment, threadsOf } from '../../src/domain/process/comment.ts'
import { newProcess, type ProcessDocument, withRows } from '../../src/domain/process/process.ts'
import type { CheckRule, ValidationRule } from '../../src/domain/process/rule.ts'
import type { Scenario } from '../../src/domain/process/scenario.ts'
import {
  forecastCategories,
  newStage,
  type SalesStage,
  stageColors,
  stageKind,
} from '../../src/domain/process/stage.ts'
import { newTransition, type StageTransition } from '../../src/domain/process/transition.ts'
import type { Waiver } from '../../src/domain/process/waiver.ts'

const words = fc.constantFrom(
  '',
  ' ',
  'Qualify',
  'Angebot prüfen',
  'Négociation',
  'Won',
  '見積もり',
  'x'.repeat(100),
)
const position = fc.record({ x: fc.integer({ min: -900, max: 900 }), y: fc.integer({ min: -500, max: 500 }) })
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
const stageFields: fc.Arbitrary<Partial<SalesStage>> = fc.record(
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
  },
  { requiredKeys: [] },
)

const transitionFields: fc.Arbitrary<Partial<StageTransition>> = fc.record(
  {
    transitionName: words,
    isAutomatic: fc.boolean(),
    isRework: fc.boolean(),
    priority: fc.integer({ min: 0, max: 3 }),
    conditions: rules,
    actionIds: fc.uniqueArray(fc.constantFrom('a1', 'a2'), { maxLength: 2 }),
    weight: fc.option(fc.constantFrom(0, 1, 2.5)),
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

type CallOf<Id extends CommandId> = fc.Arbitrary<PayloadOf<Id>>

/** For every command, payloads that often fit the document and sometimes do not. A new command needs its line here. */
export function payloads(document: ProcessDocument): { [Id in CommandId]: CallOf<Id> } {
  const pick = (ids: readonly string[]) => fc.constantFrom(...(ids.length > 0 ? ids : ['gone']))
  const order = Object.keys(document.stages)
  const stageId = fc.oneof(
    { weight: 9, arbitrary: pick(order) },
    { weight: 1, arbitrary: fc.constant('gone') },
  )
  const transitionId = pick(Object.keys(document.transitions))
  const manyStages = fc.uniqueArray(stageId, { minLength: 1, maxLength: 3 })
  const source = fc.option(stageId, { freq: 6 })
  const scenario = fc.record<Scenario>({
    id: fc.constantFrom('walk1', 'walk9'),
    scenarioName: words,
    start: fc.record({ stage: fc.option(stageId), fields: fc.constant({}) }),
    steps: fc.array(
      stageId.map((stage) => ({ do: 'move_to' as const, stage })),
      { maxLength: 2 },
    ),
    expectation: fc.record({ stage: stageId, last_move: fc.constantFrom('allowed', 'blocked') }),
  })
  const updateStage = fc.record({ stageId, changes: stageFields })
  const threads = threadsOf(document.comments)
  const person = { by: fc.constant('ada'), byName: fc.constant('Ada') }
  const commentId = pick(threads.flatMap(({ comments }) => comments.map(({ id }) => id)))
  const removeTransitions = fc.record({
    transitionIds: fc.uniqueArray(transitionId, { minLength: 1, maxLength: 2 }),
  })
  return {
    addStage: fc.record(
      {
        kind: fc.constantFrom('open', 'won', 'lost'),
        name: words,
        position,
        afterStageId: stageId,
        connect: fc.boolean(),
        changes: stageFields,
      },
      { requiredKeys: [] },
    ),
    insertStageOnTransition: fc.record({ transitionId }),
    putStageOnTransition: transitionId.chain((id) =>
      fc.record({
        stageId: pick(order.filter((stage) => canStandOn(document, id, stage))),
        transitionId: fc.constant(id),
      }),
    ),
    duplicateStages: fc.record({ stageIds: manyStages }),
    removeStages: fc.record(
      { stageIds: manyStages, migrations: fc.dictionary(pick(order), pick(order), { maxKeys: 1 }) },
      { requiredKeys: ['stageIds'] },
    ),
    updateStage,
    updateStages: fc.record({ changes: fc.dictionary(stageId, stageFields, { maxKeys: 3 }) }),
    reorderStages: fc.record({
      stageIds: fc.shuffledSubarray(order, { minLength: Math.max(0, order.length - 1) }),
    }),
    moveStages: fc.record({ positions: fc.dictionary(stageId, position, { maxKeys: 3 }) }),
    alignStages: fc.record({ stageIds: manyStages, to: fc.constantFrom(...alignments) }),
    distributeStages: fc.record({ stageIds: manyStages, direction: fc.constantFrom(...directions) }),
    layoutProcess: fc.record({ positions: fc.dictionary(pick(order), position, { maxKeys: 6 }) }),
    connectStages: fc.record({
      connections: fc.array(fc.record({ fromStageId: source, toStageId: stageId }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    reconnectTransition: fc.record(
      { transitionId, fromStageId: source, toStageId: stageId },
      { requiredKeys: ['transitionId'] },
    ),
    updateTransition: fc.record({ transitionId, changes: transitionFields }),
    copyRule: fc.record({
      rule: fc.constantFrom(
        { id: 'rule', name: 'Large', check: { '>': [{ var: 'amount' }, 1] }, message: '' },
        { id: 'rule', name: '', check: true, when: { '!!': [{ var: 'region' }] }, message: 'Ask.' },
      ),
      targets: fc.array(
        fc.oneof(
          fc.record({ list: fc.constantFrom('validation', 'entry', 'exit'), id: stageId }),
          fc.record({ list: fc.constant('conditions'), id: transitionId }),
        ),
        { maxLength: 3 },
      ),
    }),
    removeTransitions,
    pasteFragment: fc.record({
      fragment: fc.constant({
        stages: Object.values(document.stages).slice(0, 3),
        transitions: Object.values(document.transitions),
      }),
    }),
    applyTemplate: fc.record({ name: fc.constant('Ready'), built: soundDocument }),
    replaceDocument: fc.record({ document: soundDocument, label: fc.constant('Restore revision 3') }),
    updateProcess: fc.record({
      changes: fc.record(
        { processName: words, processCode: fc.constantFrom('SALES', 'bad code') },
        { requiredKeys: [] },
      ),
    }),
    setPolicies: fc.record({
      changes: fc.record(
        { allow_rework: fc.boolean(), default_close_offset_days: fc.option(fc.nat(90)) },
        { requiredKeys: [] },
      ),
    }),
    setStageMigration: fc.record({ stageId: fc.constantFrom('old', 's1'), toStageId: source }),
    applyFix: fc.record({
      title: fc.constant('Fix all: remove transitions'),
      calls: fc.array(
        fc.oneof(
          removeTransitions.map((payload): CommandCall => ({ id: 'removeTransitions', payload })),
          updateStage.map((payload): CommandCall => ({ id: 'updateStage', payload })),
          fc.constant<CommandCall>({ id: 'addStage', payload: { kind: 'won' } }),
        ),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    waiveProblem: fc.record({
      ruleId: fc.constant('probability/decreases'),
      targetId: fc.oneof(stageId, transitionId, fc.constant('process')),
      justification: fc.constantFrom('Too short', 'Agreed with the sales director.'),
    }),
    withdrawWaiver: fc.record({ waiverId: pick(Object.keys(document.waivers)) }),
    saveScenario: fc.record({ scenario }),
    removeScenario: fc.record({ scenarioId: pick(Object.keys(document.scenarios)) }),
    addComment: fc
      .oneof(
        fc.record({ targetId: fc.oneof(stageId, transitionId, fc.constant('process')) }),
        fc.constantFrom(...threads.map(({ id, targetId }) => ({ threadId: id, targetId })), {
          threadId: 'gone',
          targetId: 'process',
        }),
      )
      .chain((where) =>
        fc
          .record({ text: fc.constantFrom('Who signs this?', ' '), ...person })
          .map((said) => ({ ...where, ...said })),
      ),
    editComment: fc.record({
      commentId,
      text: fc.constantFrom('Ada signs.', 'Who signs this?'),
      by: fc.constantFrom('ada', 'ada', 'bob'),
    }),
    resolveComment: fc.record({
      threadId: pick(threads.map(({ id }) => id)),
      resolved: fc.boolean(),
      ...person,
    }),
    removeComment: fc.record({ commentId, by: fc.constantFrom('ada', 'ada', 'bob') }),
  }
}

/** A call of the command, fitting the document more often than not. */
export function callsOf(document: ProcessDocument, id: CommandId): fc.Arbitrary<CommandCall> {
  const payload: fc.Arbitrary<unknown> = payloads(document)[id]
  return payload.map((value) => ({ id, payload: value }) as CommandCall)
}

/** Most stages may not: closed ones, and the ends of the transition. */
function canStandOn(
  { stages, transitions }: ProcessDocument,
  transitionId: string,
  stageId: string,
): boolean {
  const { fromStageId, toStageId } = transitions[transitionId] ?? {}
  const stage = stages[stageId]
  return (
    stage !== undefined && stageKind(stage) === 'open' && stageId !== fromStageId && stageId !== toStageId
  )
}

/** Random calls of every command, fitting a document more often than not. */
import fc from 'fast-check'
import { alignments } from '../../src/domain/commands/alignStages.ts'
import { directions } from '../../src/domain/commands/distributeStages.ts'
import type { CommandCall, CommandId, PayloadOf } from '../../src/domain/commands/registry.ts'
import { threadsOf } from '../../src/domain/process/comment.ts'
import type { ProcessDocument } from '../../src/domain/process/process.ts'
import type { Scenario } from '../../src/domain/process/scenario.ts'
import { stageKind } from '../../src/domain/process/stage.ts'
import { position, soundDocument, stageFields, transitionFields, words } from './arbitraries.ts'

type CallOf<Id extends CommandId> = fc.Arbitrary<PayloadOf<Id>>

/** For every command, payloads that often fit the document and sometimes do not. A new command needs its line here. */
function payloads(document: ProcessDocument): { [Id in CommandId]: CallOf<Id> } {
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

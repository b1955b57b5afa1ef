/** One stage of the handbook: what to do here, what has to be there, how long it takes, and where it goes from here. */
import { ruleSentence } from '../../domain/engine/ruleSentence.ts'
import { isUnseen } from '../../domain/process/hidden.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import type { CheckRule, ValidationRule } from '../../domain/process/rule.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import { say, text } from '../../text/index.ts'
import { whyHidden } from '../hidden.ts'
import { stageNameOf } from '../rowNames.ts'
import { anyOfWords, whoWords } from '../whoWords.ts'
import type { Block, HandbookOptions } from './blocks.ts'
import { days, listed, percent } from './figures.ts'

export function stageChapter(
  document: ProcessDocument,
  reference: ReferenceData,
  stage: SalesStage,
  number: number,
  { notes }: Pick<HandbookOptions, 'notes'>,
): Block[] {
  const name = stageNameOf(document, stage.id)
  const part = (
    key: 'guidance' | 'checklist' | 'required' | 'rules' | 'criteria' | 'ways' | 'notes',
  ): Block => ({
    kind: 'heading',
    level: 4,
    text: text('handbook', key),
  })
  const paragraph = (words: string): Block => ({ kind: 'text', text: words })
  const list = (items: readonly string[]): Block => ({ kind: 'list', ordered: false, items })
  const hides = (field: string) => isUnseen(reference, stage, field)
  const ways = waysOut(document, reference, stage)
  return [
    {
      kind: 'heading',
      level: 3,
      id: `stage-${number}`,
      text: text('handbook', 'numbered', { number, name }),
    },
    ...(hides('description')
      ? [paragraph(whyHidden(reference))]
      : stage.description?.trim()
        ? [paragraph(stage.description)]
        : []),
    { kind: 'facts', facts: factsOf(stage, reference) },
    ...(hides('guidance')
      ? [part('guidance'), paragraph(whyHidden(reference))]
      : stage.guidance.trim()
        ? [part('guidance'), paragraph(stage.guidance)]
        : []),
    ...(stage.exitChecklist.length > 0
      ? [part('checklist'), { kind: 'checklist', items: stage.exitChecklist } as const]
      : []),
    ...(stage.requiredFields.length > 0
      ? [part('required'), list(stage.requiredFields.map((key) => reference.fields[key]?.label ?? key))]
      : []),
    ...(stage.validationRules.length > 0
      ? [part('rules'), list(stage.validationRules.map((rule) => ruleWords(rule, reference)))]
      : []),
    ...(stage.transitionRules.length > 0
      ? [
          part('criteria'),
          list(
            stage.transitionRules.map((rule) =>
              text('handbook', rule.kind === 'entry' ? 'toEnter' : 'toLeave', {
                rule: ruleWords(rule, reference),
              }),
            ),
          ),
        ]
      : []),
    ...(ways.length > 0 ? [part('ways'), list(ways)] : []),
    ...(notes && (hides('notes') || stage.notes.trim())
      ? [part('notes'), paragraph(hides('notes') ? whyHidden(reference) : stage.notes)]
      : []),
  ]
}

function factsOf(stage: SalesStage, reference: ReferenceData): [string, string][] {
  const actions = (ids: readonly string[]) => listed(ids.map((id) => reference.actions[id]?.actionName ?? id))
  const facts: [string, string][] = [
    [text('handbook', 'type'), text('handbook', `kind_${stageKind(stage)}`)],
    [text('handbook', 'probability'), percent(stage.defaultProbability)],
    [text('handbook', 'usualStay'), days(stage.averageDurationDays)],
    [text('handbook', 'longestStay'), days(stage.maxDurationDays)],
  ]
  if (isUnseen(reference, stage, 'escalation'))
    facts.push([text('handbook', 'escalation'), text('hidden', 'hidden')])
  if (stage.escalation)
    facts.push([
      text('handbook', 'escalation'),
      text('handbook', 'escalationTo', {
        days: days(stage.escalation.after_days),
        who: listed(stage.escalation.tell.map(whoWords)),
      }),
    ])
  if (stage.lockedFields)
    facts.push([
      text('handbook', 'lockedFields'),
      listed(stage.lockedFields.map((key) => reference.fields[key]?.label ?? key)),
    ])
  if (stage.categoryIds.length > 0)
    facts.push([
      text('handbook', 'category'),
      listed(stage.categoryIds.map((id) => reference.categories[id]?.categoryName ?? id)),
    ])
  if (stage.forecastCategory)
    facts.push([text('handbook', 'forecast'), text('handbook', `forecast_${stage.forecastCategory}`)])
  if (stage.requiresApproval)
    facts.push([
      text('handbook', 'approval'),
      [
        reference.approvalWorkflows[stage.approvalWorkflowId ?? '']?.workflowName ??
          text('handbook', 'needed'),
        ...(stage.lockWhilePending ? [text('handbook', 'lockedWhileAsked')] : []),
      ].join(', '),
    ])
  if (stage.entryActionIds.length > 0)
    facts.push([text('handbook', 'onEntry'), actions(stage.entryActionIds)])
  if (stage.exitActionIds.length > 0) facts.push([text('handbook', 'onExit'), actions(stage.exitActionIds)])
  if (!stage.isActive) facts.push([text('handbook', 'state'), text('handbook', 'inactive')])
  return facts
}

/** "“Budget”: Amount is at least 500, only where …" without a full stop; the rule's own message, where it has one. */
export function ruleWords(
  rule: CheckRule & Partial<Pick<ValidationRule, 'when'>>,
  reference: ReferenceData,
): string {
  const check = say.rule(ruleSentence(rule.check, reference.fields))
  const name = rule.name.trim()
  const sentence = name ? text('handbook', 'rule', { name, rule: check }) : check
  return rule.when === undefined || rule.when === true
    ? sentence
    : text('handbook', 'onlyWhere', {
        rule: sentence,
        when: say.rule(ruleSentence(rule.when, reference.fields)),
      })
}

function waysOut(document: ProcessDocument, reference: ReferenceData, stage: SalesStage): string[] {
  if (stageKind(stage) !== 'open') return []
  const order = (id: string) => document.stages[id]?.stageOrder ?? 0
  return Object.values(document.transitions)
    .filter(
      ({ fromStageId, toStageId }) =>
        (fromStageId === stage.id || fromStageId === null) && toStageId !== stage.id,
    )
    .sort((a, b) => order(a.toStageId) - order(b.toStageId) || (a.id < b.id ? -1 : 1))
    .map((way) => wayWords(document, reference, way))
}

function wayWords(document: ProcessDocument, reference: ReferenceData, way: StageTransition): string {
  const target = document.stages[way.toStageId]
  const name = way.transitionName.trim()
  const to = stageNameOf(document, way.toStageId)
  const named = Object.values(reference.actions)
  const actions = [
    ...(isUnseen(reference, way, 'actions') ? [text('hidden', 'actions')] : []),
    ...way.actions.map(
      ({ action_code: code }) => named.find((one) => one.actionCode === code)?.actionName ?? code,
    ),
    ...way.actionIds.map((id) => reference.actions[id]?.actionName ?? id),
  ]
  return [
    name ? text('handbook', 'wayNamed', { name, to }) : text('handbook', 'way', { to }),
    ...(way.isAutomatic
      ? [
          way.afterDays === null
            ? text('handbook', 'byItself')
            : text('handbook', 'afterDays', { count: way.afterDays }),
        ]
      : []),
    ...(way.isRework ? [text('handbook', 'rework')] : []),
    ...(way.onRefusal ? [text('handbook', 'onRefusal')] : []),
    ...(way.runBy?.length && !way.isAutomatic
      ? [text('handbook', 'runBy', { who: anyOfWords(way.runBy) })]
      : []),
    ...(way.conditions.length > 0
      ? [
          text('handbook', 'availableIf', {
            rules: way.conditions.map((rule) => ruleWords(rule, reference)).join('; '),
          }),
        ]
      : []),
    ...(target?.requiresApproval
      ? [
          text('handbook', 'approvedBy', {
            name:
              reference.approvalWorkflows[target.approvalWorkflowId ?? '']?.workflowName ??
              text('handbook', 'needed'),
          }),
        ]
      : []),
    ...(actions.length > 0 ? [text('handbook', 'thenDo', { actions: listed(actions) })] : []),
  ].join(' ')
}

/**
 * Every rule that users wrote, with the place it stands in: entry, exit and validation rules of stages, conditions
 * of transitions. Collected once per document; almost all processes have few.
 */
import type { ProcessDocument } from '../process/process.ts'
import type { CheckRule, Logic } from '../process/rule.ts'
import type { SalesStage } from '../process/stage.ts'
import type { StageTransition } from '../process/transition.ts'
import { forAll } from './fixes.ts'
import type { LintContext, ProblemTarget, QuickFix } from './rule.ts'
import { ruleWords, sentence, stageWords, transitionWords } from './words.ts'

/** The rule as written; validation rules also have a `when`. */
export type WrittenRule = CheckRule & { readonly when?: Logic | undefined }

/** The rules of one list: they are met together, so they must not exclude each other. */
export type RuleList =
  | {
      readonly in: 'stage'
      readonly field: 'validationRules' | 'transitionRules'
      readonly owner: SalesStage
      readonly rules: readonly WrittenRule[]
    }
  | {
      readonly in: 'transition'
      readonly field: 'conditions'
      readonly owner: StageTransition
      readonly rules: readonly WrittenRule[]
    }

const cache = new WeakMap<ProcessDocument, readonly RuleList[]>()

/** Lists that hold at least one rule, stages by order first, then transitions by id. */
export function ruleLists({ document, graph }: LintContext): readonly RuleList[] {
  const had = cache.get(document)
  if (had) return had
  const lists: RuleList[] = []
  for (const owner of graph.stages)
    for (const field of ['validationRules', 'transitionRules'] as const)
      if (owner[field].length > 0) lists.push({ in: 'stage', field, owner, rules: owner[field] })
  for (const owner of graph.transitions)
    if (owner.conditions.length > 0)
      lists.push({ in: 'transition', field: 'conditions', owner, rules: owner.conditions })
  cache.set(document, lists)
  return lists
}

export const targetOf = (list: RuleList): ProblemTarget => ({
  kind: list.in,
  id: list.owner.id,
  field: list.field,
})

export const ownerWords = (context: LintContext, list: RuleList): string =>
  list.in === 'stage' ? stageWords(context, list.owner.id) : transitionWords(context, list.owner)

/** `the rule “Budget known” of “Proposal”`. */
export const ruleIn = (context: LintContext, list: RuleList, rule: WrittenRule): string =>
  `${ruleWords(rule)} of ${ownerWords(context, list)}`

/** The same at the beginning of a sentence. */
export const siteWords = (context: LintContext, list: RuleList, rule: WrittenRule): string =>
  sentence(ruleIn(context, list, rule))

/** What a rule is made of: its check and, where it has one, the condition under which it counts. */
export const partsOf = (rule: WrittenRule): Logic[] =>
  rule.when === undefined ? [rule.check] : [rule.check, rule.when]

/** Removes the rule, or all broken ones of the list at once (that is what "fix all" takes). */
export function removeRule(
  list: RuleList,
  rule: WrittenRule,
  broken: (rule: WrittenRule) => boolean,
): QuickFix[] {
  const one = withRules(list, 'Remove the rule', (other) => other.id !== rule.id || !broken(other))
  const count = list.rules.filter(broken).length
  return count > 1
    ? [one, forAll(withRules(list, `Remove all ${count} such rules here`, (other) => !broken(other)))]
    : [forAll(one)]
}

/** The list with its rules filtered or rewritten, as a command. */
export function withRules(list: RuleList, title: string, keep: (rule: WrittenRule) => boolean): QuickFix {
  if (list.in === 'transition')
    return {
      title,
      command: {
        id: 'updateTransition',
        payload: { transitionId: list.owner.id, changes: { conditions: list.owner.conditions.filter(keep) } },
      },
    }
  const { owner, field } = list
  const changes =
    field === 'validationRules'
      ? { validationRules: owner.validationRules.filter(keep) }
      : { transitionRules: owner.transitionRules.filter(keep) }
  return { title, command: { id: 'updateStage', payload: { stageId: owner.id, changes } } }
}

/** The list with the fields of every rule renamed by `rename`, as a command. */
export function withFieldsRenamed(list: RuleList, title: string, rename: (logic: Logic) => Logic): QuickFix {
  const each = <Rule extends WrittenRule>(rules: readonly Rule[]): Rule[] =>
    rules.map((rule) => ({
      ...rule,
      check: rename(rule.check),
      ...(rule.when === undefined ? {} : { when: rename(rule.when) }),
    }))
  if (list.in === 'transition')
    return {
      title,
      command: {
        id: 'updateTransition',
        payload: { transitionId: list.owner.id, changes: { conditions: each(list.owner.conditions) } },
      },
    }
  const { owner, field } = list
  const changes =
    field === 'validationRules'
      ? { validationRules: each(owner.validationRules) }
      : { transitionRules: each(owner.transitionRules) }
  return { title, command: { id: 'updateStage', payload: { stageId: owner.id, changes } } }
}

/** The rules of a list that a deal has to meet at the same moment, by what they are called together. */
export function togetherIn(list: RuleList, rules: readonly WrittenRule[]): [words: string, WrittenRule[]][] {
  if (list.field !== 'transitionRules')
    return [
      [
        list.field === 'conditions' ? 'The conditions' : 'The validation rules',
        rules.filter((rule) => rule.when === undefined),
      ],
    ]
  const ofKind = (kind: 'entry' | 'exit') => {
    const ids = new Set(
      list.owner.transitionRules.filter((rule) => rule.kind === kind).map((rule) => rule.id),
    )
    return rules.filter((rule) => ids.has(rule.id))
  }
  return [
    ['The entry rules', ofKind('entry')],
    ['The exit rules', ofKind('exit')],
  ]
}

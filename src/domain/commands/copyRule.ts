/** Copies a rule to other stages and transitions, in one step. Each copy takes the form of the list it comes into. */
import { z } from 'zod'
import { quoted, stageNameOf, transitionNameOf } from '../process/names.ts'
import type { ProcessDocument } from '../process/process.ts'
import { putRows, withFields } from '../process/rows.ts'
import { type CheckRule, type Logic, validationRuleSchema } from '../process/rule.ts'
import { defineCommand } from './command.ts'

export const ruleListNames = ['validation', 'entry', 'exit', 'conditions'] as const
export type RuleListName = (typeof ruleListNames)[number]

/** A list of rules: of the stage with this id, or, for `conditions`, of the transition. */
const ruleTargetSchema = z.strictObject({ list: z.enum(ruleListNames), id: z.string() })
export type RuleTarget = z.infer<typeof ruleTargetSchema>

/** Any rule: what only validation rules have may be missing. */
const copiedRuleSchema = validationRuleSchema
  .partial({ severity: true })
  .extend({ kind: z.enum(['entry', 'exit']).optional() })
export type CopiedRule = z.infer<typeof copiedRuleSchema>

export const copyRule = defineCommand({
  id: 'copyRule',
  payload: z.strictObject({ rule: copiedRuleSchema, targets: z.array(ruleTargetSchema) }),
  label: (document, { rule, targets }) => {
    const name = rule.name.trim() ? `the rule ${quoted(rule.name.trim())}` : 'a rule'
    const [only, ...more] = targets
    return only && more.length === 0
      ? `Copy ${name} to ${quoted(ownerName(document, only))}`
      : `Copy ${name} to ${targets.length} places`
  },
  refuse: (document, { targets }) => {
    if (targets.length === 0) return 'Choose at least one place to copy the rule to.'
    return targets.every((target) => ownerOf(document, target) !== undefined)
      ? null
      : 'A place to copy the rule to is not in this process any more.'
  },
  run: (document, { rule, targets }, { newId }) =>
    targets.reduce((next, target) => withCopy(next, rule, target, newId()), document),
})

const ownerOf = (document: ProcessDocument, { list, id }: RuleTarget) =>
  list === 'conditions' ? document.transitions[id] : document.stages[id]

const ownerName = (document: ProcessDocument, { list, id }: RuleTarget): string =>
  list === 'conditions' ? transitionNameOf(document, id) : stageNameOf(document, id)

function withCopy(
  document: ProcessDocument,
  rule: CopiedRule,
  { list, id }: RuleTarget,
  newId: string,
): ProcessDocument {
  const transition = document.transitions[id]
  const stage = document.stages[id]
  if (list === 'conditions') {
    if (!transition) return document
    const conditions = [...transition.conditions, plain(rule, newId)]
    return putRows(document, 'transitions', [withFields(transition, { conditions })])
  }
  if (!stage) return document
  if (list === 'validation') {
    const { kind: _, ...fields } = rule
    const copy = { ...fields, id: newId, severity: rule.severity ?? ('error' as const) }
    return putRows(document, 'stages', [
      withFields(stage, { validationRules: [...stage.validationRules, copy] }),
    ])
  }
  const copy = { ...plain(rule, newId), kind: list }
  return putRows(document, 'stages', [
    withFields(stage, { transitionRules: [...stage.transitionRules, copy] }),
  ])
}

/** A rule that counts always: where the original counted only in some cases, the others let everything pass. */
function plain({ name, check, when, message }: CopiedRule, id: string): CheckRule {
  const always: Logic = when === undefined || when === true ? check : { or: [{ '!': [when] }, check] }
  return { id, name, check: always, message }
}

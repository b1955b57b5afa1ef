/** A rule that a user wrote, read back. Pure. */
import { type FieldsByKey, ruleSentence } from '../domain/engine/ruleSentence.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { type CheckRule, checkRuleSchema, type Logic, validationRuleSchema } from '../domain/process/rule.ts'
import { say, text } from '../text/index.ts'

/** What was held as a field's value, as a rule; null where it is none. */
export function ruleOf(value: unknown): CheckRule | null {
  const rule = checkRuleSchema.loose().safeParse(value)
  return rule.success ? rule.data : null
}

/** What the rule asks, with the case it is asked in; without a full stop. */
export function ruleText(
  { check, when }: Pick<CheckRule, 'check'> & { readonly when?: Logic | undefined },
  fields: FieldsByKey,
): string {
  const rule = say.rule(ruleSentence(check, fields))
  return when === undefined || when === true
    ? rule
    : text('changes', 'ruleWhen', { rule, when: say.rule(ruleSentence(when, fields)) })
}

/** The rule as one sentence, with what it says to people; “nothing” where there is none. */
export function ruleInWords(rule: CheckRule | null, { fields }: ReferenceData): string {
  if (!rule) return text('changes', 'none')
  const more = validationRuleSchema.partial().safeParse(rule)
  let words = ruleText({ check: rule.check, when: more.data?.when }, fields)
  if (more.success && more.data.severity)
    words = text('changes', 'ruleSeverity', { rule: words, severity: say(more.data.severity) })
  return rule.message === '' ? words : text('changes', 'ruleMessage', { rule: words, message: rule.message })
}

/** A rule that a user wrote, read back. Pure. */
import { ruleSentence } from '../domain/engine/ruleSentence.ts'
import type { ReferenceData } from '../domain/process/reference.ts'
import { type CheckRule, checkRuleSchema, validationRuleSchema } from '../domain/process/rule.ts'
import { text } from '../text/index.ts'

/** What was held as a field's value, as a rule; null where it is none. */
export function ruleOf(value: unknown): CheckRule | null {
  const rule = checkRuleSchema.loose().safeParse(value)
  return rule.success ? rule.data : null
}

/** The rule as one sentence, with what it says to people; “nothing” where there is none. */
export function ruleInWords(rule: CheckRule | null, { fields }: ReferenceData): string {
  if (!rule) return text('changes', 'none')
  let words = ruleSentence(rule.check, fields)
  const more = validationRuleSchema.partial().safeParse(rule)
  if (more.success && more.data.when !== undefined)
    words = text('changes', 'ruleWhen', { rule: words, when: ruleSentence(more.data.when, fields) })
  if (more.success && more.data.severity)
    words = text('changes', 'ruleSeverity', { rule: words, severity: more.data.severity })
  return rule.message === '' ? words : text('changes', 'ruleMessage', { rule: words, message: rule.message })
}

import type { Logic } from '../../../process/rule.ts'
import { inspectRule } from '../../../process/ruleShape.ts'
import { fieldOf, referenceIsKnown } from '../../known.ts'
import { nearestKey } from '../../nearestKey.ts'
import { defineRule } from '../../rule.ts'
import {
  partsOf,
  removeRule,
  ruleLists,
  siteWords,
  targetOf,
  type WrittenRule,
  withFieldsRenamed,
} from '../../ruleSites.ts'

export const unknownField = defineRule({
  id: 'rule/unknown-field',
  title: 'Rules name fields that exist',
  why: 'A field that the CRM does not have is always empty, so the rule blocks everyone or means nothing.',
  *check(context) {
    if (!referenceIsKnown(context)) return
    const unknownIn = (rule: WrittenRule) =>
      partsOf(rule)
        .flatMap((part) => inspectRule(part).fields)
        .filter((key) => !fieldOf(context, key))
    for (const list of ruleLists(context))
      for (const rule of list.rules)
        for (const key of new Set(unknownIn(rule))) {
          const near = nearestKey(key, Object.keys(context.reference.fields))
          const pick =
            near === null
              ? []
              : [withFieldsRenamed(list, `Use “${near}”`, (logic) => renamed(logic, key, near))]
          yield {
            at: targetOf(list),
            key: `${rule.id} ${key}`,
            message: `${siteWords(context, list, rule)} names the field “${key}”, which does not exist. Pick another field or remove the rule.`,
            fixes: [...pick, ...removeRule(list, rule, (other) => unknownIn(other).length > 0)],
          }
        }
  },
})

/** The rule with one field named otherwise, wherever it stands. */
function renamed(logic: Logic, from: string, to: string): Logic {
  if (Array.isArray(logic)) return logic.map((part) => renamed(part, from, to))
  if (typeof logic !== 'object' || logic === null) return logic
  const entries = Object.entries(logic).map(([operator, given]): [string, Logic] => {
    if (operator !== 'var') return [operator, renamed(given, from, to)]
    if (given === from) return [operator, to]
    return [operator, Array.isArray(given) && given[0] === from ? [to, ...given.slice(1)] : given]
  })
  return Object.fromEntries(entries)
}

import { inspectRule } from '../../../process/ruleShape.ts'
import { referenceIsKnown } from '../../known.ts'
import { defineRule } from '../../rule.ts'
import { partsOf, removeRule, ruleIn, ruleLists, targetOf, type WrittenRule } from '../../ruleSites.ts'
import { mismatchOf } from '../../ruleTypes.ts'

export const typeMismatch = defineRule({
  id: 'rule/type-mismatch',
  title: 'Rules compare like with like',
  why: 'A number compared with a word, or a choice with an option that does not exist, gives the same answer for every deal, whatever the field holds.',
  *check(context) {
    if (!referenceIsKnown(context)) return
    const mismatch = (rule: WrittenRule): string | null => {
      for (const part of partsOf(rule))
        for (const comparison of inspectRule(part).comparisons) {
          const wrong = mismatchOf(context, comparison)
          if (wrong !== null) return wrong
        }
      return null
    }
    for (const list of ruleLists(context))
      for (const rule of list.rules) {
        const wrong = mismatch(rule)
        if (wrong === null) continue
        yield {
          at: targetOf(list),
          key: rule.id,
          message: `In ${ruleIn(context, list, rule)} ${wrong}. Correct the comparison or remove the rule.`,
          fixes: removeRule(list, rule, (other) => mismatch(other) !== null),
        }
      }
  },
})

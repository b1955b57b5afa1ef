import { inspectRule } from '../../../process/ruleShape.ts'
import { defineRule } from '../../rule.ts'
import { partsOf, removeRule, ruleLists, siteWords, targetOf, type WrittenRule } from '../../ruleSites.ts'

export const invalid = defineRule({
  id: 'rule/invalid',
  title: 'Every rule can be read',
  why: 'A rule that cannot be read can neither be checked nor explained. It would block every deal, or none.',
  *check(context) {
    for (const list of ruleLists(context))
      for (const rule of list.rules) {
        const problem = firstProblem(rule)
        if (!problem) continue
        yield {
          at: targetOf(list),
          key: rule.id,
          message: `${siteWords(context, list, rule)} cannot be read. ${problem.sentence}`,
          fixes: removeRule(list, rule, (other) => firstProblem(other) !== undefined),
        }
      }
  },
})

const firstProblem = (rule: WrittenRule) => partsOf(rule).flatMap((part) => inspectRule(part).problems)[0]

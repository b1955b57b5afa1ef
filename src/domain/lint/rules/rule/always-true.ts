import { inspectRule } from '../../../process/ruleShape.ts'
import { defineRule } from '../../rule.ts'
import { ruleLists, siteWords, targetOf } from '../../ruleSites.ts'
import { truthOf } from '../../satisfiability.ts'

export const alwaysTrue = defineRule({
  id: 'rule/always-true',
  title: 'Every rule asks for something',
  why: 'A rule that holds whatever the deal looks like checks nothing, but reads as if it did.',
  *check(context) {
    for (const list of ruleLists(context))
      for (const rule of list.rules) {
        if (inspectRule(rule.check).problems.length > 0 || truthOf([rule.check]) !== 'always') continue
        yield {
          at: targetOf(list),
          key: rule.id,
          message: `${siteWords(context, list, rule)} always holds, so it checks nothing. Change the values or remove it.`,
        }
      }
  },
})

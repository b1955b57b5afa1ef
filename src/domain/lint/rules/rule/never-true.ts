import { inspectRule } from '../../../process/ruleShape.ts'
import { defineRule } from '../../rule.ts'
import { ownerWords, partsOf, ruleLists, siteWords, targetOf, togetherIn } from '../../ruleSites.ts'
import { truthOf } from '../../satisfiability.ts'

export const neverTrue = defineRule({
  id: 'rule/never-true',
  title: 'Every rule can hold',
  why: 'A rule that asks for two things at once which exclude each other blocks every deal, and nobody can do anything about it.',
  *check(context) {
    for (const list of ruleLists(context)) {
      const sound = list.rules.filter((rule) =>
        partsOf(rule).every((part) => inspectRule(part).problems.length === 0),
      )
      const never = sound.filter((rule) => truthOf([rule.check]) === 'never')
      for (const rule of never)
        yield {
          at: targetOf(list),
          key: rule.id,
          message: `${siteWords(context, list, rule)} can never hold: what it asks for excludes itself. Change the values.`,
        }
      for (const rule of sound)
        if (rule.when !== undefined && truthOf([rule.when]) === 'never')
          yield {
            at: targetOf(list),
            key: `${rule.id} when`,
            message: `${siteWords(context, list, rule)} never applies: its condition excludes itself. Change the values.`,
          }
      const others = sound.filter((rule) => !never.includes(rule))
      for (const [words, group] of togetherIn(list, others))
        if (group.length > 1 && truthOf(group.map((rule) => rule.check)) === 'never')
          yield {
            at: targetOf(list),
            key: `together ${words}`,
            message: `${words} of ${ownerWords(context, list)} exclude each other, so they can never all hold. Change the values.`,
          }
    }
  },
})

import { defineRule } from '../../rule.ts'
import { ruleLists, siteWords, targetOf } from '../../ruleSites.ts'

export const messageMissing = defineRule({
  id: 'rule/message-missing',
  title: 'Every check says what to do',
  why: 'When a rule blocks a deal, its message is all that the person sees. Without one they only know that it does not work.',
  *check(context) {
    for (const list of ruleLists(context)) {
      // Nobody waits for an automatic transition, so nobody reads why it did not fire.
      if (list.in === 'transition' && list.owner.isAutomatic) continue
      for (const rule of list.rules)
        if (rule.message.trim() === '')
          yield {
            at: targetOf(list),
            key: rule.id,
            message: `${siteWords(context, list, rule)} has no message. Say what a person has to do when it does not hold.`,
          }
    }
  },
})

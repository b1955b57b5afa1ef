import { closedCount } from '../../closedCount.ts'
import { defineRule } from '../../rule.ts'

export const closedWonCount = defineRule({
  id: 'stage/closed-won-count',
  title: 'There is one closed won stage',
  why: 'Win rate, revenue and commission all ask one question: is the deal in closed won? A company that has several such stages on purpose says so in the policies.',
  check: (context) => closedCount(context, 'won'),
})

import { closedCount } from '../../closedCount.ts'
import { defineRule } from '../../rule.ts'

export const closedLostCount = defineRule({
  id: 'stage/closed-lost-count',
  title: 'There is one closed lost stage',
  why: 'Lost deals need a place to go, and reports on losses read that one place. A company that has several such stages on purpose says so in the policies.',
  check: (context) => closedCount(context, 'lost'),
})

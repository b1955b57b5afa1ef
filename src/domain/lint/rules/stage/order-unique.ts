import { renumber } from '../../fixes.ts'
import { defineRule, type QuickFix } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const orderUnique = defineRule({
  id: 'stage/order-unique',
  title: 'No two stages share a place in the order',
  why: 'With the same place twice every list shows the stages in a different order, and progress means nothing.',
  *check(context) {
    const { stages } = context.graph
    let fixes: readonly QuickFix[] | undefined
    for (const [index, stage] of stages.entries()) {
      const before = stages[index - 1]
      if (!before || before.stageOrder !== stage.stageOrder) continue
      fixes ??= [renumber(context)]
      yield {
        at: { kind: 'stage', id: stage.id, field: 'stageOrder' },
        message: `${stageWords(context, stage.id)} and ${stageWords(context, before.id)} both have place ${stage.stageOrder}. Renumber the stages.`,
        fixes,
      }
    }
  },
})

import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const descriptionMissing = defineRule({
  id: 'stage/description-missing',
  title: 'Every stage says what it means',
  why: 'A sentence about when a deal belongs here is what makes ten people use a stage in the same way.',
  *check(context) {
    for (const stage of context.graph.activeStages)
      if (!stage.description?.trim())
        yield {
          at: { kind: 'stage', id: stage.id, field: 'description' },
          message: `Describe when a deal is in ${stageWords(context, stage.id)}.`,
        }
  },
})

import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const nameUnique = defineRule({
  id: 'stage/name-unique',
  title: 'No two active stages share a name',
  why: 'Two stages with one name look the same in every list. People pick the wrong one and never notice.',
  *check(context) {
    const seen = new Set<string>()
    for (const stage of context.graph.activeStages) {
      const name = stage.stageName.trim().toLowerCase()
      if (name === '') continue
      if (seen.has(name))
        yield {
          at: { kind: 'stage', id: stage.id, field: 'stageName' },
          message: `Another stage is called ${stageWords(context, stage.id)} as well. Rename one of them.`,
        }
      seen.add(name)
    }
  },
})

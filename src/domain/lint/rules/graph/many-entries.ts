import { changeStages, forAll } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const manyEntries = defineRule({
  id: 'graph/many-entries',
  title: 'Deals begin in one stage only',
  why: 'Where several stages are marked as entry, deals start in the first of them by order and the other marks mean nothing. Reports on how deals enter the pipeline become hard to read.',
  *check(context) {
    const { graph } = context
    const marked = graph.openStages.filter((stage) => stage.isEntry)
    const [first, ...others] = marked
    if (!first || others.length === 0) return
    const fixes = [
      forAll(
        changeStages(
          `Start in ${stageWords(context, first.id)} only`,
          Object.fromEntries(others.map((stage) => [stage.id, { isEntry: false }])),
        ),
      ),
    ]
    for (const stage of others)
      yield {
        at: { kind: 'stage', id: stage.id, field: 'isEntry' },
        message: `${stageWords(context, stage.id)} is marked as the entry beside ${stageWords(context, first.id)}. Keep one entry.`,
        fixes,
      }
  },
})

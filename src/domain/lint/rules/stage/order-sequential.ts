import { renumber } from '../../fixes.ts'
import { defineRule } from '../../rule.ts'
import { stageWords } from '../../words.ts'

export const orderSequential = defineRule({
  id: 'stage/order-sequential',
  title: 'Stages are numbered without gaps',
  why: 'Orders run from 1 to the number of stages, so that “stage 3 of 7” is true everywhere it is said.',
  /** Gaps only: the same place twice is `stage/order-unique`. The first stage after a gap stands for all. */
  *check(context) {
    let expected = 1
    let last: number | undefined
    for (const stage of context.graph.stages) {
      if (stage.stageOrder === last) continue
      if (stage.stageOrder !== expected) {
        yield {
          at: { kind: 'stage', id: stage.id, field: 'stageOrder' },
          message: `${stageWords(context, stage.id)} has place ${stage.stageOrder}, but ${expected} comes next. Renumber the stages.`,
          fixes: [renumber(context)],
        }
        return
      }
      last = stage.stageOrder
      expected += 1
    }
  },
})

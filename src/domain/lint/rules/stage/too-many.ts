import { defineRule } from '../../rule.ts'

const most = 12

export const tooMany = defineRule({
  id: 'stage/too-many',
  title: `At most ${most} open stages`,
  why: 'The more stages there are, the less people agree on which one a deal is in. Most teams work well with five to eight.',
  *check({ graph, document }) {
    if (graph.openStages.length <= most) return
    yield {
      at: { kind: 'process', id: document.process.id },
      message: `The process has ${graph.openStages.length} open stages. Merge some: more than ${most} are hard to tell apart.`,
    }
  },
})

import { addClosed, forAll } from '../../fixes.ts'
import { defineRule, type QuickFix } from '../../rule.ts'
import { counted } from '../../words.ts'

const both = 'Add closed won and closed lost'

export const tooFew = defineRule({
  id: 'stage/too-few',
  title: 'A process has at least two active stages',
  why: 'With fewer than two stages there is nothing to move a deal through.',
  *check(context) {
    const { graph, document } = context
    const count = graph.activeStages.length
    if (count >= 2) return
    const [addWon, addLost] = [addClosed(context, 'won'), addClosed(context, 'lost')]
    const fixes: QuickFix[] = []
    if (graph.wonStages.length + graph.lostStages.length === 0)
      fixes.push({
        title: both,
        command: { id: 'applyFix', payload: { title: both, calls: [addWon, addLost] } },
      })
    if (count === 1 && graph.wonStages.length === 0) fixes.push({ title: 'Add closed won', command: addWon })
    if (count === 1 && graph.lostStages.length === 0)
      fixes.push({ title: 'Add closed lost', command: addLost })
    yield {
      at: { kind: 'process', id: document.process.id },
      message: `The process has ${count === 0 ? 'no active stage' : counted(count, 'active stage')}. It needs at least two.`,
      fixes: fixes.map((fix, index) => (index === 0 ? forAll(fix) : fix)),
    }
  },
})

import type { StageTransition } from '../../../process/transition.ts'
import { defineRule } from '../../rule.ts'
import { truthOf } from '../../satisfiability.ts'
import { sentence, stageWords, transitionWords } from '../../words.ts'

/** A stage has a handful of automatic exits; comparing each with more siblings than this would let one stage cost all. */
const mostCompared = 32

export const automaticOverlap = defineRule({
  id: 'rule/automatic-overlap',
  title: 'Automatic transitions of a stage have an order',
  why: 'Where two automatic transitions can fire at the same moment with the same priority, chance decides where a deal goes.',
  *check(context) {
    const { graph } = context
    if (!graph.transitions.some((transition) => transition.isAutomatic)) return
    const taken = new Set(graph.transitions.map((transition) => transition.priority))
    const reported = new Set<string>()
    for (const stage of graph.openStages)
      for (const [first, second] of overlapping(graph.exits(stage.id).filter((exit) => exit.isAutomatic))) {
        const key = `${first.id} ${second.id}`
        if (reported.has(key)) continue
        reported.add(key)
        const priority = freeAfter(second.priority, taken)
        yield {
          at: { kind: 'transition', id: second.id, field: 'priority' },
          key: first.id,
          message: `${sentence(transitionWords(context, second))} and ${transitionWords(context, first)} can both fire in ${stageWords(context, stage.id)} with priority ${second.priority}. Give them different priorities.`,
          fixes: [
            {
              title: `Try ${transitionWords(context, first)} first`,
              command: {
                id: 'updateTransition',
                payload: { transitionId: second.id, changes: { priority } },
              },
              fixAll: true,
            },
          ],
        }
      }
  },
})

/** The next priority that no transition has, nor any fix offered before. */
function freeAfter(priority: number, taken: Set<number>): number {
  let free = priority + 1
  while (taken.has(free)) free += 1
  taken.add(free)
  return free
}

/** Each transition with the first one before it that has the same priority and can hold together with it. */
function* overlapping(
  exits: readonly StageTransition[],
): Iterable<readonly [StageTransition, StageTransition]> {
  if (exits.length < 2) return
  const byPriority = new Map<number, StageTransition[]>()
  for (const exit of exits) {
    const group = byPriority.get(exit.priority)
    const other = group?.slice(-mostCompared).find((before) => canHoldTogether(before, exit))
    if (other) yield [other, exit]
    if (group) group.push(exit)
    else byPriority.set(exit.priority, [exit])
  }
}

/** Different days fire on different days. Conditions that exclude each other never hold together. */
function canHoldTogether(a: StageTransition, b: StageTransition): boolean {
  if (a.afterDays !== null && b.afterDays !== null && a.afterDays !== b.afterDays) return false
  return truthOf([...a.conditions, ...b.conditions].map((condition) => condition.check)) !== 'never'
}

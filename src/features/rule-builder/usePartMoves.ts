/** Moving and removing parts of the rule, with the words for it and focus that goes along. */
import { useText } from '../../text/index.ts'
import type { Builder, FocusTarget } from './BuilderContext.ts'
import { canMove, moved, placeOf, withoutPart } from './edits.ts'
import { partName } from './names.ts'
import { type ConditionGroup, isGroup, partAt, pathOf } from './query.ts'

export function usePartMoves({ query, change }: Pick<Builder, 'query' | 'change'>) {
  const t = useText('ruleBuilder')
  const go = (from: readonly number[], to: readonly number[] | 'up' | 'down') => {
    const id = partAt(query, from)?.id
    const next = moved(query, from, to)
    const place = id === undefined ? null : placeOf(next, id)
    if (id === undefined || !place || next === query) return
    const { position, count, group } = place
    const say =
      group.length === 0
        ? t('movedTop', { position, count })
        : t('movedInto', { position, count, group: partName(next, group) })
    change(next, { say, focus: { id, control: 'more' } })
  }
  return {
    move(path: readonly number[], to: 'up' | 'down') {
      if (canMove(query, path, to)) go(path, to)
    },
    /** To the end of a group. */
    moveTo(path: readonly number[], group: readonly number[]) {
      const target = partAt(query, group)
      if (target && isGroup(target)) go(path, [...group, target.rules.length])
    },
    drop: go,
    remove(path: readonly number[]) {
      const next = withoutPart(query, path)
      change(next, { say: t('removed', { name: partName(query, path) }), focus: heirOf(query, path, next) })
    },
  }
}

/** What takes focus when a part goes: the next one, else the one before, else where the next is added. */
function heirOf(before: ConditionGroup, path: readonly number[], after: ConditionGroup): FocusTarget {
  const group = partAt(before, path.slice(0, -1))
  const index = path.at(-1) ?? 0
  const beside = group && isGroup(group) ? (group.rules[index + 1] ?? group.rules[index - 1]) : undefined
  if (beside?.id !== undefined && pathOf(after, beside.id)) return { id: beside.id, control: 'more' }
  for (let level = path.length - 1; level >= 0; level -= 1) {
    const outer = partAt(before, path.slice(0, level))?.id
    if (outer !== undefined && pathOf(after, outer)) return { id: outer, control: 'add' }
  }
  return { id: after.id ?? '', control: 'add' }
}

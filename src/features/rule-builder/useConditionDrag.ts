/** Dragging a part of the rule by its grip, into and out of groups. */
import type { PointerEvent, RefObject } from 'react'
import { useGripDrag } from '../../ui/lists/useGripDrag.ts'
import type { Drop } from './BuilderContext.ts'
import { isInside } from './edits.ts'
import { type ConditionGroup, isGroup, partAt, pathOf } from './query.ts'

interface ConditionDragOptions {
  readonly root: RefObject<HTMLElement | null>
  readonly query: ConditionGroup
  readonly onDrop: (from: readonly number[], to: readonly number[]) => void
}

export function useConditionDrag({ root, query, onDrop }: ConditionDragOptions) {
  const { drag, start } = useGripDrag<{ readonly id: string; readonly drop: Drop | null }>()

  const startDrag = (id: string, event: PointerEvent<HTMLElement>) => {
    const from = pathOf(query, id)
    if (event.button !== 0 || !from) return
    start(event, {
      first: { id, drop: null },
      moved: ({ clientX, clientY }) => {
        const drop = dropAt(root.current, clientX, clientY, query)
        return { id, drop: drop && isInside(drop.path, from) ? null : drop }
      },
      dropped: ({ drop }) => {
        if (drop) onDrop(from, targetOf(drop, query))
      },
    })
  }
  return { startDrag, drop: drag?.drop ?? null, dragged: drag?.id ?? null }
}

/** How far from the edge of a group "beside it" ends and "into it" begins. */
const rim = 10

function dropAt(root: HTMLElement | null, x: number, y: number, query: ConditionGroup): Drop | null {
  const over = document.elementFromPoint(x, y)
  const item = over?.closest<HTMLElement>('[data-path]')
  if (!item || !root?.contains(item)) return null
  const path = (item.dataset.path ?? '').split('.').map(Number)
  const part = partAt(query, path)
  const { top, bottom } = item.getBoundingClientRect()
  if (part && isGroup(part) && y > top + rim && y < bottom - rim) return { path, side: 'inside' }
  return { path, side: y < (top + bottom) / 2 ? 'before' : 'after' }
}

function targetOf({ path, side }: Drop, query: ConditionGroup): readonly number[] {
  const part = partAt(query, path)
  if (side === 'inside' && part && isGroup(part)) return [...path, part.rules.length]
  return side === 'before' ? path : [...path.slice(0, -1), (path.at(-1) ?? 0) + 1]
}

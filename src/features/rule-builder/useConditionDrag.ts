/** Dragging a part of the rule by its grip, into and out of groups. One drop is one change; Escape leaves all as is. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import type { Drop } from './BuilderContext.ts'
import { isInside } from './edits.ts'
import { type ConditionGroup, isGroup, partAt, pathOf } from './query.ts'

interface ConditionDragOptions {
  readonly root: RefObject<HTMLElement | null>
  readonly query: ConditionGroup
  readonly onDrop: (from: readonly number[], to: readonly number[]) => void
}

export function useConditionDrag({ root, query, onDrop }: ConditionDragOptions) {
  const [drag, setDrag] = useState<{ readonly id: string; readonly drop: Drop | null } | null>(null)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => () => ending.current?.abort(), [])

  const startDrag = (id: string, event: PointerEvent<HTMLElement>) => {
    const from = pathOf(query, id)
    if (event.button !== 0 || !from) return
    event.preventDefault()
    ending.current?.abort()
    const end = new AbortController()
    ending.current = end
    let drop: Drop | null = null
    const stop = () => {
      end.abort()
      setDrag(null)
    }
    setDrag({ id, drop })
    const given = { signal: end.signal }
    addEventListener(
      'pointermove',
      ({ clientX, clientY }) => {
        drop = dropAt(root.current, clientX, clientY, query)
        if (drop && isInside(drop.path, from)) drop = null
        setDrag({ id, drop })
      },
      given,
    )
    addEventListener(
      'pointerup',
      () => {
        stop()
        if (drop) onDrop(from, targetOf(drop, query))
      },
      given,
    )
    addEventListener('pointercancel', stop, given)
    addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape') return
        key.preventDefault()
        key.stopPropagation()
        stop()
      },
      { ...given, capture: true },
    )
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

/**
 * A box drawn over the empty canvas selects what it touches, stages and transitions alike: with Shift it adds to the
 * selection, with Control or Command it begins a new one. At the canvas's edges the view goes along.
 */
import { useReactFlow } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Editor, ElementRef } from '../../editor/editor.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { autoPan } from './autoPan.ts'
import { type Box, boxBetween, cardBox, touches } from './geometry.ts'
import { crosses } from './places.ts'
import { followPointer } from './pointer.ts'
import { plannedRoute } from './routing.ts'

/** The box in pixels of the host, while one is drawn. */
export function useMarquee(editor: Editor, host: HTMLElement | null): StoreApi<Box | null> {
  const flow = useReactFlow()
  const [box] = useState(() => createStore<Box | null>(() => null))

  useEffect(() => {
    if (!host) return
    /** Before React Flow sees it: the view must not pan. */
    const down = (event: PointerEvent | MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      const adds = event.shiftKey
      const begins = event.ctrlKey || event.metaKey
      if (!(adds || begins) || event.button !== 0 || !target?.closest('.react-flow__pane')) return
      event.stopPropagation()
      if (!(event instanceof PointerEvent)) return
      const start = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
      const earlier = editor.store.getState().session.selection
      const before = adds ? earlier : []
      const draw = (moved: PointerEvent) => {
        const now = { x: moved.clientX, y: moved.clientY }
        const { left, top } = host.getBoundingClientRect()
        const from = flow.flowToScreenPosition(start)
        box.setState(
          boxBetween({ x: from.x - left, y: from.y - top }, { x: now.x - left, y: now.y - top }),
          true,
        )
        editor.select(union(before, touched(editor, boxBetween(start, flow.screenToFlowPosition(now)))))
      }
      const pan = autoPan(host, flow, draw)
      followPointer(event, {
        move(moved) {
          draw(moved)
          pan.at(moved)
        },
        end(drop) {
          pan.stop()
          box.setState(null, true)
          if (!drop) {
            editor.select(earlier)
            return
          }
          const { selection } = editor.store.getState().session
          announce(text('speech', 'elementsSelected', { count: selection.length }))
        },
      })
    }
    host.addEventListener('pointerdown', down, true)
    host.addEventListener('mousedown', down, true)
    return () => {
      host.removeEventListener('pointerdown', down, true)
      host.removeEventListener('mousedown', down, true)
    }
  }, [editor, flow, host, box])
  return box
}

function touched(editor: Editor, area: Box): ElementRef[] {
  const { document } = editor.store.getState()
  const stages = Object.values(document.stages)
    .filter((stage) => touches(cardBox(stage.position), area))
    .map(({ id }): ElementRef => ({ kind: 'stage', id }))
  const transitions = Object.values(document.transitions)
    .filter(({ id }) => {
      const route = plannedRoute(document, id)
      return route !== undefined && crosses(route.points, area)
    })
    .map(({ id }): ElementRef => ({ kind: 'transition', id }))
  return [...stages, ...transitions]
}

function union(before: readonly ElementRef[], more: readonly ElementRef[]): ElementRef[] {
  const had = new Set(before.map((element) => element.id))
  return [...before, ...more.filter((element) => !had.has(element.id))]
}

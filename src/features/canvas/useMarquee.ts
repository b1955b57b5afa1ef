/** Shift and drag over the empty canvas draws a box; what it touches is selected. */
import { useReactFlow } from '@xyflow/react'
import { useEffect, useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor, ElementRef } from '../../editor/editor.ts'
import { type Box, boxBetween, cardBox, touches } from './geometry.ts'
import { followPointer } from './pointer.ts'

/** The box in pixels of the host, while one is drawn. */
export function useMarquee(editor: Editor, host: HTMLElement | null): StoreApi<Box | null> {
  const flow = useReactFlow()
  const [box] = useState(() => createStore<Box | null>(() => null))

  useEffect(() => {
    if (!host) return
    /** Before React Flow sees it: with Shift the view must not pan. */
    const down = (event: PointerEvent | MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!event.shiftKey || event.button !== 0 || !target?.closest('.react-flow__pane')) return
      event.stopPropagation()
      if (!(event instanceof PointerEvent)) return
      const start = { x: event.clientX, y: event.clientY }
      const before = editor.store.getState().session.selection
      const { left, top } = host.getBoundingClientRect()
      const inHost = ({ x, y }: Position) => ({ x: x - left, y: y - top })
      followPointer(event, {
        move(moved) {
          const now = { x: moved.clientX, y: moved.clientY }
          box.setState(boxBetween(inHost(start), inHost(now)), true)
          const area = boxBetween(flow.screenToFlowPosition(start), flow.screenToFlowPosition(now))
          editor.select(union(before, inside(area)))
        },
        end(drop) {
          box.setState(null, true)
          if (!drop) editor.select(before)
        },
      })
    }
    const inside = (area: Box): ElementRef[] =>
      Object.values(editor.store.getState().document.stages)
        .filter((stage) => touches(cardBox(stage.position), area))
        .map((stage) => ({ kind: 'stage', id: stage.id }))
    host.addEventListener('pointerdown', down, true)
    host.addEventListener('mousedown', down, true)
    return () => {
      host.removeEventListener('pointerdown', down, true)
      host.removeEventListener('mousedown', down, true)
    }
  }, [editor, flow, host, box])
  return box
}

function union(before: readonly ElementRef[], more: readonly ElementRef[]): ElementRef[] {
  const had = new Set(before.map((element) => element.id))
  return [...before, ...more.filter((element) => !had.has(element.id))]
}

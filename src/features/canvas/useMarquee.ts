/** Shift and drag over the empty canvas draws a box; what it touches is selected. */
import { useReactFlow } from '@xyflow/react'
import { useEffect, useState } from 'react'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor, ElementRef } from '../../editor/editor.ts'
import { type Box, boxBetween, cardBox, touches } from './geometry.ts'
import { swallowClick } from './useCardDrag.ts'

/** The box in pixels of the host, while one is drawn. */
export function useMarquee(editor: Editor, host: HTMLElement | null): Box | null {
  const flow = useReactFlow()
  const [box, setBox] = useState<Box | null>(null)

  useEffect(() => {
    if (!host) return
    /** Before React Flow sees it: with Shift the view must not pan. */
    const down = (event: PointerEvent | MouseEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (!event.shiftKey || event.button !== 0 || !target?.closest('.react-flow__pane')) return
      event.stopPropagation()
      if (event.type !== 'pointerdown') return
      const start = { x: event.clientX, y: event.clientY }
      const before = editor.store.getState().session.selection
      const move = (moved: PointerEvent) => {
        const now = { x: moved.clientX, y: moved.clientY }
        const { left, top } = host.getBoundingClientRect()
        setBox(boxBetween({ x: start.x - left, y: start.y - top }, { x: now.x - left, y: now.y - top }))
        editor.select(union(before, inside(flow.screenToFlowPosition(start), flow.screenToFlowPosition(now))))
      }
      const up = () => {
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', up)
        setBox(null)
        swallowClick()
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', up)
    }
    const inside = (a: Position, b: Position): ElementRef[] => {
      const area = boxBetween(a, b)
      return Object.values(editor.store.getState().document.stages)
        .filter((stage) => touches(cardBox(stage.position), area))
        .map((stage) => ({ kind: 'stage', id: stage.id }))
    }
    host.addEventListener('pointerdown', down, true)
    host.addEventListener('mousedown', down, true)
    return () => {
      host.removeEventListener('pointerdown', down, true)
      host.removeEventListener('mousedown', down, true)
    }
  }, [editor, flow, host])
  return box
}

function union(before: readonly ElementRef[], more: readonly ElementRef[]): ElementRef[] {
  const had = new Set(before.map((element) => element.id))
  return [...before, ...more.filter((element) => !had.has(element.id))]
}

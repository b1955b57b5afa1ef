/**
 * Dragging cards by the pointer. React Flow does not drag: live places go into the session, only the dragged cards
 * and their arrows render, and one `moveStages` is dispatched on drop. Escape puts everything back.
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor } from '../../editor/editor.ts'
import { snapped } from './geometry.ts'

/** The hand trembles: closer than this is a click. */
const threshold = 4

export function useCardDrag(editor: Editor): (stageId: string, event: PointerEvent) => void {
  const flow = useReactFlow()
  return useCallback(
    (stageId, down) => {
      const { document, session, readOnly } = editor.store.getState()
      if (readOnly !== null) return
      const selected = session.selection.flatMap(({ kind, id }) => (kind === 'stage' ? [id] : []))
      const ids = selected.includes(stageId) ? selected : [stageId]
      const starts = ids.flatMap((id): [string, Position][] => {
        const stage = document.stages[id]
        return stage ? [[id, stage.position]] : []
      })
      let frame = 0
      let last: PointerEvent | null = null
      let moving = false

      const places = (event: PointerEvent): Record<string, Position> => {
        const zoom = flow.getZoom()
        const dx = (event.clientX - down.clientX) / zoom
        const dy = (event.clientY - down.clientY) / zoom
        return Object.fromEntries(starts.map(([id, { x, y }]) => [id, snapped({ x: x + dx, y: y + dy })]))
      }
      const show = () => {
        frame = 0
        if (last) editor.setDragging(places(last))
      }
      const move = (event: PointerEvent) => {
        if (event.pointerId !== down.pointerId) return
        if (!moving && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) < threshold)
          return
        moving = true
        last = event
        if (frame === 0) frame = requestAnimationFrame(show)
      }
      const end = (drop: PointerEvent | null) => {
        cancelAnimationFrame(frame)
        removeEventListener('pointermove', move)
        removeEventListener('pointerup', up)
        removeEventListener('pointercancel', cancel)
        removeEventListener('keydown', putBack, true)
        if (!moving) return
        if (drop) editor.dispatch('moveStages', { positions: places(drop) })
        editor.setDragging(null)
        swallowClick()
      }
      const up = (event: PointerEvent) => {
        if (event.pointerId === down.pointerId) end(event)
      }
      const cancel = () => end(null)
      const putBack = (event: KeyboardEvent) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        event.preventDefault()
        end(null)
      }
      addEventListener('pointermove', move)
      addEventListener('pointerup', up)
      addEventListener('pointercancel', cancel)
      addEventListener('keydown', putBack, true)
    },
    [editor, flow],
  )
}

/** The click that ends a drag is not a click on what lies under it. */
export function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => removeEventListener('click', swallow, { capture: true }), 0)
}

/**
 * Dragging cards by the pointer. React Flow does not drag: live places go into the session, only the dragged cards
 * and their arrows render, and one `moveStages` is dispatched on drop. Escape puts everything back.
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback } from 'react'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor } from '../../editor/editor.ts'
import { snapped } from './geometry.ts'
import { followPointer } from './pointer.ts'

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
      const places = (event: PointerEvent): Record<string, Position> => {
        const zoom = flow.getZoom()
        const dx = (event.clientX - down.clientX) / zoom
        const dy = (event.clientY - down.clientY) / zoom
        return Object.fromEntries(starts.map(([id, { x, y }]) => [id, snapped({ x: x + dx, y: y + dy })]))
      }
      followPointer(down, {
        move: (event) => editor.setDragging(places(event)),
        end(drop) {
          if (drop) editor.dispatch('moveStages', { positions: places(drop) })
          editor.setDragging(null)
        },
      })
    },
    [editor, flow],
  )
}

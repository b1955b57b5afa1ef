/**
 * Dragging cards by the pointer. React Flow does not drag: live places go into the session, only the dragged cards
 * and their arrows render, and one command is dispatched on drop. Escape puts everything back, Alt lets go of lines.
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Position } from '../../domain/process/stage.ts'
import type { Editor } from '../../editor/editor.ts'
import { say } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { autoPan } from './autoPan.ts'
import { type Box, cardBox } from './geometry.ts'
import { type Insertion, insertionAt } from './insertion.ts'
import { followPointer } from './pointer.ts'
import { type Guide, snap } from './snapping.ts'

/** What is shown beside the cards that are dragged. */
export interface Carrying {
  readonly guides: readonly Guide[]
  readonly insertion: Insertion | null
  /** In pixels of the window. */
  readonly pointer: Position
}

/** In pixels of the page, whatever the zoom. */
const snapNear = 6

interface Held extends Carrying {
  readonly positions: Record<string, Position>
}

export function useCardDrag(
  editor: Editor,
  host: HTMLElement | null,
): {
  readonly carrying: StoreApi<Carrying | null>
  readonly startCardDrag: (stageId: string, event: PointerEvent) => void
} {
  const flow = useReactFlow()
  const [carrying] = useState(() => createStore<Carrying | null>(() => null))

  const startCardDrag = useCallback(
    (stageId: string, down: PointerEvent) => {
      const { document, session, readOnly } = editor.store.getState()
      if (readOnly !== null) return
      const selected = session.selection.flatMap(({ kind, id }) => (kind === 'stage' ? [id] : []))
      const ids = new Set(selected.includes(stageId) ? selected : [stageId])
      const starts = [...ids].flatMap((id): [string, Position][] => {
        const stage = document.stages[id]
        return stage ? [[id, stage.position]] : []
      })
      const others = Object.values(document.stages)
        .filter(({ id }) => !ids.has(id))
        .map((stage) => cardBox(stage.position))
      const origin = flow.screenToFlowPosition({ x: down.clientX, y: down.clientY })
      const group = around(starts.map(([, place]) => cardBox(place)))

      const hold = (event: PointerEvent): Held => {
        const pointer = { x: event.clientX, y: event.clientY }
        const now = flow.screenToFlowPosition(pointer)
        const [dx, dy] = [now.x - origin.x, now.y - origin.y]
        const { by, guides } = snap(
          shifted(group, dx, dy),
          event.altKey ? [] : others,
          snapNear / flow.getZoom(),
        )
        const insertion = ids.size === 1 ? insertionAt(document, stageId, now) : null
        const place = ({ x, y }: Position) => ({ x: Math.round(x + dx + by.x), y: Math.round(y + dy + by.y) })
        return {
          positions: Object.fromEntries(starts.map(([id, start]) => [id, place(start)])),
          guides: insertion ? [] : guides,
          insertion,
          pointer,
        }
      }
      const show = (event: PointerEvent) => {
        const { positions, ...seen } = hold(event)
        editor.setDragging(positions)
        carrying.setState(seen, true)
      }
      const pan = autoPan(host, flow, show)
      const drop = ({ positions, insertion }: Held) => {
        if (!insertion) {
          editor.dispatch('moveStages', { positions })
          return
        }
        const { transitionId } = insertion
        const result = editor.dispatch('putStageOnTransition', { stageId, transitionId })
        if (!result.ok) announce(say(result.reason))
      }
      followPointer(down, {
        move(event) {
          show(event)
          pan.at(event)
        },
        end(event) {
          pan.stop()
          carrying.setState(null, true)
          if (event) drop(hold(event))
          editor.setDragging(null)
        },
      })
    },
    [editor, flow, host, carrying],
  )
  return { carrying, startCardDrag }
}

const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
})

const shifted = ({ left, top, right, bottom }: Box, x: number, y: number): Box => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
})

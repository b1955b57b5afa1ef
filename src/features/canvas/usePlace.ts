/**
 * A new stage that follows the pointer from the palette: dropped on an empty place it is added there, on a transition
 * it is inserted. While it hovers, the word beside it says which, or why not.
 */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useState } from 'react'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Position } from '../../domain/process/stage.ts'
import type { NewStage } from '../../editor/actions/index.ts'
import type { Editor } from '../../editor/editor.ts'
import { transitionNameOf } from '../../editor/rowNames.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { elementAt } from './focus.ts'
import { cardHeight, cardWidth, snapped } from './geometry.ts'
import { followPointer } from './pointer.ts'
import { revealMade } from './revealMade.ts'

export interface Placing {
  readonly stage: NewStage
  /** In pixels of the window. */
  readonly pointer: Position
  readonly zoom: number
  /** The transition it would be inserted on. */
  readonly transitionId: string | null
  readonly refused: boolean
  /** What letting go would do; empty outside the canvas. */
  readonly word: string
}

export function usePlace(
  editor: Editor,
  host: HTMLElement | null,
): {
  readonly placing: StoreApi<Placing | null>
  readonly place: (stage: NewStage, down: PointerEvent) => void
} {
  const flow = useReactFlow()
  const [placing] = useState(() => createStore<Placing | null>(() => null))

  const place = useCallback(
    (stage: NewStage, down: PointerEvent) => {
      const { readOnly } = editor.store.getState()
      if (!host || readOnly !== null) return
      const look = (event: PointerEvent): Placing & { readonly inside: boolean } => {
        const pointer = { x: event.clientX, y: event.clientY }
        const hit = document.elementFromPoint(pointer.x, pointer.y)
        const inside = hit !== null && host.contains(hit)
        const element = inside ? elementAt(hit) : null
        const transitionId = element?.kind === 'transition' ? element.id : null
        const { document: now } = editor.store.getState()
        const refused = transitionId !== null && stage.kind !== undefined && stage.kind !== 'open'
        const word = !inside
          ? ''
          : refused
            ? text('canvas', 'finalNotBetween')
            : transitionId
              ? text('canvas', 'insertHere', { name: transitionNameOf(now, transitionId) })
              : text('canvas', 'newStageHere')
        return { stage, pointer, zoom: flow.getZoom(), transitionId, refused, word, inside }
      }
      const drop = (event: PointerEvent) => {
        const { inside, transitionId, refused, word, pointer } = look(event)
        if (!inside) return
        if (refused) {
          announce(word)
          return
        }
        const at = flow.screenToFlowPosition(pointer)
        const position = snapped({ x: at.x - cardWidth / 2, y: at.y - cardHeight / 2 })
        const { name, changes } = stage
        const content = { ...(name === undefined ? {} : { name }), ...(changes ? { changes } : {}) }
        revealMade(
          editor,
          transitionId === null
            ? editor.dispatch('addStage', { ...stage, position })
            : editor.dispatch('insertStageOnTransition', { transitionId, ...content }),
        )
      }
      followPointer(down, {
        move: (event) => placing.setState(look(event), true),
        end: (event) => {
          placing.setState(null, true)
          if (event) drop(event)
        },
      })
    },
    [editor, flow, host, placing],
  )
  return { placing, place }
}

/**
 * What one card or arrow shows of the editor's state. While stages are dragged the state changes once a frame and every
 * card and arrow is asked whether it is concerned; with thousands of them the answer must cost next to nothing.
 */
import { useRef } from 'react'
import { useStore } from 'zustand'
import { shallow } from 'zustand/shallow'
import type { EditorState } from '../../editor/editor.ts'
import { useEditor } from '../../editor/react.ts'

/** Like `useEditorState`, for one that a drag concerns only where it moves one of these stages. */
export function useDrawn<Picked>(
  stageIds: readonly string[],
  select: (state: EditorState) => Picked,
): Picked {
  const last = useRef<{ readonly state: EditorState; readonly picked: Picked } | null>(null)
  return useStore(useEditor().store, (state) => {
    const had = last.current
    if (had && (had.state === state || looksSame(had.state, state, stageIds))) return had.picked
    const next = select(state)
    const picked = had && shallow(had.picked, next) ? had.picked : next
    last.current = { state, picked }
    return picked
  })
}

function looksSame(a: EditorState, b: EditorState, stageIds: readonly string[]): boolean {
  const [was, is] = [a.session, b.session]
  return (
    a.document === b.document &&
    a.reference === b.reference &&
    a.base === b.base &&
    a.usage === b.usage &&
    was.selection === is.selection &&
    was.active === is.active &&
    was.spotlight === is.spotlight &&
    was.reveal === is.reveal &&
    (was.dragging === is.dragging || stageIds.every((id) => was.dragging?.[id] === is.dragging?.[id]))
  )
}

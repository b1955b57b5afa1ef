/**
 * What part of the process is seen when the canvas appears: the part that was seen last; at first the whole, or the
 * start of it where the whole would be too small to read.
 */
import { type OnMove, useReactFlow, type Viewport } from '@xyflow/react'
import { useCallback } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { Editor } from '../../editor/editor.ts'
import { firstView } from './geometry.ts'

const lastSeen = new WeakMap<Editor, Viewport>()

export function useView(
  editor: Editor,
  host: HTMLElement | null,
): { readonly onInit: () => void; readonly onMoveEnd: OnMove } {
  const flow = useReactFlow()
  const onInit = useCallback(() => {
    const before = lastSeen.get(editor)
    const { document } = editor.store.getState()
    const { entry, stages } = graphOf(document)
    const start = entry ?? stages[0]
    const box = host?.getBoundingClientRect()
    if (before) void flow.setViewport(before)
    else if (start && box)
      void flow.setViewport(
        firstView(
          stages.map((stage) => stage.position),
          start.position,
          box,
        ),
      )
  }, [editor, flow, host])
  const onMoveEnd = useCallback<OnMove>((_, viewport) => lastSeen.set(editor, viewport), [editor])
  return { onInit, onMoveEnd }
}

/**
 * What part of the process is seen when the canvas appears: the part that was seen last; at first the whole, or the
 * start of it where the whole would be too small to read.
 */
import { type OnMove, useReactFlow, type Viewport } from '@xyflow/react'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { Editor } from '../../editor/editor.ts'
import { useEditorState } from '../../editor/react.ts'
import { firstView } from './geometry.ts'

const lastSeen = new WeakMap<Editor, Viewport>()

/** Given before React Flow appears, so that nothing jumps. */
export function useView(
  editor: Editor,
  host: HTMLElement | null,
): { readonly defaultViewport: Viewport; readonly onMoveEnd: OnMove } {
  const flow = useReactFlow()
  const defaultViewport = useMemo(() => lastSeen.get(editor) ?? viewOf(editor, host), [editor, host])
  const empty = useEditorState((state) => Object.keys(state.document.stages).length === 0)
  const before = useRef(empty)
  useEffect(() => {
    const filled = before.current && !empty
    before.current = empty
    const { stages } = graphOf(editor.store.getState().document)
    // A template or a file brings a whole process at once; a first stage stands where it was put.
    if (filled && stages.length > 1) void flow.setViewport(viewOf(editor, host))
  }, [editor, flow, host, empty])
  const onMoveEnd = useCallback<OnMove>((_, viewport) => lastSeen.set(editor, viewport), [editor])
  return { defaultViewport, onMoveEnd }
}

function viewOf(editor: Editor, host: HTMLElement | null): Viewport {
  const { entry, stages } = graphOf(editor.store.getState().document)
  const start = entry ?? stages[0]
  const box = host?.getBoundingClientRect()
  const places = stages.map((stage) => stage.position)
  return start && box ? firstView(places, start.position, box) : { x: 0, y: 0, zoom: 1 }
}

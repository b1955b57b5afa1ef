/**
 * What part of the process is seen when the canvas appears: the part that was seen last; at first the whole, or the
 * start of it where the whole would be too small to read.
 */
import type { OnMove, Viewport } from '@xyflow/react'
import { useCallback, useMemo } from 'react'
import { graphOf } from '../../domain/process/graph.ts'
import type { Editor } from '../../editor/editor.ts'
import { firstView } from './geometry.ts'

const lastSeen = new WeakMap<Editor, Viewport>()

/** Given before React Flow appears, so that nothing jumps. */
export function useView(
  editor: Editor,
  host: HTMLElement | null,
): { readonly defaultViewport: Viewport; readonly onMoveEnd: OnMove } {
  const defaultViewport = useMemo(() => {
    const { entry, stages } = graphOf(editor.store.getState().document)
    const start = entry ?? stages[0]
    const box = host?.getBoundingClientRect()
    const places = stages.map((stage) => stage.position)
    const first = start && box ? firstView(places, start.position, box) : { x: 0, y: 0, zoom: 1 }
    return lastSeen.get(editor) ?? first
  }, [editor, host])
  const onMoveEnd = useCallback<OnMove>((_, viewport) => lastSeen.set(editor, viewport), [editor])
  return { defaultViewport, onMoveEnd }
}

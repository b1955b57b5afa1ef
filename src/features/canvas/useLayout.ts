/** Lays the process out and makes it one step of undo. Editing goes on meanwhile; a second call replaces the first. */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { prefersReducedMotion } from '../../ui/theme/index.ts'

export function useLayout(editor: Editor): () => void {
  const flow = useReactFlow()
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  return useCallback(() => {
    running.current?.abort()
    const run = new AbortController()
    running.current = run
    const show = async () => {
      const { layOut } = await import('./layout.ts')
      const positions = await layOut(editor.store.getState().document, run.signal)
      const { stages } = editor.store.getState().document
      const known = Object.fromEntries(Object.entries(positions).filter(([id]) => stages[id] !== undefined))
      editor.dispatch('layoutProcess', { positions: known })
      requestAnimationFrame(
        () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: prefersReducedMotion() ? 0 : 200 }),
      )
    }
    show().catch((error: unknown) => {
      if (run.signal.aborted) return
      const reason = error instanceof Error ? error.message : String(error)
      announce(text('canvas', 'layoutFailed', { reason }))
    })
  }, [editor, flow])
}

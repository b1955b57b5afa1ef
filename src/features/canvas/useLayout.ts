/** Lays the process out and makes it one step of undo. Editing goes on meanwhile; a second call replaces the first. */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { prefersReducedMotion } from '../../ui/theme/index.ts'

export interface Layout {
  readonly start: () => void
  readonly running: boolean
  /** Everything stays where it is. */
  readonly cancel: () => void
}

export function useLayout(editor: Editor): Layout {
  const flow = useReactFlow()
  const current = useRef<AbortController | null>(null)
  const [running, setRunning] = useState(false)
  const cancel = useCallback(() => {
    current.current?.abort()
    current.current = null
    setRunning(false)
  }, [])
  useEffect(() => cancel, [cancel])

  const start = useCallback(() => {
    current.current?.abort()
    const run = new AbortController()
    current.current = run
    setRunning(true)
    const show = async () => {
      const { layOut } = await import('./layout.ts')
      const positions = await layOut(editor.store.getState().document, run.signal)
      const { stages } = editor.store.getState().document
      const known = Object.fromEntries(Object.entries(positions).filter(([id]) => stages[id] !== undefined))
      const result = editor.dispatch('layoutProcess', { positions: known })
      if (!result.ok) announce(result.reason)
      requestAnimationFrame(
        () => void flow.fitView({ padding: 0.12, maxZoom: 1, duration: prefersReducedMotion() ? 0 : 200 }),
      )
    }
    show()
      .catch((error: unknown) => {
        if (run.signal.aborted) return
        const reason = error instanceof Error ? error.message : String(error)
        announce(text('canvas', 'layoutFailed', { reason }))
      })
      .finally(() => {
        if (current.current === run) cancel()
      })
  }, [editor, flow, cancel])
  return { start, running, cancel }
}

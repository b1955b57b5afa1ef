/** Lays the process out and makes it one step of undo. Editing goes on meanwhile; a second call replaces the first. */
import { useReactFlow } from '@xyflow/react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Editor } from '../../editor/editor.ts'
import { say, text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { prefersReducedMotion } from '../../ui/theme/index.ts'
import { fitPadding } from './geometry.ts'

export type LayoutState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly why: string }

export interface Layout {
  /** `keepsPlaced`: what somebody placed stays where it is. */
  readonly start: (keepsPlaced?: boolean) => void
  readonly state: LayoutState
  /** Everything stays where it is; takes a failure off the screen as well. */
  readonly cancel: () => void
}

export function useLayout(editor: Editor): Layout {
  const flow = useReactFlow()
  const current = useRef<AbortController | null>(null)
  const [state, setState] = useState<LayoutState>({ kind: 'idle' })
  const cancel = useCallback(() => {
    current.current?.abort()
    current.current = null
    setState({ kind: 'idle' })
  }, [])
  useEffect(() => cancel, [cancel])

  const start = useCallback(
    (keepsPlaced = false) => {
      current.current?.abort()
      const run = new AbortController()
      current.current = run
      setState({ kind: 'running' })
      const show = async () => {
        const { layOut } = await import('./layout.ts')
        const positions = await layOut(editor.store.getState().document, run.signal, keepsPlaced)
        const { stages } = editor.store.getState().document
        const known = Object.fromEntries(Object.entries(positions).filter(([id]) => stages[id] !== undefined))
        const result = editor.dispatch('layoutProcess', { positions: known })
        if (!result.ok) announce(say(result.reason))
        requestAnimationFrame(
          () =>
            void flow.fitView({
              padding: fitPadding,
              maxZoom: 1,
              duration: prefersReducedMotion() ? 0 : 200,
            }),
        )
      }
      show().then(
        () => {
          if (current.current === run) cancel()
        },
        (error: unknown) => {
          if (run.signal.aborted) return
          const reason = error instanceof Error ? error.message : String(error)
          const why = text('canvas', 'layoutFailed', { reason })
          setState({ kind: 'failed', why })
          announce(why)
        },
      )
    },
    [editor, flow, cancel],
  )
  return { start, state, cancel }
}

import { useEffect, useRef } from 'react'
import type { ElementRef } from './editor.ts'
import { useEditorState } from './react.ts'

/** Calls back when an element of the kind is to take focus from now on: one that was added, found or gone to. */
export function useReveal(kind: ElementRef['kind'], onReveal: (id: string) => void): void {
  const reveal = useEditorState((state) => state.session.reveal)
  const seen = useRef(reveal)
  const tell = useRef(onReveal)
  tell.current = onReveal
  useEffect(() => {
    if (seen.current === reveal) return
    seen.current = reveal
    if (!reveal?.focus || reveal.element.kind !== kind) return
    // A dialog that asked for it gives focus back first.
    const frame = requestAnimationFrame(() => tell.current(reveal.element.id))
    return () => cancelAnimationFrame(frame)
  }, [reveal, kind])
}

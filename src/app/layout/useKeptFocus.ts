/**
 * Focus is never lost: where a change takes away what has it (delete, undo, somebody else's publish), it goes to what
 * is active then; where nothing is left, to the first button of what stands there instead.
 */
import { useEffect } from 'react'
import type { Editor } from '../../editor/editor.ts'

/** Rooms that give focus to an heir of their own have done so by then. */
const framesToWait = 5

function afterFrames(count: number, run: () => void): void {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, run) : run()))
}

const place = () => document.getElementById('main')
const nobodyHasFocus = () => document.activeElement === null || document.activeElement === document.body

export function useKeptFocus(editor: Editor): void {
  useEffect(() => {
    let had = false
    const note = ({ target }: FocusEvent) => {
      // A dialog or menu that was opened from here gives focus back to here.
      if (target instanceof Element && !target.closest('#overlays')) had = place()?.contains(target) ?? false
    }
    // Whoever presses beside everything has left it on purpose.
    const leave = ({ target }: PointerEvent) => {
      if (target instanceof Element && !target.closest('#overlays')) had = false
    }
    const regain = () => {
      if (!nobodyHasFocus()) return
      const { active } = editor.store.getState().session
      if (active) editor.reveal(active, { focus: true })
      afterFrames(framesToWait, () => {
        if (!nobodyHasFocus()) return
        const main = place()
        const next = main?.querySelector<HTMLElement>('[data-empty] button') ?? main
        next?.focus()
      })
    }
    const stop = editor.onChange(() => {
      if (had) afterFrames(framesToWait, regain)
    })
    document.addEventListener('focusin', note)
    document.addEventListener('pointerdown', leave, true)
    return () => {
      stop()
      document.removeEventListener('focusin', note)
      document.removeEventListener('pointerdown', leave, true)
    }
  }, [editor])
}

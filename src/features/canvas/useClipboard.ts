/**
 * Copy, cut and paste by the browser's own events: they work without a permission and where `navigator.clipboard` is
 * missing (a page without https). The keys are therefore left to the browser while the canvas has focus.
 */
import { useEffect } from 'react'
import { copiedText, cutText, type EditorUi, pasteText } from '../../editor/actions/index.ts'
import { useEditor } from '../../editor/react.ts'

export function useClipboard(host: HTMLElement | null, ui: EditorUi): void {
  const editor = useEditor()
  useEffect(() => {
    if (!host) return
    const own = (event: ClipboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.activeElement
      if (event.defaultPrevented || !event.clipboardData) return false
      return host.contains(target) || host.contains(document.activeElement)
    }
    const take = (event: ClipboardEvent, words: string | null) => {
      if (words === null) return
      event.clipboardData?.setData('text/plain', words)
      event.preventDefault()
    }
    const onCopy = (event: ClipboardEvent) => {
      if (own(event)) take(event, copiedText(editor, ui))
    }
    const onCut = (event: ClipboardEvent) => {
      if (own(event)) take(event, cutText(editor, ui))
    }
    const onPaste = (event: ClipboardEvent) => {
      if (!own(event)) return
      event.preventDefault()
      pasteText(editor, ui, event.clipboardData?.getData('text/plain') ?? '')
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCut)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCut)
      document.removeEventListener('paste', onPaste)
    }
  }, [editor, host, ui])
}

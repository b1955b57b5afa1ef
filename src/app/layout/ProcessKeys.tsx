import { useEffect } from 'react'
import { useEditor } from '../../editor/react.ts'
import { handleKey, placeOf } from '../../editor/shortcuts.ts'
import { useProcessPlace } from '../processSession.ts'
import { shortcutSettings } from '../shortcutSettings.ts'
import { useDeepLink } from '../useDeepLink.ts'

/** Links to an element, and keys that work anywhere in a process. What a room has used (`preventDefault`) is not used again. */
export function ProcessKeys() {
  const editor = useEditor()
  const { ui } = useProcessPlace()
  useDeepLink()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = placeOf(event.target, 'global')
      if (handleKey(event, place, shortcutSettings, { editor, ui })) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor, ui])
  return null
}

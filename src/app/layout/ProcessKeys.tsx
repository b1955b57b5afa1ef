import { useEffect } from 'react'
import { useEditor } from '../../editor/react.ts'
import { handleKey, placeOf } from '../../editor/shortcuts.ts'
import { useProcessPlace } from '../processSession.ts'
import { useShortcutSettings } from '../shortcutSettings.ts'
import { useDeepLink } from '../useDeepLink.ts'
import { useKeptFocus } from './useKeptFocus.ts'

/** Links to an element, focus that is never lost, and keys that work anywhere in a process. What a room has used (`preventDefault`) is not used again. */
export function ProcessKeys() {
  const editor = useEditor()
  const { ui } = useProcessPlace()
  const settings = useShortcutSettings()
  useDeepLink()
  useKeptFocus(editor)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const place = placeOf(event.target, 'global')
      if (handleKey(event, place, settings, { editor, ui })) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [editor, ui, settings])
  return null
}

import { useEffect, useRef } from 'react'
import { KeyMapEditor } from '../features/command-menu/index.ts'
import { setPreferences } from '../ui/preferences/index.ts'
import { useLocation } from '../ui/routing/place.ts'
import { useShortcutSettings } from './shortcutSettings.ts'

/** The keys of this device, changed where the settings have room for them. Whoever asks for them by `#keys` is led here. */
export function KeyMapPart() {
  const place = useRef<HTMLDivElement>(null)
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '#keys') return
    place.current?.scrollIntoView()
    place.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [hash])
  return (
    <div ref={place}>
      <KeyMapEditor
        settings={useShortcutSettings()}
        onRemap={(remapped) => setPreferences({ remappedKeys: { ...remapped } })}
      />
    </div>
  )
}

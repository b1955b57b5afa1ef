import { KeyMapEditor } from '../features/command-menu/index.ts'
import { setPreferences } from '../ui/preferences/index.ts'
import { useShortcutSettings } from './shortcutSettings.ts'

/** The keys of this device, changed where the settings have room for them. */
export function KeyMapPart() {
  return (
    <KeyMapEditor
      settings={useShortcutSettings()}
      onRemap={(remapped) => setPreferences({ remappedKeys: { ...remapped } })}
    />
  )
}

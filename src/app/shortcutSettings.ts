/** How keys are read here: the same on the canvas and around it. */
import { useMemo } from 'react'
import type { ShortcutSettings } from '../editor/shortcuts.ts'
import { usePreferences } from '../ui/preferences/index.ts'

const mac = /mac|iphone|ipad/i.test(navigator.platform)

/** As this device's settings have it. */
export function useShortcutSettings(): ShortcutSettings {
  const { singleKeys, remappedKeys } = usePreferences()
  return useMemo(() => ({ mac, singleKeys, remapped: remappedKeys }), [singleKeys, remappedKeys])
}

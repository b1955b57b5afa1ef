/** How keys are read here: the same on the canvas and around it. */
import type { ShortcutSettings } from '../editor/shortcuts.ts'
import { useAppearance } from '../ui/theme/index.ts'

const mac = /mac|iphone|ipad/i.test(navigator.platform)
const withSingleKeys: ShortcutSettings = { mac, singleKeys: true }
const withoutSingleKeys: ShortcutSettings = { mac, singleKeys: false }

/** As this device's settings have it. */
export const useShortcutSettings = (): ShortcutSettings =>
  useAppearance().singleKeys === 'off' ? withoutSingleKeys : withSingleKeys

/** How keys are read here: the same on the canvas and around it. */
import type { ShortcutSettings } from '../editor/shortcuts.ts'

export const shortcutSettings: ShortcutSettings = {
  mac: /mac|iphone|ipad/i.test(navigator.platform),
  singleKeys: true,
}

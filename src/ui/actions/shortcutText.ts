/**
 * A shortcut is written once, as `Mod+Shift+Z`. On screen it becomes the glyphs of the platform, in speech words.
 */
const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

const glyphs: Readonly<
  Record<string, readonly [mac: string, other: string, macSpoken: string, spoken: string]>
> = {
  Mod: ['⌘', 'Ctrl', 'Command', 'Control'],
  Ctrl: ['⌃', 'Ctrl', 'Control', 'Control'],
  Alt: ['⌥', 'Alt', 'Option', 'Alt'],
  Shift: ['⇧', 'Shift', 'Shift', 'Shift'],
  Enter: ['↵', 'Enter', 'Return', 'Enter'],
  Escape: ['Esc', 'Esc', 'Escape', 'Escape'],
  Delete: ['Del', 'Del', 'Delete', 'Delete'],
  ArrowUp: ['↑', '↑', 'Up arrow', 'Up arrow'],
  ArrowDown: ['↓', '↓', 'Down arrow', 'Down arrow'],
  ArrowLeft: ['←', '←', 'Left arrow', 'Left arrow'],
  ArrowRight: ['→', '→', 'Right arrow', 'Right arrow'],
}

const parts = (shortcut: string): string[] =>
  shortcut.endsWith('++')
    ? [...shortcut.slice(0, -2).split('+'), '+']
    : shortcut === '+'
      ? ['+']
      : shortcut.split('+')

/** `Mod+Shift+Z` → `⌘⇧Z` on Apple's, `Ctrl+Shift+Z` elsewhere. */
export function shownKeys(shortcut: string): string {
  const mac = isMac()
  return parts(shortcut)
    .map((key) => glyphs[key]?.[mac ? 0 : 1] ?? key)
    .join(mac ? '' : '+')
}

/** `Mod+Z` → `Control Z`, for messages that are spoken. */
export function spokenKeys(shortcut: string): string {
  const mac = isMac()
  return parts(shortcut)
    .map((key) => glyphs[key]?.[mac ? 2 : 3] ?? key)
    .join(' ')
}

/** The value of `aria-keyshortcuts`. */
export const ariaKeys = (shortcut: string): string =>
  parts(shortcut)
    .map((key) => (key === 'Mod' ? (isMac() ? 'Meta' : 'Control') : key === 'Ctrl' ? 'Control' : key))
    .join('+')

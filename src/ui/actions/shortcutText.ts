/**
 * A shortcut is written once, as `Mod+Shift+Z`. On screen it becomes the glyphs of the platform, in speech words.
 */
import { text } from '../../text/entrance.ts'

const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

/** Apple's signs, the same in every language. */
const appleSigns: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧', Enter: '↵' }
const signs: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const printed = [
  'Ctrl',
  'Shift',
  'Delete',
  'Space',
  'PageUp',
  'PageDown',
  'Home',
  'End',
  'ContextMenu',
] as const
const printedOf = (key: string) => printed.find((one) => one === (key === 'Mod' ? 'Ctrl' : key))
const named = [
  'Ctrl',
  'Shift',
  'Alt',
  'Enter',
  'Escape',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
] as const
const appleNames = { Mod: 'Command', Alt: 'Option', Enter: 'Return' } as const

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
    .map((key) => {
      const sign = (mac ? appleSigns[key] : undefined) ?? signs[key]
      const name = printedOf(key)
      return sign ?? (name ? text('ui', `key_${name}`) : key)
    })
    .join(mac ? '' : '+')
}

/** `Mod+Z` → `Control Z`, for messages that are spoken. */
export function spokenKeys(shortcut: string): string {
  const mac = isMac()
  return parts(shortcut)
    .map((key) => {
      if (mac && (key === 'Mod' || key === 'Alt' || key === 'Enter'))
        return text('ui', `said_${appleNames[key]}`)
      const name = named.find((one) => one === (key === 'Mod' ? 'Ctrl' : key))
      return name ? text('ui', `said_${name}`) : key
    })
    .join(' ')
}

/** The value of `aria-keyshortcuts`. */
export const ariaKeys = (shortcut: string): string =>
  parts(shortcut)
    .map((key) => (key === 'Mod' ? (isMac() ? 'Meta' : 'Control') : key === 'Ctrl' ? 'Control' : key))
    .join('+')

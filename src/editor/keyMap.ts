/**
 * Other keys for actions: what a key press is written as, which keys cannot be given away and why, and what else has a
 * key already. Reserved keys after the accessibility spec §2.3: what browsers and systems keep for themselves.
 */
import { text } from '../text/index.ts'
import { type ActionId, actions, allActions, type EditorAction } from './actions/index.ts'
import { type KeyPress, letterOf, parseShortcut, type ShortcutSettings, shortcutsOf } from './shortcuts.ts'

type Press = Pick<KeyPress, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const modifiers = new Set([
  'Control',
  'Shift',
  'Alt',
  'Meta',
  'AltGraph',
  'CapsLock',
  'Fn',
  'Dead',
  'Process',
])

/** A press as a shortcut is written, `Mod+Shift+Z`; null for a modifier alone. */
export function shortcutOf(press: Press, { mac }: Pick<ShortcutSettings, 'mac'>): string | null {
  if (modifiers.has(press.key)) return null
  const letter = letterOf(press)
  const isSign = press.key.length === 1 && press.key !== ' '
  const key = press.key === ' ' ? 'Space' : /^[A-Z]$/.test(letter) ? letter : press.key
  const held = [
    (mac ? press.metaKey : press.ctrlKey) ? 'Mod' : null,
    mac && press.ctrlKey ? 'Ctrl' : null,
    press.altKey ? 'Alt' : null,
    // The sign on a key counts, whether or not it takes Shift to write it.
    press.shiftKey && (!isSign || /^[A-Z]$/.test(letter)) ? 'Shift' : null,
  ]
  return [...held.filter((one) => one !== null), key].join('+')
}

const browserKeys: Readonly<Record<ReservedReason, RegExp>> = {
  tabs: /^Mod\+(Shift\+)?([NTWQ1-9]|Tab|PageUp|PageDown)$|^Ctrl\+(Shift\+)?Tab$|^Alt\+F4$/,
  history: /^(Alt|Mod)\+(ArrowLeft|ArrowRight|Home)$|^Mod\+[[\]]$|^(Shift\+)?Backspace$/,
  zoom: /^Mod\+(Shift\+)?([+\-=0])$/,
  page: /^F5$|^Mod\+(Shift\+)?[RLJUOIM]$|^Mod\+Shift\+[CSBDKP]$|^F1[12]$|^Alt\+[DEF]$|^F[137]$/,
  desktops: /^(Mod|Ctrl)\+Arrow(Up|Down|Left|Right)$|^Mod\+[HM]$|^Mod\+(Shift\+)?Space$/,
  regions: /^(Shift\+|Mod\+|Alt\+|Mod\+Shift\+)?F6$/,
  reader: /Insert$|CapsLock$|^Ctrl\+Alt\+/,
}

type ReservedReason = 'tabs' | 'history' | 'zoom' | 'page' | 'desktops' | 'regions' | 'reader'

/** Why no action may have the key: the browser, the system or a screen reader needs it. Null where it is free. */
export function reservedReason(shortcut: string): string | null {
  // Backspace alone deletes here as it does in every list; browsers gave up going back by it.
  if (shortcut === 'Backspace') return null
  for (const [reason, keys] of Object.entries(browserKeys) as [ReservedReason, RegExp][])
    if (keys.test(shortcut)) return text('commandMenu', `reserved_${reason}`)
  return null
}

/** Why a person cannot give the key to an action; null where they can. */
export function refusedKey(shortcut: string): string | null {
  const { key } = parseShortcut(shortcut)
  if (key === 'Tab') return text('commandMenu', 'reserved_tab')
  if (key === 'Escape') return text('commandMenu', 'reserved_escape')
  return reservedReason(shortcut)
}

/** Actions whose keys mean something by themselves: the number pressed is the transition followed. */
const fixedKeys: readonly string[] = ['followTransition'] satisfies ActionId[]

export const hasFixedKeys = (action: Pick<EditorAction, 'id'>): boolean => fixedKeys.includes(action.id)

/** Both are heard at one place: where scopes meet, or where one is heard everywhere. */
const meet = (a: EditorAction, b: EditorAction): boolean =>
  a.scopes.includes('global') ||
  b.scopes.includes('global') ||
  a.scopes.some((scope) => b.scopes.includes(scope))

/** Other actions that have the key where this one would be heard. */
export const actionsWithKey = (
  action: EditorAction,
  shortcut: string,
  settings: ShortcutSettings,
): readonly EditorAction[] =>
  allActions.filter(
    (other) =>
      other.id !== action.id && meet(action, other) && shortcutsOf(other, settings).includes(shortcut),
  )

export type Remapped = NonNullable<ShortcutSettings['remapped']>

/**
 * The map with other keys for an action; what else had one of them there gives it up. Keys that are an action's own
 * are not kept as a choice.
 */
export function withKeys(
  remapped: Remapped,
  action: EditorAction,
  keys: readonly string[],
  settings: ShortcutSettings,
): Remapped {
  const now = { ...settings, singleKeys: true, remapped }
  const next: Record<string, readonly string[]> = { ...remapped, [action.id]: keys }
  for (const key of keys)
    for (const other of actionsWithKey(action, key, now))
      next[other.id] = (next[other.id] ?? other.shortcuts).filter((one) => one !== key)
  return withoutOwn(next)
}

/** The map with the action's own keys again; who has one of them now keeps none of those. */
export const withOwnKeys = (remapped: Remapped, action: EditorAction, settings: ShortcutSettings): Remapped =>
  withKeys(remapped, action, action.shortcuts, settings)

const withoutOwn = (map: Readonly<Record<string, readonly string[]>>): Remapped =>
  Object.fromEntries(
    Object.entries(map).filter(([id, keys]) => {
      const own = Object.hasOwn(actions, id) ? actions[id as ActionId].shortcuts : []
      return keys.length !== own.length || keys.some((key, index) => own[index] !== key)
    }),
  )

/**
 * From a key press to an action, by the scope that has focus. Pure: what the rules need of the event and the page
 * comes in as data, so every rule has its test.
 */
import {
  type ActionId,
  actions,
  allActions,
  type EditorAction,
  type EditorUi,
  type Scope,
} from './actions/index.ts'
import type { Editor } from './editor.ts'

/** The part of a KeyboardEvent that counts. */
export interface KeyPress {
  readonly key: string
  /** Physical key, e.g. `KeyN`; used for letters where `key` is not Latin. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly defaultPrevented: boolean
}

/** Where the key was pressed. */
export interface KeyPlace {
  readonly scope: Scope
  /** Focus is in a text field or another editable element. */
  readonly editable: boolean
  /** Focus is inside a dialog, menu or listbox. */
  readonly overlay: boolean
  /** Some text on the page is selected, so copy and cut belong to the browser. */
  readonly textSelected: boolean
}

export interface ShortcutSettings {
  readonly mac: boolean
  /** Off: shortcuts of a single character do nothing (WCAG 2.1.4). */
  readonly singleKeys: boolean
  /** Shortcuts that replace an action's own; an empty list takes them away. */
  readonly remapped?: Readonly<Partial<Record<ActionId, readonly string[]>>>
}

/** The place of an event, read from the page. */
export function placeOf(target: EventTarget | null, scope: Scope): KeyPlace {
  const element = target instanceof Element ? target : null
  const selected = element?.ownerDocument.getSelection()
  return {
    scope,
    editable:
      element?.closest(
        'input:not([type=checkbox], [type=radio], [type=button], [type=range]), textarea, select, [contenteditable=""], [contenteditable=true], [role=textbox], [role=combobox]',
      ) != null,
    overlay: element?.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') != null,
    textSelected: selected != null && !selected.isCollapsed && selected.toString() !== '',
  }
}

/** The action a key press asks for; null where it asks for none here. */
export function actionFor(press: KeyPress, place: KeyPlace, settings: ShortcutSettings): EditorAction | null {
  if (press.isComposing || press.defaultPrevented || place.editable || place.overlay) return null
  for (const scope of place.scope === 'global' ? ['global' as const] : [place.scope, 'global' as const]) {
    const found = allActions.find(
      (action) =>
        action.scopes.includes(scope) &&
        shortcutsOf(action, settings).some((shortcut) => matches(press, shortcut, settings)),
    )
    if (!found) continue
    if (press.repeat && !found.repeats) return null
    if (place.textSelected && (found.id === 'copy' || found.id === 'cut')) return null
    return found
  }
  return null
}

/** The shortcuts an action has now, by the person's settings. */
export function shortcutsOf(action: EditorAction, settings: ShortcutSettings): readonly string[] {
  const own = isActionId(action.id) ? settings.remapped?.[action.id] : undefined
  const all = own ?? action.shortcuts
  return settings.singleKeys ? all : all.filter((shortcut) => !isSingleKey(shortcut))
}

/** A shortcut of one printable character, with or without Shift. */
export const isSingleKey = (shortcut: string): boolean => {
  const { key, mod, ctrl, alt } = parseShortcut(shortcut)
  return !mod && !ctrl && !alt && key.length === 1
}

/** True where the key press is the shortcut. */
export function matches(press: KeyPress, shortcut: string, { mac }: Pick<ShortcutSettings, 'mac'>): boolean {
  const wanted = parseShortcut(shortcut)
  const ctrl = wanted.ctrl || (wanted.mod && !mac)
  const meta = wanted.mod && mac
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== wanted.alt) return false
  if (/^[A-Z]$/.test(wanted.key)) return press.shiftKey === wanted.shift && letterOf(press) === wanted.key
  // A sign like ? or + may need Shift on one keyboard and not on another: the sign counts.
  if (wanted.key.length === 1) return press.key === wanted.key && (!wanted.shift || press.shiftKey)
  const key = wanted.key === 'Space' ? ' ' : wanted.key
  return press.key === key && press.shiftKey === wanted.shift
}

/**
 * Handles a key press: runs the action, or says why it cannot run. True where the press is used up and the browser
 * must not act on it as well.
 */
export function handleKey(
  press: KeyPress,
  place: KeyPlace,
  settings: ShortcutSettings,
  { editor, ui }: { readonly editor: Editor; readonly ui: EditorUi },
): boolean {
  const action = actionFor(press, place, settings)
  if (!action) return false
  const enabled = action.enabled(editor, ui)
  // Escape on nothing belongs to whatever lies further out.
  if (enabled !== true && action.id === 'selectNone') return false
  if (enabled === true) void action.run(editor, ui, press.key)
  else ui.announce(enabled)
  return true
}

const isActionId = (id: string): id is ActionId => Object.hasOwn(actions, id)

/** The Latin letter of a press, in capitals: by `key`, or by the physical key where the layout is not Latin. */
export function letterOf(press: Pick<KeyPress, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(press.key)) return press.key.toUpperCase()
  const latin = /^[\p{Script=Latin}]$/u.test(press.key)
  return latin ? press.key : (/^Key([A-Z])$/.exec(press.code)?.[1] ?? '')
}

interface ParsedShortcut {
  readonly key: string
  readonly mod: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly shift: boolean
}

const parsed = new Map<string, ParsedShortcut>()

/** The parts of a shortcut as it is written: `Mod+Shift+Z`, `+`, `Mod++`. */
export function parseShortcut(shortcut: string): ParsedShortcut {
  const had = parsed.get(shortcut)
  if (had) return had
  const key = shortcut.endsWith('+') ? '+' : (shortcut.split('+').at(-1) ?? '')
  const rest = shortcut.slice(0, shortcut.length - key.length).split('+')
  const result = {
    key,
    mod: rest.includes('Mod'),
    ctrl: rest.includes('Ctrl'),
    alt: rest.includes('Alt'),
    shift: rest.includes('Shift'),
  }
  parsed.set(shortcut, result)
  return result
}

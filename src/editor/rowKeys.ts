/**
 * Keys of one sign in the row of a table: heard where the row itself has focus (its box, or a cell without a control),
 * never in a field. What the row's own controls need of the keyboard stays theirs.
 */
import type { EditorUi } from './actions/index.ts'
import type { Editor, ElementRef } from './editor.ts'
import { handleKey, type KeyPress, placeOf, type ShortcutSettings } from './shortcuts.ts'

interface RowKeys {
  readonly element: ElementRef
  readonly settings: ShortcutSettings
  readonly editor: Editor
  readonly ui: EditorUi
}

/** True where the key was an action of the row. Copying and pasting are left to the clipboard’s own events. */
export function handleRowKey(
  press: KeyPress,
  target: EventTarget | null,
  { element, settings, editor, ui }: RowKeys,
): boolean {
  const control = target instanceof Element ? target.closest('input, select, button, a') : null
  const isBox = control?.matches('input[type=checkbox]:not([role=switch])') ?? true
  const ownKey = press.key === ' ' || press.key === 'Enter' || press.key === 'Escape'
  if (!isBox || ownKey || ((press.ctrlKey || press.metaKey) && /^[cxv]$/i.test(press.key))) return false
  editor.setActive(element)
  return handleKey(press, placeOf(target, 'list'), settings, { editor, ui })
}

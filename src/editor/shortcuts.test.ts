import { describe, expect, it } from 'vitest'
import { anEditor, standard } from '../../tests/kit/builders.ts'
import { anEditorUi } from '../../tests/kit/editorUi.ts'
import { allActions, type Scope } from './actions/index.ts'
import {
  actionFor,
  handleKey,
  isSingleKey,
  type KeyPlace,
  type KeyPress,
  type ShortcutSettings,
} from './shortcuts.ts'

const settings: ShortcutSettings = { mac: false, singleKeys: true }
const canvas: KeyPlace = { scope: 'canvas', editable: false, overlay: false, textSelected: false }

/** `press('Ctrl+Shift+z')`; the last part is `event.key`. */
function press(keys: string, given: Partial<KeyPress> = {}): KeyPress {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key,
    code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
    repeat: false,
    isComposing: false,
    defaultPrevented: false,
    ...given,
  }
}
const asked = (
  keys: string,
  place: Partial<KeyPlace> = {},
  given: Partial<KeyPress> = {},
  more: Partial<ShortcutSettings> = {},
) => actionFor(press(keys, given), { ...canvas, ...place }, { ...settings, ...more })?.id ?? null

describe('a key press', () => {
  it.each([
    ['n', 'addStage'],
    ['Shift+N', 'addStageAlone'],
    ['Ctrl+Enter', 'addStage'],
    ['Ctrl+z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Ctrl+y', 'redo'],
    ['Shift+?', 'shortcutHelp'],
    ['?', 'shortcutHelp'],
    ['Shift+ArrowLeft', 'panLeft'],
    ['ArrowLeft', 'previousElement'],
    ['7', 'followTransition'],
    [' ', 'toggleSelection'],
    ['Shift+F10', 'openMenu'],
    ['Shift+F8', 'previousProblem'],
    ['Backspace', 'deleteSelection'],
    ['q', null],
    ['Ctrl+n', null],
    ['Alt+ArrowLeft', null],
    ['Ctrl+0', null],
  ])('%s asks for %s on the canvas', (keys, id) => {
    expect(asked(keys)).toBe(id)
  })

  it('is Command on Apple keyboards', () => {
    expect(asked('Meta+z', {}, {}, { mac: true })).toBe('undo')
    expect(asked('Ctrl+z', {}, {}, { mac: true })).toBeNull()
  })

  it('counts by its place on the keyboard where the letters are not Latin', () => {
    expect(asked('т', {}, { code: 'KeyN' })).toBe('addStage')
    expect(asked('ñ', {}, { code: 'KeyN' })).toBeNull()
  })

  it('belongs to whoever writes, composes, or has a dialog open', () => {
    expect(asked('n', { editable: true })).toBeNull()
    expect(asked('Ctrl+z', { editable: true })).toBeNull()
    expect(asked('n', { overlay: true })).toBeNull()
    expect(asked('n', {}, { isComposing: true })).toBeNull()
    expect(asked('n', {}, { defaultPrevented: true })).toBeNull()
    expect(asked('Ctrl+c', { textSelected: true })).toBeNull()
  })

  it('held down walks on, but neither creates nor deletes again', () => {
    expect(asked('ArrowRight', {}, { repeat: true })).toBe('nextElement')
    expect(asked('n', {}, { repeat: true })).toBeNull()
    expect(asked('Delete', {}, { repeat: true })).toBeNull()
  })

  it('works by its scope', () => {
    expect(asked('Alt+ArrowUp', { scope: 'list' })).toBe('moveEarlier')
    expect(asked('Alt+ArrowUp')).toBeNull()
    expect(asked('ArrowRight', { scope: 'list' })).toBeNull()
    expect(asked('n', { scope: 'global' })).toBeNull()
    expect(asked('Ctrl+z', { scope: 'global' })).toBe('undo')
  })

  it('of one character can be switched off; the twin stays', () => {
    expect(asked('n', {}, {}, { singleKeys: false })).toBeNull()
    expect(asked('Ctrl+Enter', {}, {}, { singleKeys: false })).toBe('addStage')
    expect(asked('ArrowRight', {}, {}, { singleKeys: false })).toBe('nextElement')
  })

  it('can be another one', () => {
    const remapped = { addStage: ['Mod+J'] } as const
    expect(asked('Ctrl+j', {}, {}, { remapped })).toBe('addStage')
    expect(asked('n', {}, {}, { remapped })).toBeNull()
  })
})

describe('handling a key', () => {
  it('runs the action, or says why it cannot run', () => {
    const editor = anEditor(standard().document)
    const ui = anEditorUi()
    expect(handleKey(press('Ctrl+z'), canvas, settings, { editor, ui })).toBe(true)
    expect(ui.said).toEqual(['Nothing to undo.'])
    editor.dispatch('removeStages', { stageIds: ['Won'] })
    handleKey(press('Ctrl+z'), canvas, settings, { editor, ui })
    expect(editor.store.getState().document.stages.Won).toBeDefined()
    expect(handleKey(press('q'), canvas, settings, { editor, ui })).toBe(false)
  })

  it('leaves Escape to what lies further out where nothing is selected', () => {
    const editor = anEditor(standard().document)
    expect(handleKey(press('Escape'), canvas, settings, { editor, ui: anEditorUi() })).toBe(false)
    editor.select([{ kind: 'stage', id: 'Won' }])
    expect(handleKey(press('Escape'), canvas, settings, { editor, ui: anEditorUi() })).toBe(true)
  })
})

describe('the shortcuts of all actions', () => {
  it('do not collide within a scope', () => {
    for (const scope of ['canvas', 'list', 'global'] satisfies Scope[]) {
      const here = allActions.filter(
        (action) => action.scopes.includes(scope) || action.scopes.includes('global'),
      )
      const taken = here.flatMap((action) => action.shortcuts)
      expect(taken.filter((shortcut, index) => taken.indexOf(shortcut) !== index)).toEqual([])
    }
  })

  it('take no key that belongs to the browser', () => {
    const forbidden = /^(Mod\+[NTWL0-9+=-]|Alt\+Arrow(Left|Right)|Mod\+Arrow\w+|F5|F11|F12)$/
    expect(
      allActions.flatMap((action) => action.shortcuts).filter((shortcut) => forbidden.test(shortcut)),
    ).toEqual([])
  })

  it('of one character are never global', () => {
    for (const action of allActions.filter((one) => one.scopes.includes('global')))
      if (!action.scopes.includes('canvas') && action.id !== 'shortcutHelp')
        expect(action.shortcuts.filter(isSingleKey)).toEqual([])
  })
})

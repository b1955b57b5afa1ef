/** Undo and redo, by the name of the step. What was undone is announced by the wiring place (../announcements.ts). */
import { say, text } from '../../text/index.ts'
import { defineAction } from './action.ts'
import { editableIf } from './target.ts'

export const undo = defineAction({
  id: 'undo',
  label: (editor) => {
    const step = editor.store.getState().undoStack.at(-1)?.label
    return step === undefined ? text('editor', 'undo') : text('editor', 'undoNamed', { step: say(step) })
  },
  icon: 'Undo',
  shortcuts: ['Mod+Z'],
  scopes: ['global'],
  group: 'history',
  places: ['canvas'],
  repeats: true,
  enabled: (editor) =>
    editableIf(editor, editor.store.getState().undoStack.length > 0, text('editor', 'nothingToUndo')),
  run: (editor) => void editor.undo(),
})

export const redo = defineAction({
  id: 'redo',
  label: (editor) => {
    const step = editor.store.getState().redoStack.at(-1)?.label
    return step === undefined ? text('editor', 'redo') : text('editor', 'redoNamed', { step: say(step) })
  },
  icon: 'Redo',
  shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
  scopes: ['global'],
  group: 'history',
  places: ['canvas'],
  repeats: true,
  enabled: (editor) =>
    editableIf(editor, editor.store.getState().redoStack.length > 0, text('editor', 'nothingToRedo')),
  run: (editor) => void editor.redo(),
})

/** A screen for editor actions that only writes down what it is asked for. */
import type { EditorDialog, EditorUi, View } from '../../src/editor/actions/index.ts'
import type { ElementRef } from '../../src/editor/editor.ts'

export interface WrittenUi extends EditorUi {
  readonly said: string[]
  readonly opened: EditorDialog[]
  readonly details: { readonly element: ElementRef | null; readonly field: string | undefined }[]
  readonly shown: View[]
  copied: string
}

export function anEditorUi(given: Partial<EditorUi> = {}): WrittenUi {
  const ui: WrittenUi = {
    canvas: null,
    said: [],
    opened: [],
    details: [],
    shown: [],
    copied: '',
    announce: (sentence) => void ui.said.push(sentence),
    open: (dialog) => void ui.opened.push(dialog),
    showDetails: (element, field) => void ui.details.push({ element, field }),
    show: (view) => void ui.shown.push(view),
    clipboard: {
      write: async (text) => {
        ui.copied = text
      },
      read: async () => ui.copied,
    },
    ...given,
  }
  return ui
}

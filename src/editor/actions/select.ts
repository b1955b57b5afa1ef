/** Selection. Focus is not selection: arrows move focus, Space selects. */
import { text } from '../../text/index.ts'
import type { Editor, ElementRef } from '../editor.ts'
import { sameElement } from '../session.ts'
import { defineAction, type EditorUi } from './action.ts'
import { oneElement, stageIdsInOrder } from './target.ts'

function selectAndSay(editor: Editor, ui: EditorUi, elements: readonly ElementRef[]): void {
  editor.select(elements)
  const stages = elements.filter((element) => element.kind === 'stage').length
  const key = elements.length === stages ? 'stagesSelected' : 'elementsSelected'
  ui.announce(text('speech', key, { count: elements.length }))
}

export const toggleSelection = defineAction({
  id: 'toggleSelection',
  label: () => text('editor', 'toggleSelection'),
  icon: 'CheckBox',
  shortcuts: ['Space'],
  scopes: ['canvas', 'list'],
  group: 'select',
  places: ['stage', 'transition'],
  enabled: (editor) =>
    editor.store.getState().session.active !== null || text('editor', 'selectSomethingFirst'),
  run: (editor, ui) => {
    const { active, selection } = editor.store.getState().session
    if (!active) return
    const others = selection.filter((element) => !sameElement(element, active))
    selectAndSay(editor, ui, others.length === selection.length ? [...selection, active] : others)
  },
})

export const selectAll = defineAction({
  id: 'selectAll',
  label: () => text('editor', 'selectAll'),
  icon: 'SelectAll',
  shortcuts: ['Mod+A'],
  scopes: ['canvas', 'list'],
  group: 'select',
  places: ['canvas'],
  enabled: (editor) =>
    Object.keys(editor.store.getState().document.stages).length > 0 || text('editor', 'nothingToSelect'),
  run: (editor, ui) => {
    const ids = stageIdsInOrder(editor.store.getState().document)
    selectAndSay(
      editor,
      ui,
      ids.map((id) => ({ kind: 'stage', id })),
    )
  },
})

export const selectNone = defineAction({
  id: 'selectNone',
  label: () => text('editor', 'selectNone'),
  icon: 'Deselect',
  shortcuts: ['Escape'],
  scopes: ['canvas', 'list'],
  group: 'select',
  places: ['canvas', 'several'],
  enabled: (editor) =>
    editor.store.getState().session.selection.length > 0 || text('editor', 'nothingSelected'),
  run: (editor, ui) => selectAndSay(editor, ui, []),
})

export const goToStage = defineAction({
  id: 'goToStage',
  label: () => text('editor', 'goToStage'),
  icon: 'Search',
  shortcuts: ['/'],
  scopes: ['canvas', 'list'],
  group: 'navigate',
  places: ['canvas'],
  enabled: (editor) =>
    Object.keys(editor.store.getState().document.stages).length > 0 || text('editor', 'nothingToSelect'),
  run: (_, ui) => ui.open({ name: 'goToStage' }),
})

export const openMenu = defineAction({
  id: 'openMenu',
  label: () => text('editor', 'openMenu'),
  icon: 'MoreVert',
  shortcuts: ['Shift+F10', 'ContextMenu'],
  scopes: ['canvas'],
  group: 'navigate',
  places: [],
  inCommandMenu: false,
  enabled: (editor, ui) =>
    ui.canvas
      ? oneElement(editor) !== null || text('editor', 'selectSomethingFirst')
      : text('editor', 'onlyOnCanvas'),
  run: (_, ui) => ui.canvas?.openMenu(),
})

/** Order and places of stages. */
import { text } from '../../text/index.ts'
import type { Editor } from '../editor.ts'
import { defineAction, type EditorUi } from './action.ts'
import { runOrSay } from './edit.ts'
import { editableIf, needsOneStage, oneStage, stageIdsInOrder } from './target.ts'

/** Why the one stage cannot move that way; true where it can. */
function canMove(editor: Editor, by: -1 | 1): true | string {
  const needed = needsOneStage(editor)
  const stage = oneStage(editor)
  if (needed !== true || !stage) return needed
  const order = stageIdsInOrder(editor.store.getState().document)
  const to = order.indexOf(stage.id) + by
  if (to < 0) return text('editor', 'alreadyFirst')
  return to < order.length || text('editor', 'alreadyLast')
}

function move(editor: Editor, ui: EditorUi, by: -1 | 1): void {
  const stage = oneStage(editor)
  if (!stage) return
  const order = stageIdsInOrder(editor.store.getState().document)
  const from = order.indexOf(stage.id)
  order.splice(from, 1)
  order.splice(from + by, 0, stage.id)
  runOrSay(editor, ui, { id: 'reorderStages', payload: { stageIds: order, movedStageId: stage.id } })
}

export const moveEarlier = defineAction({
  id: 'moveEarlier',
  label: () => text('editor', 'moveEarlier'),
  icon: 'ArrowUpward',
  shortcuts: ['Alt+ArrowUp'],
  scopes: ['list'],
  group: 'arrange',
  places: ['stage'],
  repeats: true,
  enabled: (editor) => canMove(editor, -1),
  run: (editor, ui) => move(editor, ui, -1),
})

export const moveLater = defineAction({
  id: 'moveLater',
  label: () => text('editor', 'moveLater'),
  icon: 'ArrowDownward',
  shortcuts: ['Alt+ArrowDown'],
  scopes: ['list'],
  group: 'arrange',
  places: ['stage'],
  repeats: true,
  enabled: (editor) => canMove(editor, 1),
  run: (editor, ui) => move(editor, ui, 1),
})

export const moveToPosition = defineAction({
  id: 'moveToPosition',
  label: () => text('editor', 'moveToPosition'),
  icon: 'FormatListNumbered',
  shortcuts: ['O'],
  scopes: ['canvas', 'list'],
  group: 'arrange',
  places: ['stage'],
  enabled: needsOneStage,
  run: (editor, ui) => {
    const stage = oneStage(editor)
    if (stage) ui.open({ name: 'moveToPosition', stageId: stage.id })
  },
})

export const moveMode = defineAction({
  id: 'moveMode',
  label: () => text('editor', 'moveMode'),
  icon: 'OpenWith',
  shortcuts: ['M'],
  scopes: ['canvas'],
  group: 'arrange',
  places: ['stage'],
  enabled: (editor, ui) => (ui.canvas ? needsOneStage(editor) : text('editor', 'onlyOnCanvas')),
  run: (editor, ui) => {
    const stage = oneStage(editor)
    if (stage) ui.canvas?.startMoveMode(stage.id)
  },
})

export const layout = defineAction({
  id: 'layout',
  label: () => text('editor', 'layout'),
  icon: 'AccountTree',
  shortcuts: [],
  scopes: ['canvas'],
  group: 'arrange',
  places: ['canvas'],
  enabled: (editor, ui) =>
    ui.canvas
      ? editableIf(
          editor,
          Object.keys(editor.store.getState().document.stages).length > 1,
          text('editor', 'nothingToLayOut'),
        )
      : text('editor', 'onlyOnCanvas'),
  run: (_, ui) => ui.canvas?.layout(),
})

export const layoutRest = defineAction({
  id: 'layoutRest',
  label: () => text('editor', 'layoutRest'),
  icon: 'AccountTree',
  shortcuts: [],
  scopes: ['canvas'],
  group: 'arrange',
  places: ['canvas'],
  enabled: (editor, ui) => {
    if (!ui.canvas) return text('editor', 'onlyOnCanvas')
    const stages = Object.values(editor.store.getState().document.stages)
    const placed = stages.filter(({ position }) => position.by_hand).length
    if (placed === 0) return text('editor', 'nothingPlaced')
    return editableIf(editor, placed < stages.length, text('editor', 'everythingPlaced'))
  },
  run: (_, ui) => ui.canvas?.layout(true),
})

/** Adding stages and connecting them. */
import type { PayloadOf } from '../../domain/commands/registry.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { say, text } from '../../text/index.ts'
import type { Editor } from '../editor.ts'
import { stageNameOf } from '../rowNames.ts'
import { defineAction, type EditorUi, type NewStage } from './action.ts'
import { editable, editableIf, needsOneStage, oneElement, oneStage, placeForStage } from './target.ts'

export const addStage = defineAction({
  id: 'addStage',
  label: (editor) => {
    const element = oneElement(editor)
    if (element?.kind === 'transition') return text('editor', 'insertStage')
    if (element?.kind !== 'stage') return text('editor', 'addStage')
    return text('editor', 'addStageAfter', {
      name: stageNameOf(editor.store.getState().document, element.id),
    })
  },
  icon: 'Add',
  shortcuts: ['N', 'Mod+Enter'],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['stage', 'transition', 'canvas'],
  enabled: editable,
  run: (editor, ui) => ui.open({ name: 'addStage', ...placeForStage(editor) }),
})

export const addStageAlone = defineAction({
  id: 'addStageAlone',
  label: () => text('editor', 'addStageAlone'),
  icon: 'AddBox',
  shortcuts: ['Shift+N'],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['canvas'],
  enabled: editable,
  run: (editor, ui) => add(editor, ui, { kind: 'open' }),
})

export const addWonStage = defineAction({
  id: 'addWonStage',
  label: () => text('editor', 'addWonStage'),
  icon: 'EmojiEvents',
  shortcuts: [],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['canvas'],
  enabled: editable,
  run: (editor, ui) => add(editor, ui, { kind: 'won' }),
})

export const addLostStage = defineAction({
  id: 'addLostStage',
  label: () => text('editor', 'addLostStage'),
  icon: 'Block',
  shortcuts: [],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['canvas'],
  enabled: editable,
  run: (editor, ui) => add(editor, ui, { kind: 'lost' }),
})

function add(editor: Editor, ui: EditorUi, payload: PayloadOf<'addStage'>): void {
  const result = editor.dispatch('addStage', payload)
  if (!result.ok) {
    ui.announce(say(result.reason))
    return
  }
  const [stage] = result.created
  if (stage) editor.reveal(stage, { focus: true })
}

/**
 * Adds a stage where it belongs best: on the active transition, after the active stage and connected to it, else
 * where one looks. It is selected and takes focus.
 */
export function addNewStage(editor: Editor, ui: EditorUi, stage: NewStage): void {
  const element = oneElement(editor)
  const open = stage.kind === undefined || stage.kind === 'open'
  const { name, changes } = stage
  const content = { ...(name === undefined ? {} : { name }), ...(changes ? { changes } : {}) }
  const result =
    element?.kind === 'transition' && open
      ? editor.dispatch('insertStageOnTransition', { transitionId: element.id, ...content })
      : editor.dispatch('addStage', {
          ...stage,
          ...(element?.kind === 'stage' ? { afterStageId: element.id, connect: true } : {}),
          ...(element === null && ui.canvas ? { position: ui.canvas.centre() } : {}),
        })
  if (!result.ok) {
    ui.announce(say(result.reason))
    return
  }
  const [made] = result.created
  if (!made) return
  editor.select([made])
  editor.reveal(made, { focus: true })
}

const hasOthers = (editor: Editor): boolean => Object.keys(editor.store.getState().document.stages).length > 1

export const connectTo = defineAction({
  id: 'connectTo',
  label: () => text('editor', 'connectTo'),
  icon: 'ArrowForward',
  shortcuts: ['C'],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['stage'],
  enabled: (editor) => {
    const needed = needsOneStage(editor)
    if (needed !== true) return needed
    const stage = oneStage(editor)
    if (stage && stageKind(stage) !== 'open') {
      const name = stageNameOf(editor.store.getState().document, stage.id)
      return text('editor', 'finalStage', { name })
    }
    return editableIf(editor, hasOthers(editor), text('editor', 'nothingToConnect'))
  },
  run: (editor, ui) => {
    const stage = oneStage(editor)
    if (stage) ui.open({ name: 'connectTo', fromStageId: stage.id })
  },
})

export const connectFrom = defineAction({
  id: 'connectFrom',
  label: () => text('editor', 'connectFrom'),
  icon: 'ArrowBack',
  shortcuts: ['Shift+C'],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['stage'],
  enabled: (editor) => {
    const needed = needsOneStage(editor)
    return needed === true
      ? editableIf(editor, hasOthers(editor), text('editor', 'nothingToConnect'))
      : needed
  },
  run: (editor, ui) => {
    const stage = oneStage(editor)
    if (stage) ui.open({ name: 'connectFrom', toStageId: stage.id })
  },
})

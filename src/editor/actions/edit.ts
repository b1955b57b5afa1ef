/** Changing what is selected. */

import type { CommandCall } from '../../domain/commands/registry.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { say, text } from '../../text/index.ts'
import type { Editor } from '../editor.ts'
import { fieldOfProblemHere } from '../problemWalk.ts'
import { stageNameOf } from '../rowNames.ts'
import { defineAction, type EditorUi } from './action.ts'
import { editableIf, needsOneStage, needsStages, oneElement, oneStage, targetStageIds } from './target.ts'

/** Runs a call and says why where it was refused. */
export function runOrSay(editor: Editor, ui: EditorUi, call: CommandCall): boolean {
  const result = editor.run(call)
  if (!result.ok) ui.announce(say(result.reason))
  return result.ok
}

export const openDetails = defineAction({
  id: 'openDetails',
  label: () => text('editor', 'openDetails'),
  icon: 'Tune',
  shortcuts: ['Enter'],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'transition', 'several'],
  enabled: (editor) => oneElement(editor) !== null || text('editor', 'selectSomethingFirst'),
  run: (editor, ui) => {
    const element = oneElement(editor)
    ui.showDetails(element, fieldOfProblemHere(editor, element))
  },
})

export const rename = defineAction({
  id: 'rename',
  label: () => text('editor', 'rename'),
  icon: 'DriveFileRenameOutline',
  shortcuts: ['F2'],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'transition'],
  enabled: (editor) =>
    editableIf(editor, oneElement(editor) !== null, text('editor', 'selectSomethingFirst')),
  run: (editor, ui) => {
    const element = oneElement(editor)
    ui.showDetails(element, element?.kind === 'transition' ? 'transitionName' : 'stageName')
  },
})

export const duplicate = defineAction({
  id: 'duplicate',
  label: () => text('editor', 'duplicate'),
  icon: 'ContentCopy',
  shortcuts: ['Mod+D'],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'several'],
  enabled: needsStages,
  run: (editor, ui) => {
    const result = editor.dispatch('duplicateStages', { stageIds: targetStageIds(editor) })
    if (!result.ok) {
      ui.announce(say(result.reason))
      return
    }
    const stages = result.created.filter((element) => element.kind === 'stage')
    editor.select(stages)
    const [first] = stages
    if (first) editor.reveal(first, { focus: true })
  },
})

export const toggleActive = defineAction({
  id: 'toggleActive',
  label: (editor) => text('editor', anyActive(editor) ? 'deactivate' : 'activate'),
  icon: 'PowerSettingsNew',
  shortcuts: [],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'several'],
  enabled: needsStages,
  run: (editor, ui) => {
    const isActive = !anyActive(editor)
    const changes = Object.fromEntries(targetStageIds(editor).map((id) => [id, { isActive }]))
    const done = runOrSay(editor, ui, { id: 'updateStages', payload: { changes } })
    if (done)
      ui.announce(text('speech', isActive ? 'activated' : 'deactivated', { name: targetWords(editor) }))
  },
})

/** "Proposal", "3 stages". */
function targetWords(editor: Editor): string {
  const ids = targetStageIds(editor)
  const [only] = ids
  return ids.length === 1 && only !== undefined
    ? stageNameOf(editor.store.getState().document, only)
    : text('speech', 'stages', { count: ids.length })
}

const anyActive = (editor: Editor): boolean => {
  const { stages } = editor.store.getState().document
  const ids = targetStageIds(editor)
  return ids.length === 0 || ids.some((id) => stages[id]?.isActive)
}

export const markAsEntry = defineAction({
  id: 'markAsEntry',
  label: () => text('editor', 'markAsEntry'),
  icon: 'Flag',
  shortcuts: [],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage'],
  enabled: (editor) => {
    const stage = oneStage(editor)
    const needed = needsOneStage(editor)
    if (needed !== true || !stage) return needed
    return stageKind(stage) === 'open' || text('editor', 'onlyOpenEntry')
  },
  run: (editor, ui) => {
    const stage = oneStage(editor)
    if (!stage) return
    const payload = { stageId: stage.id, changes: { isEntry: true } }
    if (runOrSay(editor, ui, { id: 'updateStage', payload }))
      ui.announce(text('speech', 'entryMarked', { name: targetWords(editor) }))
  },
})

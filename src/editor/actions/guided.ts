/** What leads through something longer: a stage step by step, templates, the tour. */
import { text } from '../../text/index.ts'
import type { Editor } from '../editor.ts'
import { defineAction } from './action.ts'
import { editable, placeForStage } from './target.ts'

export const stageWizard = defineAction({
  id: 'stageWizard',
  label: () => text('editor', 'stageWizard'),
  icon: 'FormatListNumbered',
  shortcuts: [],
  scopes: ['canvas', 'list'],
  group: 'create',
  places: ['stage', 'transition', 'canvas'],
  enabled: editable,
  run: (editor, ui) => ui.open({ name: 'stageWizard', ...placeForStage(editor) }),
})

export const applyTemplate = defineAction({
  id: 'applyTemplate',
  label: () => text('editor', 'applyTemplate'),
  icon: 'AccountTree',
  shortcuts: [],
  scopes: ['global'],
  group: 'create',
  places: ['canvas'],
  enabled: editable,
  run: (_, ui) => ui.open({ name: 'templates' }),
})

const mayKeep = (editor: Editor): true | string => {
  const { permissions, document } = editor.store.getState()
  if (!permissions.includes('manage_reference_data')) return text('editor', 'mayNotKeepTemplates')
  return Object.keys(document.stages).length > 0 || text('editor', 'nothingToKeep')
}

export const saveAsTemplate = defineAction({
  id: 'saveAsTemplate',
  label: () => text('editor', 'saveAsTemplate'),
  icon: 'FileCopy',
  shortcuts: [],
  scopes: ['global'],
  group: 'create',
  places: ['canvas'],
  enabled: mayKeep,
  run: (_, ui) => ui.open({ name: 'saveAsTemplate' }),
})

export const tour = defineAction({
  id: 'tour',
  label: () => text('editor', 'tour'),
  icon: 'Flag',
  shortcuts: [],
  scopes: ['global'],
  group: 'help',
  places: [],
  enabled: () => true,
  run: (_, ui) => ui.open({ name: 'tour' }),
})

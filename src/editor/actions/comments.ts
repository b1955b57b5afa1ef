/** What people say to each other about the process. */
import { text } from '../../text/index.ts'
import { defineAction } from './action.ts'
import { oneElement } from './target.ts'

export const commentHere = defineAction({
  id: 'commentHere',
  label: () => text('editor', 'commentHere'),
  icon: 'ChatBubble',
  shortcuts: ['K'],
  scopes: ['canvas', 'list'],
  group: 'edit',
  places: ['stage', 'transition'],
  enabled: (editor) => oneElement(editor) !== null || text('editor', 'selectSomethingFirst'),
  run: (editor, ui) => ui.open({ name: 'comments', targetId: oneElement(editor)?.id ?? null }),
})

export const showComments = defineAction({
  id: 'showComments',
  label: () => text('editor', 'showComments'),
  icon: 'Forum',
  shortcuts: [],
  scopes: ['global'],
  group: 'view',
  places: ['canvas'],
  enabled: () => true,
  run: (_, ui) => ui.open({ name: 'comments', targetId: null }),
})

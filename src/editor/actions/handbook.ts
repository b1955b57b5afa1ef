/** The process to print or to hand on. */
import { text } from '../../text/index.ts'
import { defineAction } from './action.ts'

export const makeHandbook = defineAction({
  id: 'makeHandbook',
  label: () => text('editor', 'makeHandbook'),
  icon: 'MenuBook',
  shortcuts: [],
  scopes: ['global'],
  group: 'view',
  places: ['canvas'],
  enabled: () => true,
  run: (_, ui) => ui.open({ name: 'handbook' }),
})

/** Finding what is written in the process. */
import { text } from '../../text/index.ts'
import { defineAction } from './action.ts'

export const searchProcess = defineAction({
  id: 'searchProcess',
  label: () => text('editor', 'searchProcess'),
  icon: 'Search',
  shortcuts: ['Mod+F'],
  scopes: ['global'],
  group: 'navigate',
  places: ['canvas'],
  enabled: () => true,
  run: (_, ui) => ui.open({ name: 'search' }),
})

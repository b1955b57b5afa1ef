/** What helps to follow along; none of it changes the process. */
import { text } from '../../text/index.ts'
import { defineAction } from './action.ts'

export const activityLog = defineAction({
  id: 'activityLog',
  label: () => text('editor', 'activityLog'),
  icon: 'History',
  shortcuts: [],
  scopes: ['global'],
  group: 'help',
  places: ['canvas'],
  enabled: () => true,
  run: (_, ui) => ui.open({ name: 'activityLog' }),
})

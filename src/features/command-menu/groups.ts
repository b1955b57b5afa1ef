import type { ActionGroup } from '../../editor/actions/index.ts'

/** In the order in which help and settings show them. */
export const actionGroups: readonly ActionGroup[] = [
  'navigate',
  'create',
  'edit',
  'select',
  'arrange',
  'clipboard',
  'history',
  'problems',
  'view',
  'help',
]

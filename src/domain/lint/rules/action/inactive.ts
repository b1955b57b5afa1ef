import { actionFindings } from '../../actionSites.ts'
import { defineRule } from '../../rule.ts'

export const inactive = defineRule({
  id: 'action/inactive',
  title: 'Actions are active',
  why: 'An action that is switched off is skipped without a word.',
  check: (context) =>
    actionFindings(context, ({ action, owner }) =>
      action && !action.isActive
        ? `The action “${action.actionName}” of ${owner} is not active, so it will not run. Remove it or activate it.`
        : null,
    ),
})

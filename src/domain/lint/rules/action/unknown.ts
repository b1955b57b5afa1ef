import { actionFindings } from '../../actionSites.ts'
import { referenceIsKnown } from '../../known.ts'
import { defineRule } from '../../rule.ts'
import { sentence } from '../../words.ts'

export const unknown = defineRule({
  id: 'action/unknown',
  title: 'Actions exist',
  why: 'An action that the company does not have is never carried out. Whoever relies on the e-mail or the task waits in vain.',
  *check(context) {
    if (!referenceIsKnown(context)) return
    yield* actionFindings(context, ({ action, name, owner }) =>
      action
        ? null
        : `${sentence(owner)} names the action “${name}”, which does not exist. Remove it or pick another one.`,
    )
  },
})

import type { StageAction } from '../../../process/action.ts'
import { parameterFaults } from '../../../process/actionParameters.ts'
import { isMasked } from '../../../process/masking.ts'
import type { TransitionAction } from '../../../process/transition.ts'
import { actionFindings } from '../../actionSites.ts'
import { defineRule } from '../../rule.ts'

export const invalidParameters = defineRule({
  id: 'action/invalid-parameters',
  title: 'Actions have the parameters they need',
  why: 'An e-mail without a recipient is never sent, and the error shows up only when a deal moves.',
  /** What a transition sets overrides what the company set; together they have to be right. What is hidden is not judged. */
  check: (context) =>
    actionFindings(context, ({ action, own, owner }) => {
      const wrong = action && !isMasked(action.parameters) ? wrongWith(action, own) : null
      return action && wrong !== null
        ? `The action “${action.actionName}” of ${owner} ${wrong}. Correct it or remove the action.`
        : null
    }),
})

/** Rows are immutable, so what was once found of a pair stays true: one action is often named by many stages. */
const cache = new WeakMap<StageAction, WeakMap<object, string | null>>()

function wrongWith(action: StageAction, own: TransitionAction | null): string | null {
  let known = cache.get(action)
  if (!known) {
    known = new WeakMap()
    cache.set(action, known)
  }
  const key = own ?? action
  const had = known.get(key)
  if (had !== undefined) return had
  const parameters = { ...action.parameters, ...own?.parameters }
  const wrong = parameterFaults(action.actionType, parameters)[0]?.words ?? null
  known.set(key, wrong)
  return wrong
}

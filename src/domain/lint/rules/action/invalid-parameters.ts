import { actionParameterSchemas } from '../../../process/action.ts'
import { actionFindings } from '../../actionSites.ts'
import { defineRule } from '../../rule.ts'

export const invalidParameters = defineRule({
  id: 'action/invalid-parameters',
  title: 'Actions have the parameters they need',
  why: 'An e-mail without a recipient is never sent, and the error shows up only when a deal moves.',
  /** What a transition sets overrides what the company set; together they have to be right. */
  check: (context) =>
    actionFindings(context, ({ action, own, owner }) => {
      if (!action) return null
      const parsed = actionParameterSchemas[action.actionType].safeParse({
        ...action.parameters,
        ...own?.parameters,
      })
      const issue = parsed.error?.issues[0]
      if (!issue) return null
      const where = issue.path.length > 0 ? `“${issue.path.join('.')}”` : 'its parameters'
      return `The action “${action.actionName}” of ${owner} has a wrong value at ${where}: ${lowerFirst(issue.message)}. Correct it or remove the action.`
    }),
})

const lowerFirst = (text: string): string =>
  `${text.charAt(0).toLowerCase()}${text.slice(1).replace(/\.$/, '')}`

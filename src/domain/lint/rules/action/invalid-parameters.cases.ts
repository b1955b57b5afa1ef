import { line } from '../../../../../tests/kit/draw.ts'
import { action, reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const mail = action('mail', 'send_email', { parameters: { to: 'owner', subject: 'News' } })
const withOwn = (parameters: Record<string, string>) =>
  line({ move: { 'new > proposal': { actions: [{ action_code: 'MAIL', parameters }] } } })

export const cases: RuleCases = {
  valid: [
    {
      name: 'parameters of the company',
      document: line({ stage: { won: { entryActionIds: ['mail'] } } }),
      reference: reference({ actions: [mail] }),
    },
    {
      name: 'parameters completed by the transition',
      document: withOwn({ subject: 'Hello' }),
      reference: reference({ actions: [{ ...mail, parameters: { to: 'owner' } }] }),
    },
  ],
  invalid: [
    {
      name: 'an e-mail without a subject',
      document: line({ stage: { won: { entryActionIds: ['mail'] } } }),
      reference: reference({ actions: [{ ...mail, parameters: { to: 'owner' } }] }),
      finds: [
        {
          at: 'stage:won.entryActionIds',
          message:
            'The action “Mail” of “Won” lacks the parameter “subject”. Correct it or remove the action.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
    {
      name: 'a parameter that the action does not have',
      document: withOwn({ colour: 'red' }),
      reference: reference({ actions: [mail] }),
      finds: [
        {
          at: 'transition:new > proposal.actions',
          message:
            'The action “Mail” of “New” → “Proposal” has a parameter that it does not know, “colour”. Correct it or remove the action.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
    {
      name: 'an empty recipient',
      document: withOwn({ to: '' }),
      reference: reference({ actions: [mail] }),
      finds: [
        {
          at: 'transition:new > proposal.actions',
          message:
            'The action “Mail” of “New” → “Proposal” has an empty parameter “to”. Correct it or remove the action.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
    {
      name: 'a value of the wrong type',
      document: line({ stage: { won: { entryActionIds: ['task'] } } }),
      reference: reference({
        actions: [action('task', 'create_task', { parameters: { title: 'Call', due_in_days: 'soon' } })],
      }),
      finds: [
        {
          at: 'stage:won.entryActionIds',
          message:
            'The action “Task” of “Won” has a wrong value in the parameter “due_in_days”. Correct it or remove the action.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
  ],
}

import { line } from '../../../../../tests/kit/draw.ts'
import { action, reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    {
      name: 'actions that exist',
      document: line({
        stage: { new: { entryActionIds: ['call'] } },
        move: {
          'new > proposal': { actionIds: ['call'], actions: [{ action_code: 'CALL', parameters: {} }] },
        },
      }),
      reference: reference({ actions: [action('call', 'create_task', { parameters: { title: 'Call' } })] }),
    },
    {
      name: 'nothing known of the actions',
      document: line({ stage: { new: { entryActionIds: ['call'] } } }),
    },
  ],
  invalid: [
    {
      name: 'unknown actions in all four places',
      document: line({
        stage: { new: { entryActionIds: ['gone', 'lost'], exitActionIds: ['toString'] } },
        move: {
          'new > proposal': {
            actionIds: ['gone', 'gone'],
            actions: [{ action_code: 'GONE', parameters: {} }],
          },
        },
      }),
      reference: reference(),
      finds: [
        {
          at: 'stage:new.entryActionIds',
          message: '“New” names the action “gone”, which does not exist. Remove it or pick another one.',
          fixes: ['Remove the action', 'Remove all 2 such actions here (all)'],
        },
        {
          at: 'stage:new.entryActionIds',
          message: '“New” names the action “lost”, which does not exist. Remove it or pick another one.',
          fixes: ['Remove the action', 'Remove all 2 such actions here (all)'],
        },
        {
          at: 'stage:new.exitActionIds',
          message: '“New” names the action “toString”, which does not exist. Remove it or pick another one.',
          fixes: ['Remove the action (all)'],
        },
        {
          at: 'transition:new > proposal.actionIds',
          message:
            '“New” → “Proposal” names the action “gone”, which does not exist. Remove it or pick another one.',
          fixes: ['Remove the action (all)'],
        },
        {
          at: 'transition:new > proposal.actions',
          message:
            '“New” → “Proposal” names the action “GONE”, which does not exist. Remove it or pick another one.',
          fixes: ['Remove the action (all)'],
        },
      ],
    },
  ],
}

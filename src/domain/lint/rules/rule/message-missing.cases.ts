import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    {
      name: 'a message',
      document: line({
        move: { 'new > proposal': { conditions: [check('Amount', { '!!': { var: 'amount' } })] } },
      }),
    },
    {
      name: 'an automatic transition, whose message nobody reads',
      document: line({
        move: {
          'new > proposal': {
            isAutomatic: true,
            conditions: [check('Amount', { '!!': { var: 'amount' } }, '')],
          },
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a blank message on a condition and an exit rule',
      document: line({
        move: { 'new > proposal': { conditions: [check('Amount', { '!!': { var: 'amount' } }, ' ')] } },
        stage: {
          new: { transitionRules: [{ ...check('Talk', { '!!': { var: 'industry' } }, ''), kind: 'exit' }] },
        },
      }),
      finds: [
        {
          at: 'stage:new.transitionRules',
          message:
            'The rule “Talk” of “New” has no message. Say what a person has to do when it does not hold.',
        },
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The rule “Amount” of “New” → “Proposal” has no message. Say what a person has to do when it does not hold.',
        },
      ],
    },
  ],
}

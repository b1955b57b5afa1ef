import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const amount = { var: 'amount' }

export const cases: RuleCases = {
  valid: [
    {
      name: 'a rule that asks for something',
      document: line({ move: { 'new > proposal': { conditions: [check('Amount', { '>': [amount, 5] })] } } }),
    },
  ],
  invalid: [
    {
      name: 'both sides of a value',
      document: line({
        stage: {
          proposal: {
            validationRules: [
              {
                ...check('Amount', { or: [{ '<': [amount, 5] }, { '>=': [amount, 5] }] }),
                severity: 'error',
              },
            ],
          },
        },
      }),
      finds: [
        {
          at: 'stage:proposal.validationRules',
          message:
            'The rule “Amount” of “Proposal” always holds, so it checks nothing. Change the values or remove it.',
        },
      ],
    },
    {
      name: 'a plain yes',
      document: line({ move: { 'new > proposal': { conditions: [check('Yes', true)] } } }),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The rule “Yes” of “New” → “Proposal” always holds, so it checks nothing. Change the values or remove it.',
        },
      ],
    },
  ],
}

import { line } from '../../../../../tests/kit/draw.ts'
import { check, reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const conditions = [check('Amount', { '>': [{ var: 'Ammount' }, 0] })]

export const cases: RuleCases = {
  valid: [
    {
      name: 'a field that exists',
      document: line({
        move: { 'new > proposal': { conditions: [check('Amount', { '>': [{ var: 'amount' }, 0] })] } },
      }),
      reference: reference(),
    },
    { name: 'nothing known of the fields', document: line({ move: { 'new > proposal': { conditions } } }) },
  ],
  invalid: [
    {
      name: 'a slip of the pen',
      document: line({ move: { 'new > proposal': { conditions } } }),
      reference: reference(),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The rule “Amount” of “New” → “Proposal” names the field “Ammount”, which does not exist. Pick another field or remove the rule.',
          fixes: ['Use “amount”', 'Remove the rule (all)'],
        },
      ],
    },
    {
      name: 'two fields of which nothing is near, in check and condition',
      document: line({
        stage: {
          proposal: {
            validationRules: [
              {
                ...check('Odd', { '!!': { var: 'toString' } }),
                when: { '==': [{ var: ['wheels', 0] }, 4] },
                severity: 'error',
              },
            ],
          },
        },
      }),
      reference: reference(),
      finds: [
        {
          at: 'stage:proposal.validationRules',
          message:
            'The rule “Odd” of “Proposal” names the field “toString”, which does not exist. Pick another field or remove the rule.',
          fixes: ['Remove the rule (all)'],
        },
        {
          at: 'stage:proposal.validationRules',
          message:
            'The rule “Odd” of “Proposal” names the field “wheels”, which does not exist. Pick another field or remove the rule.',
          fixes: ['Remove the rule (all)'],
        },
      ],
    },
    {
      name: 'every field, where the company has none',
      document: line({ move: { 'new > proposal': { conditions } } }),
      reference: reference({ fields: [] }),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The rule “Amount” of “New” → “Proposal” names the field “Ammount”, which does not exist. Pick another field or remove the rule.',
          fixes: ['Remove the rule (all)'],
        },
      ],
    },
  ],
}

import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

export const cases: RuleCases = {
  valid: [
    { name: 'no rules', document: line() },
    {
      name: 'a rule that parses',
      document: line({
        stage: {
          proposal: {
            transitionRules: [{ ...check('Budget', { '!!': { var: 'budget_confirmed' } }), kind: 'entry' }],
          },
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'an unknown operator and a broken condition of a rule',
      document: line({
        stage: {
          proposal: {
            validationRules: [
              { ...check('Script', { eval: ['1'] }), severity: 'error' },
              { ...check('Fine', { '>': [{ var: 'amount' }, 0] }), severity: 'error' },
              { ...check('Half', { '>': [{ var: 'amount' }, 0] }), when: { '==': [1] }, severity: 'warning' },
            ],
          },
        },
      }),
      finds: [
        {
          at: 'stage:proposal.validationRules',
          message:
            'The rule “Script” of “Proposal” cannot be read. Unknown operator “eval”. Use one of: var and or ! !! == != < <= > >= in starts_with ends_with matches between relative_date some all none + - * /.',
          fixes: ['Remove the rule', 'Remove all 2 such rules here (all)'],
        },
        {
          at: 'stage:proposal.validationRules',
          message: 'The rule “Half” of “Proposal” cannot be read. “==” needs 2 values, but has 1.',
          fixes: ['Remove the rule', 'Remove all 2 such rules here (all)'],
        },
      ],
    },
    {
      name: 'an empty condition of a transition',
      document: line({ move: { 'new > proposal': { conditions: [{ ...check('', {}), id: 'c1' }] } } }),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'An unnamed rule of “New” → “Proposal” cannot be read. A condition is empty. Choose a field, an operator and a value.',
          fixes: ['Remove the rule (all)'],
        },
      ],
    },
  ],
}

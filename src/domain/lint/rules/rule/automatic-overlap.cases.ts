import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const when = (logic: Parameters<typeof check>[1], priority = 0) => ({
  isAutomatic: true,
  priority,
  conditions: [check('When', logic)],
})
const amount = { var: 'amount' }

export const cases: RuleCases = {
  valid: [
    {
      name: 'one automatic transition',
      document: line({ move: { 'new > proposal': when({ '>': [amount, 5] }) } }),
    },
    {
      name: 'different priorities',
      document: line({
        add: ['new > closing'],
        move: {
          'new > proposal': when({ '>': [amount, 5] }),
          'new > closing': when({ '>': [amount, 9] }, 1),
        },
      }),
    },
    {
      name: 'conditions that exclude each other',
      document: line({
        add: ['new > closing'],
        move: { 'new > proposal': when({ '<': [amount, 5] }), 'new > closing': when({ '>=': [amount, 5] }) },
      }),
    },
    {
      name: 'different days',
      document: line({
        add: ['new > closing'],
        move: {
          'new > proposal': { isAutomatic: true, afterDays: 10 },
          'new > closing': { isAutomatic: true, afterDays: 20 },
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'conditions that can hold together',
      document: line({
        add: ['new > closing'],
        move: { 'new > closing': when({ '>': [amount, 9] }), 'new > proposal': when({ '>': [amount, 5] }) },
      }),
      finds: [
        {
          at: 'transition:new > proposal.priority',
          message:
            '“New” → “Proposal” and “New” → “Closing” can both fire in “New” with priority 0. Give them different priorities.',
          fixes: ['Try “New” → “Closing” first (all)'],
        },
      ],
    },
    {
      name: 'a global one beside those of several stages, each pair once',
      document: line({
        move: {
          '* > lost': { isAutomatic: true, afterDays: 90 },
          'new > proposal': when({ '!!': amount }),
          'closing > won': when({ '!!': amount }, 1),
        },
      }),
      finds: [
        {
          at: 'transition:new > proposal.priority',
          message:
            '“New” → “Proposal” and any open stage → “Lost” can both fire in “New” with priority 0. Give them different priorities.',
          fixes: ['Try any open stage → “Lost” first (all)'],
        },
      ],
    },
  ],
}

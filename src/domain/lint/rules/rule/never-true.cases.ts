import { line } from '../../../../../tests/kit/draw.ts'
import { check } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const amount = { var: 'amount' }

export const cases: RuleCases = {
  valid: [
    {
      name: 'a range',
      document: line({
        move: {
          'new > proposal': {
            conditions: [check('Range', { and: [{ '>': [amount, 5] }, { '<': [amount, 10] }] })],
          },
        },
      }),
    },
    {
      name: 'a rule that does not parse, which has a rule of its own',
      document: line({
        move: { 'new > proposal': { conditions: [check('Broken', { and: [false, { eval: [] }] })] } },
      }),
    },
    {
      name: 'an entry and an exit rule that exclude each other',
      document: line({
        stage: {
          proposal: {
            transitionRules: [
              { ...check('In', { '<': [amount, 5] }), kind: 'entry' },
              { ...check('Out', { '>': [amount, 5] }), kind: 'exit' },
            ],
          },
        },
      }),
    },
  ],
  invalid: [
    {
      name: 'a rule that excludes itself',
      document: line({
        move: {
          'new > proposal': {
            conditions: [check('Range', { and: [{ '<': [amount, 5] }, { '>': [amount, 10] }] })],
          },
        },
      }),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The rule “Range” of “New” → “Proposal” can never hold: what it asks for excludes itself. Change the values.',
        },
      ],
    },
    {
      name: 'a condition of a rule that excludes itself',
      document: line({
        stage: {
          proposal: {
            validationRules: [
              { ...check('Odd', { '>': [amount, 0] }), when: { in: [amount, []] }, severity: 'error' },
            ],
          },
        },
      }),
      finds: [
        {
          at: 'stage:proposal.validationRules',
          message:
            'The rule “Odd” of “Proposal” never applies: its condition excludes itself. Change the values.',
        },
      ],
    },
    {
      name: 'two conditions that exclude each other',
      document: line({
        move: {
          'new > proposal': {
            conditions: [check('Small', { '<': [amount, 5] }), check('Big', { '>': [amount, 10] })],
          },
        },
      }),
      finds: [
        {
          at: 'transition:new > proposal.conditions',
          message:
            'The conditions of “New” → “Proposal” exclude each other, so they can never all hold. Change the values.',
        },
      ],
    },
    {
      name: 'two entry rules that exclude each other',
      document: line({
        stage: {
          proposal: {
            transitionRules: [
              { ...check('A', { '==': [amount, 1] }), kind: 'entry' },
              { ...check('B', { '==': [amount, 2] }), kind: 'entry' },
            ],
          },
        },
      }),
      finds: [
        {
          at: 'stage:proposal.transitionRules',
          message:
            'The entry rules of “Proposal” exclude each other, so they can never all hold. Change the values.',
        },
      ],
    },
  ],
}

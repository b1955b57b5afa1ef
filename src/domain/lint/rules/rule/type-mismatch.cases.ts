import { line } from '../../../../../tests/kit/draw.ts'
import { check, reference } from '../../../../../tests/kit/referenceData.ts'
import type { RuleCases } from '../../../../../tests/kit/verifyRule.ts'

const conditions = (...logic: Parameters<typeof check>[1][]) => ({
  move: { 'new > proposal': { conditions: logic.map((part, index) => check(`R${index + 1}`, part)) } },
})
const says = (what: string, name = 'R1', fixes = ['Remove the rule (all)']) => ({
  at: 'transition:new > proposal.conditions',
  message: `In the rule “${name}” of “New” → “Proposal” ${what}. Correct the comparison or remove the rule.`,
  fixes,
})
const one = (
  name: string,
  logic: Parameters<typeof check>[1],
  what: string,
): RuleCases['invalid'][number] => ({
  name,
  document: line(conditions(logic)),
  reference: reference(),
  finds: [says(what)],
})

export const cases: RuleCases = {
  valid: [
    {
      name: 'like with like',
      document: line(
        conditions(
          { '>=': [{ var: 'amount' }, { '*': [{ var: 'seats' }, 2] }] },
          { between: [{ var: 'close_date' }, '2026-01-31', { relative_date: 30 }] },
          { '==': [{ var: 'budget_confirmed' }, true] },
          { '!=': [{ var: 'industry' }, ''] },
          { '==': [{ var: 'close_date' }, null] },
          { in: [{ var: 'region' }, ['EU', 'US']] },
          { in: ['core', { var: 'products' }] },
          { some: [{ var: 'products' }, { '==': [{ var: '' }, 'support'] }] },
          { starts_with: [{ var: 'industry' }, 'Auto'] },
          { '<': [{ var: 'close_date' }, '2028-02-29T10:00:00Z'] },
        ),
      ),
      reference: reference(),
    },
    { name: 'nothing known of the fields', document: line(conditions({ '>': [{ var: 'industry' }, 3] })) },
  ],
  invalid: [
    one(
      'a number and a word',
      { '==': [{ var: 'amount' }, 'high'] },
      '“Amount” is a number, but “high” is text',
    ),
    one(
      'a size of text',
      { '>': [{ var: 'industry' }, 'A'] },
      '“Industry” is text, but only numbers and dates can be compared by size',
    ),
    one(
      'a day that does not exist',
      { '<': [{ var: 'close_date' }, '2026-02-30'] },
      '“Close date” is a date, but “2026-02-30” is not a date such as 2026-01-31',
    ),
    one(
      'a date and a number',
      { '<': [{ var: 'close_date' }, 30] },
      '“Close date” is a date, but 30 is a number',
    ),
    one(
      'an option that does not exist',
      { '==': ['APAC', { var: 'region' }] },
      '“Region” has no option “APAC”',
    ),
    one(
      'such an option in a list',
      { in: [{ var: 'region' }, ['EU', 'APAC']] },
      '“Region” has no option “APAC”',
    ),
    one(
      'such an option of an item',
      { none: [{ var: 'products' }, { '==': [{ var: '' }, 'gold'] }] },
      '“Products” has no option “gold”',
    ),
    one(
      'a list in a list',
      { in: [{ var: 'products' }, ['core']] },
      '“Products” is a list, so use “some” or “all” to look into it',
    ),
    one(
      'something in a number',
      { in: ['1', { var: 'seats' }] },
      '“Seats” is a number, so nothing can be in it',
    ),
    one(
      'a number in text',
      { in: [{ var: 'seats' }, { var: 'industry' }] },
      '“Seats” is a number and cannot be in “Industry”',
    ),
    one(
      'arithmetic with text',
      { '>': [{ '+': [{ var: 'industry' }, 1] }, 1] },
      '“Industry” is text, but a number is needed',
    ),
    one(
      'the items of a word',
      { some: [{ var: 'industry' }, true] },
      '“Industry” is text, but a list is needed',
    ),
    {
      name: 'two rules of one list',
      document: line(
        conditions({ '==': [{ var: 'budget_confirmed' }, 'yes'] }, { '>': [{ var: 'amount' }, null] }),
      ),
      reference: reference(),
      finds: [
        says('“Budget confirmed” is yes or no, but “yes” is text', 'R1', [
          'Remove the rule',
          'Remove all 2 such rules here (all)',
        ]),
        says('null is nothing, but only numbers and dates can be compared by size', 'R2', [
          'Remove the rule',
          'Remove all 2 such rules here (all)',
        ]),
      ],
    },
  ],
}

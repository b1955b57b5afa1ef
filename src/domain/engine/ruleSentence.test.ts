import { expect, it } from 'vitest'
import type { Logic } from '../process/rule.ts'
import { ruleSentence } from './ruleSentence.ts'

const fields = {
  amount: { label: 'Amount', type: 'currency' },
  budget_confirmed: { label: 'Budget confirmed', type: 'boolean' },
  close_date: { label: 'Close date', type: 'date' },
  source: { label: 'Lead source', type: 'select' },
  risks: { label: 'Risks', type: 'multiselect' },
  list_price: { label: 'List price', type: 'currency' },
} as const
const v = (key: string) => ({ var: key })

it.each<[string, Logic]>([
  [
    'Amount is at least 10,000 and Budget confirmed is yes',
    { and: [{ '>=': [v('amount'), 10_000] }, { '==': [v('budget_confirmed'), true] }] },
  ],
  ['Amount is filled in', { '!!': [v('amount')] }],
  ['Amount is empty', { '!': [v('amount')] }],
  ['Budget confirmed is no', { '!': [{ '!!': [v('budget_confirmed')] }] }],
  ['Close date is on or before 30 days from today', { '<=': [v('close_date'), { relative_date: 30 }] }],
  ['Close date is after today', { '>': [v('close_date'), { relative_date: 0 }] }],
  ['Close date is on or after 1 day ago', { '!': [{ '<': [v('close_date'), { relative_date: -1 }] }] }],
  ['Close date is before March 31, 2026', { '<': [v('close_date'), '2026-03-31'] }],
  ['Lead source is one of “Inbound”, “Event”', { in: [v('source'), ['Inbound', 'Event']] }],
  ['Lead source is not “Inbound”', { '!': [{ in: [v('source'), ['Inbound']] }] }],
  ['Risks includes “Budget cut”', { in: ['Budget cut', v('risks')] }],
  ['at least one of Risks is “Budget cut”', { some: [v('risks'), { '==': [{ var: '' }, 'Budget cut'] }] }],
  ['Amount is between 1 and 5', { between: [v('amount'), 1, 5] }],
  ['Amount is more than 1 and less than 5', { '<': [1, v('amount'), 5] }],
  ['Amount is at most (Amount × 2) + 1', { '<=': [v('amount'), { '+': [{ '*': [v('amount'), 2] }, 1] }] }],
  [
    'Amount is empty and (Lead source is “Event” or unknown_key is 1)',
    {
      and: [
        { '!': [v('amount')] },
        { or: [{ '==': [v('source'), 'Event'] }, { '==': [v('unknown_key'), 1] }] },
      ],
    },
  ],
  [
    'not (Amount is 1 or Amount is 2)',
    { '!': [{ or: [{ '==': [v('amount'), 1] }, { '==': [v('amount'), 2] }] }] },
  ],
  [
    'Close date is in the next 30 days',
    { between: [v('close_date'), { relative_date: 0 }, { relative_date: 30 }] },
  ],
  [
    'Close date is in the last day',
    { between: [v('close_date'), { relative_date: -1 }, { relative_date: 0 }] },
  ],
  [
    'Close date is not in the last 14 days',
    { '!': [{ between: [v('close_date'), { relative_date: -14 }, { relative_date: [0] }] }] },
  ],
  [
    'Close date is between 7 days ago and 7 days from today',
    { between: [v('close_date'), { relative_date: -7 }, { relative_date: 7 }] },
  ],
  ['Close date is before today', { '<': [v('close_date'), { relative_date: 0 }] }],
  ['Risks includes any of “A”, “B”', { some: [v('risks'), { in: [{ var: '' }, ['A', 'B']] }] }],
  ['Risks includes none of “A”, “B”', { none: [v('risks'), { in: [{ var: '' }, ['A', 'B']] }] }],
  ['Risks includes only “A”', { all: [v('risks'), { in: [{ var: '' }, ['A']] }] }],
  ['Risks does not include “A”', { none: [v('risks'), { in: [{ var: '' }, ['A']] }] }],
  ['Risks does not include “A”', { '!': [{ some: [v('risks'), { in: [{ var: '' }, ['A']] }] }] }],
  ['Amount is more than List price', { '>': [v('amount'), v('list_price')] }],
  ['always', true],
  ['something that cannot be read', { eval: ['x'] }],
])('reads “%s”', (sentence, logic) => {
  expect(ruleSentence(logic, fields)).toBe(sentence)
})

it('gives up on a rule without end, not on the page', () => {
  let deep: Logic = { '!!': [v('amount')] }
  for (let level = 0; level < 20_000; level += 1) deep = { and: [deep, true] }
  expect(ruleSentence(deep, fields)).toContain('something that cannot be read')
})

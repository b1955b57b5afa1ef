import { expect, it } from 'vitest'
import { nearestKey } from './nearestKey.ts'

const known = ['amount', 'close_date', 'budget', 'budgets', 'region']

it.each([
  ['Close Date', 'close_date'],
  ['closeDate', 'close_date'],
  ['ammount', 'amount'],
  ['regoin', 'region'],
  ['wheels', null],
  ['', null],
  // Both are one letter away: a guess would be wrong half the time.
  ['budgetz', null],
])('for “%s” it is %s', (wanted, near) => {
  expect(nearestKey(wanted, known)).toBe(near)
})

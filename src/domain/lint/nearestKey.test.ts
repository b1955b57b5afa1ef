import { expect, it } from 'vitest'
import { byNearness, nearestKey } from './nearestKey.ts'

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

it('sorts all by nearness, however far', () => {
  expect(byNearness('amnt', known)[0]).toBe('amount')
  expect(byNearness('closing date', known)[0]).toBe('close_date')
  expect(byNearness('x', known)).toHaveLength(known.length)
})

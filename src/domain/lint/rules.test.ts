/** Every rule against the table of cases that stands beside it. */
import { expect, it } from 'vitest'
import { type RuleCases, verify } from '../../../tests/kit/verifyRule.ts'
import { allRules } from './registry.ts'

const tables = import.meta.glob<{ cases: RuleCases }>('./rules/**/*.cases.ts', { eager: true })
const pathOf = (id: string): string => `./rules/${id}.cases.ts`

it('has a table for every rule and a rule for every table', () => {
  expect(Object.keys(tables).sort()).toEqual(allRules.map((rule) => pathOf(rule.id)).sort())
})

for (const rule of allRules) {
  const table = tables[pathOf(rule.id)]
  if (table) verify(rule, table.cases)
}

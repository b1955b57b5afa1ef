import { expect, it } from 'vitest'
import { inWords } from './approverInWords.ts'

it.each([
  ['sales_director', 'sales director'],
  ['manager_of_owner', 'the owner’s manager'],
  ['delegate', 'a delegate'],
  ['ada_b@acme.example', 'ada_b@acme.example'],
])('calls %s in a sentence so: %s', (approver, words) => {
  expect(inWords(approver)).toBe(words)
})

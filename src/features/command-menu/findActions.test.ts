import { expect, it } from 'vitest'
import { findByWords } from './findActions.ts'

const labels = ['Add stage…', 'Undo: Add “Proposal”', 'Connect to…', 'Lay out automatically']
const find = (typed: string) => findByWords(labels, typed, (label) => label)

it.each([
  ['', labels],
  ['add', ['Add stage…', 'Undo: Add “Proposal”']],
  ['stage add', ['Add stage…']],
  ['OUT', ['Lay out automatically']],
  ['nothing', []],
])('finds by the words “%s”', (typed, found) => {
  expect(find(typed)).toEqual(found)
})

import { expect, it } from 'vitest'
import { ranked } from './ranked.ts'

const names = ['Add stage…', 'Go to stage…', 'Lay out automatically', 'Zoom to fit', 'Duplicate', 'Über uns']
const find = (typed: string) => ranked(names, typed, (name) => name)

it('finds by words in any order, by their starts, and letter by letter', () => {
  expect(find('stage add')).toEqual(['Add stage…'])
  expect(find('dupl')).toEqual(['Duplicate'])
  expect(find('dplc')).toEqual(['Duplicate'])
  expect(find('autmtic')).toEqual(['Lay out automatically'])
  expect(find('uber')).toEqual(['Über uns'])
})

it('puts what begins with the words first and keeps the order of what stands alike', () => {
  expect(find('stage')).toEqual(['Add stage…', 'Go to stage…'])
  expect(find('zo')).toEqual(['Zoom to fit'])
  expect(find('')).toEqual(names)
})

it('finds nothing for what is not there', () => {
  expect(find('stage coffee')).toEqual([])
})

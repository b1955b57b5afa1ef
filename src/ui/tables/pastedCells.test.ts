import { describe, expect, it } from 'vitest'
import { hasHeader, mappingOf, recordsOf } from './pastedCells.ts'

const fields = [
  { id: 'name', label: 'Stage', aliases: ['Stage name'] },
  { id: 'code', label: 'Code' },
  { id: 'probability', label: 'Probability', aliases: ['Win %'] },
]

describe('pasted columns', () => {
  it('are known by their names, whatever their signs and case', () => {
    const sheet = [
      ['STAGE_NAME', 'Win %', 'Owner'],
      ['Demo', '40', 'Ann'],
    ]
    expect(hasHeader(sheet, fields)).toBe(true)
    const mapping = mappingOf(sheet, fields, { header: true, start: null })
    expect(mapping).toEqual(['name', 'probability', ''])
    expect(recordsOf(sheet, { header: true, mapping })).toEqual([{ name: 'Demo', probability: '40' }])
  })

  it('without names stand from where they are pasted on', () => {
    const sheet = [
      ['DEMO', '40', 'too far'],
      ['OFFER', '60', ''],
    ]
    expect(hasHeader(sheet, fields)).toBe(false)
    expect(mappingOf(sheet, fields, { header: false, start: 'code' })).toEqual(['code', 'probability', ''])
  })

  it('never fill one field twice', () => {
    const sheet = [
      ['Stage', 'Stage name'],
      ['a', 'b'],
    ]
    expect(mappingOf(sheet, fields, { header: true, start: null })).toEqual(['name', ''])
  })

  it('of a single row are values', () => {
    expect(hasHeader([['Code', 'Stage']], fields)).toBe(false)
  })
})

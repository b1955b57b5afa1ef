import { describe, expect, it } from 'vitest'
import { readSheet, writeSheet } from './sheet.ts'

describe('cells on the clipboard', () => {
  it('are read by tab and line, with quotes around what holds either', () => {
    expect(readSheet('Name\tProbability\r\n"Say ""hello"""\t20\r\n"two\nlines"\t30\r\n')).toEqual([
      ['Name', 'Probability'],
      ['Say "hello"', '20'],
      ['two\nlines', '30'],
    ])
  })

  it('are read as CSV where every line has the same separator', () => {
    expect(readSheet('Name;Days\nDemo;3,5')).toEqual([
      ['Name', 'Days'],
      ['Demo', '3,5'],
    ])
    expect(readSheet('Name,Days\n"Demo, on site",3')).toEqual([
      ['Name', 'Days'],
      ['Demo, on site', '3'],
    ])
  })

  it('fill short rows, and a sentence with a comma is one cell', () => {
    expect(readSheet('a\tb\nc')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ])
    expect(readSheet('Discovery, then demo')).toEqual([['Discovery, then demo']])
    expect(readSheet('')).toEqual([])
  })

  it('come back as they were written, and never as a formula', () => {
    const rows = [
      ['Name', 'Note'],
      ['a "b"', 'c\td\ne'],
    ]
    expect(readSheet(writeSheet(rows))).toEqual(rows)
    expect(writeSheet([['=1+1', '@me']])).toBe("'=1+1\t'@me")
  })
})

import { expect, it } from 'vitest'
import { partsOf } from './useRowWindow.ts'

const view = { from: 10, to: 13, rowHeight: 40 }

it('leaves gaps as high as the rows that are not there', () => {
  expect(partsOf(100, view, -1)).toEqual([{ at: 0, height: 400 }, 10, 11, 12, { at: 13, height: 87 * 40 }])
})

it('keeps the row that has focus, above or below what is in view', () => {
  expect(partsOf(100, view, 4)).toEqual([
    { at: 0, height: 160 },
    4,
    { at: 5, height: 200 },
    10,
    11,
    12,
    { at: 13, height: 87 * 40 },
  ])
  expect(partsOf(100, view, 99).slice(-2)).toEqual([{ at: 13, height: 86 * 40 }, 99])
})

it('shows the end of a list that became shorter than where one was', () => {
  expect(partsOf(20, { from: 80, to: 120, rowHeight: 40 }, -1).at(-1)).toBe(19)
})

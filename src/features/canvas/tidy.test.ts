import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { isLoose, levelled, withLoose } from './tidy.ts'

describe('tidying a layout', () => {
  it('levels rows, but leaves cards above each other alone', () => {
    expect(
      levelled({ a: { x: 0, y: 0 }, b: { x: 310, y: 20 }, c: { x: 620, y: 20 }, d: { x: 0, y: 300 } }),
    ).toEqual({
      a: { x: 0, y: 20 },
      b: { x: 310, y: 20 },
      c: { x: 620, y: 20 },
      d: { x: 0, y: 300 },
    })
    const column = { a: { x: 0, y: 0 }, b: { x: 0, y: 60 } }
    expect(levelled(column)).toEqual(column)
  })

  it('puts a stage without arrows under the won stage, in the next free place', () => {
    const { document } = standard()
    expect(isLoose(document, 'Lost')).toBe(true)
    expect(isLoose(document, 'Won')).toBe(false)
    const places = {
      Qualification: { x: 0, y: 0 },
      Proposal: { x: 310, y: 0 },
      Negotiation: { x: 620, y: 150 },
      Won: { x: 620, y: 0 },
    }
    expect(withLoose(document, places).Lost).toEqual({ x: 620, y: 300 })
  })

  it('lays out stages of which none has an arrow', () => {
    const { document } = standard()
    const bare = { ...document, transitions: {} }
    const ys = Object.values(withLoose(bare, {})).map(({ y }) => y)
    expect(new Set(ys).size).toBe(5)
  })
})

import { describe, expect, it } from 'vitest'
import { standard } from '../../../tests/kit/builders.ts'
import { cardBox, touches } from './geometry.ts'
import { aroundPlaced, isLoose, levelled, withLoose } from './tidy.ts'

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

  it('arranges only what nobody placed, beside what somebody did, over no other card', () => {
    const { document } = standard()
      .stage('Proposal', 50, { stageOrder: 2, position: { x: 1000, y: 500, by_hand: true } })
      .stage('Won', { won: true, stageOrder: 4, position: { x: 1000, y: 1000, by_hand: true } })
    const laid = Object.fromEntries(
      ['Qualification', 'Proposal', 'Negotiation', 'Won', 'Lost'].map((id, index) => [
        id,
        { x: 310 * index, y: 0 },
      ]),
    )
    const places = aroundPlaced(document, laid)
    expect(Object.keys(places).sort()).toEqual(['Lost', 'Negotiation', 'Qualification'])
    expect(places.Qualification).toEqual({ x: 380, y: 750 })
    const kept = [document.stages.Proposal, document.stages.Won].flatMap((stage) => stage?.position ?? [])
    for (const place of Object.values(places))
      for (const other of kept) expect(touches(cardBox(place), cardBox(other))).toBe(false)
    expect(
      aroundPlaced(document, { ...laid, Negotiation: { x: 310, y: -150 } }).Negotiation?.y,
    ).toBeGreaterThan(500)
  })
})

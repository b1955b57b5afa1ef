import { describe, expect, it } from 'vitest'
import { cardBox, cardHeight, cardWidth } from './geometry.ts'
import { snap } from './snapping.ts'

const others = [cardBox({ x: 0, y: 0 }), cardBox({ x: 310, y: 0 })]
const at = (x: number, y: number) => snap(cardBox({ x, y }), others, 6)

describe('a dragged card', () => {
  it('comes onto the line of another one, which is shown', () => {
    const { by, guides } = at(304, 200)
    expect(by).toEqual({ x: 6, y: 0 })
    expect(guides).toEqual([
      { axis: 'x', at: 310 + cardWidth / 2, from: 0, to: 200 + cardHeight, isGap: false },
    ])
  })

  it('keeps the gap of those before it', () => {
    const { by, guides } = at(623, 4)
    expect(by).toEqual({ x: -3, y: -4 })
    expect(guides.filter(({ isGap }) => isGap).map(({ from, to }) => [from, to])).toEqual([
      [200, 310],
      [510, 620],
    ])
  })

  it('comes to the middle between two', () => {
    const { by, guides } = snap(
      cardBox({ x: 404, y: 2 }),
      [cardBox({ x: 0, y: 0 }), cardBox({ x: 800, y: 0 })],
      6,
    )
    expect(by).toEqual({ x: -4, y: -2 })
    expect(guides.filter(({ isGap }) => isGap)).toHaveLength(2)
  })

  it('lies on the grid where nothing is near', () => {
    const { by, guides } = at(1003, 507)
    expect(by).toEqual({ x: -3, y: 3 })
    expect(guides).toEqual([])
  })
})

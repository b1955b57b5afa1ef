import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth, firstView, nameSizeAt, shiftInto, smallSizeAt, snapped } from './geometry.ts'

describe('moving the view', () => {
  const frame = { left: 0, top: 0, right: 1000, bottom: 600 }

  it('stays where everything is seen, and moves by as little as is needed', () => {
    expect(shiftInto({ left: 10, top: 10, right: 200, bottom: 100 }, frame)).toEqual({ x: 0, y: 0 })
    expect(shiftInto({ left: 950, top: -20, right: 1150, bottom: 70 }, frame)).toEqual({ x: -150, y: 20 })
  })

  it('snaps to the grid', () => {
    expect(snapped({ x: 14, y: -6 })).toEqual({ x: 10, y: -10 })
  })
})

describe('the first view', () => {
  const frame = { width: 1000, height: 600 }
  const row = (count: number) => Array.from({ length: count }, (_, index) => ({ x: index * 310, y: 0 }))

  it('shows the whole where it can be read', () => {
    const { x, zoom } = firstView(row(4), { x: 0, y: 0 }, frame)
    expect(zoom).toBeGreaterThan(0.6)
    expect(x).toBeGreaterThan(0)
    expect(x + (3 * 310 + cardWidth) * zoom).toBeLessThan(frame.width)
  })

  it('shows the start where the whole would be too small', () => {
    const { x, zoom } = firstView(row(40), { x: 310, y: 0 }, frame)
    expect(zoom).toBe(0.8)
    expect(x + 310 * zoom).toBeGreaterThan(0)
    expect(x + 310 * zoom).toBeLessThan(100)
  })

  it('shows the start of nine stages in a row, of which only names could be read at once', () => {
    expect(firstView(row(9), { x: 0, y: 0 }, frame).zoom).toBe(0.8)
    expect(firstView(row(9), { x: 0, y: 0 }, { width: 1900, height: 600 }).zoom).toBeGreaterThan(0.6)
  })

  it('never enlarges', () => {
    expect(firstView(row(1), { x: 0, y: 0 }, frame).zoom).toBe(1)
  })
})

describe('the name on a card', () => {
  it('is never drawn below 12 px, at any zoom at which a card has room for it', () => {
    for (let zoom = 0.3; zoom <= 3; zoom += 0.01) {
      expect(nameSizeAt(zoom) * zoom).toBeGreaterThanOrEqual(12)
      expect(nameSizeAt(zoom) * 1.1 * 2).toBeLessThan(cardHeight)
      expect(smallSizeAt(zoom) * zoom).toBeGreaterThanOrEqual(12)
    }
  })

  it('is as large as the rest of the card allows while that is shown', () => {
    expect(nameSizeAt(1)).toBe(14)
    expect(nameSizeAt(0.6)).toBe(20)
  })
})

import { describe, expect, it } from 'vitest'
import { cardWidth, firstView, shiftInto, snapped } from './geometry.ts'

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
    expect(zoom).toBeGreaterThan(0.45)
    expect(x).toBeGreaterThan(0)
    expect(x + (3 * 310 + cardWidth) * zoom).toBeLessThan(frame.width)
  })

  it('shows the start where the whole would be too small', () => {
    const { x, zoom } = firstView(row(40), { x: 310, y: 0 }, frame)
    expect(zoom).toBe(0.8)
    expect(x + 310 * zoom).toBeGreaterThan(0)
    expect(x + 310 * zoom).toBeLessThan(100)
  })

  it('shows the whole of nine stages in a row beside palette and details, where only names are read', () => {
    const { zoom } = firstView(row(9), { x: 0, y: 0 }, frame)
    expect(zoom).toBeGreaterThan(0.32)
    expect(zoom).toBeLessThan(0.4)
  })

  it('never enlarges', () => {
    expect(firstView(row(1), { x: 0, y: 0 }, frame).zoom).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth, routeBetween, shiftInto, snapped } from './geometry.ts'

describe('ways between cards', () => {
  const a = { x: 0, y: 0 }

  it('goes straight on to the next stage, from right to left', () => {
    const route = routeBetween(a, { x: 260, y: 0 })
    expect(route.start).toEqual({ x: cardWidth, y: cardHeight / 2 })
    expect(route.end).toEqual({ x: 260, y: cardHeight / 2 })
    expect(route.label).toEqual({ x: (cardWidth + 260) / 2, y: cardHeight / 2 })
  })

  it('passes over the stages it skips, and under them on the way back', () => {
    expect(routeBetween(a, { x: 780, y: 0 }).label.y).toBeLessThan(-20)
    expect(routeBetween({ x: 780, y: 0 }, a).label.y).toBeGreaterThan(cardHeight + 20)
  })

  it('sets parallel transitions apart', () => {
    const labels = [0, 1, -1].map((lane) => routeBetween(a, { x: 260, y: 0 }, lane).label.y)
    expect(new Set(labels).size).toBe(3)
  })

  it('draws a stage that leads to itself beside the card', () => {
    const { label } = routeBetween(a, a)
    expect(label.x > cardWidth / 2 && label.y < cardHeight / 2).toBe(true)
  })

  it('has no gap in any direction', () => {
    for (let x = -900; x <= 900; x += 130)
      for (let y = -600; y <= 600; y += 90) expect(routeBetween(a, { x, y }).path).not.toMatch(/NaN|Infinity/)
  })
})

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

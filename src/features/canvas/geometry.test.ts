import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth, firstView, routeBetween, shiftInto, snapped } from './geometry.ts'

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

  it('goes down and then along the lower row where it changes rows', () => {
    expect(routeBetween(a, { x: 930, y: 300 }).path).toMatch(/^M\S+ L\S+ Q\S+ \S+ L\S+$/)
    expect(routeBetween(a, { x: 930, y: 300 }).end).toEqual({ x: 930, y: 300 + cardHeight / 2 })
  })

  it('keeps to the free space between two rows on the way back to another row', () => {
    const { path, label } = routeBetween({ x: 930, y: 0 }, { x: 0, y: 150 })
    const corners = [...path.matchAll(/Q[-\d.]+,([-\d.]+)/g)].map(([, y]) => Number(y))
    expect(corners.every((y) => y > cardHeight && y < 150)).toBe(true)
    expect(label.y > cardHeight && label.y < 150).toBe(true)
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

  it('never enlarges', () => {
    expect(firstView(row(1), { x: 0, y: 0 }, frame).zoom).toBe(1)
  })
})

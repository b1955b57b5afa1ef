import { describe, expect, it } from 'vitest'
import { cardHeight, cardWidth } from './geometry.ts'
import { routeBetween } from './routes.ts'

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
    const labels = [0, 1, -1].map(
      (beside) => routeBetween(a, { x: 260, y: 0 }, { beside, returns: false }).label.y,
    )
    expect(new Set(labels).size).toBe(3)
  })

  it('sets the way up beside the way down', () => {
    const lane = { beside: 0, returns: true }
    const down = routeBetween(a, { x: 0, y: 150 }, lane).label.x
    const up = routeBetween({ x: 0, y: 150 }, a, lane).label.x
    expect(Math.abs(down - up)).toBeGreaterThan(104)
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

import { describe, expect, it } from 'vitest'
import { linesOf, measured, nodeSize, pathOf } from './miniGraph.ts'

describe('a small picture of a graph', () => {
  it('keeps the order of the drawing, without its empty room', () => {
    const { places, left, width } = measured([
      { id: 'a', name: 'A', x: -100, y: 0 },
      { id: 'b', name: 'B', x: 900, y: 80 },
      { id: 'c', name: 'C', x: 900, y: 600 },
    ])
    expect(places.get('a')).toEqual({ x: 0, y: 0 })
    expect(places.get('b')).toEqual({ x: 270, y: 80 })
    expect(places.get('c')).toEqual({ x: 270, y: 80 + 128 })
    expect(left + width).toBeGreaterThan(270 + nodeSize.width)
  })

  it('puts nodes that lie on one another into a row', () => {
    const { places } = measured([
      { id: 'a', name: 'A', x: 0, y: 0 },
      { id: 'b', name: 'B', x: 3, y: 2 },
    ])
    expect((places.get('b')?.x ?? 0) - (places.get('a')?.x ?? 0)).toBeGreaterThan(nodeSize.width)
  })

  it('leads to another row around what stands between', () => {
    const last = { x: 1080, y: 128 }
    expect(pathOf({ x: 0, y: 0 }, last)).toBe('M100 92L100 150Q100 174 124 174L1080 174')
    expect(pathOf({ x: 0, y: 256 }, last)).toBe('M100 256L100 198Q100 174 124 174L1080 174')
    expect(pathOf({ x: 810, y: 0 }, last)).toContain('C')
  })

  it('has room for nothing at all', () => {
    expect(measured([])).toMatchObject({ top: 0, height: 1 })
  })

  it('breaks a name into two lines at most', () => {
    expect(linesOf('Won')).toEqual(['Won'])
    expect(linesOf('Metrics and champion')).toEqual(['Metrics and', 'champion'])
    expect(linesOf('Negotiation and contract review')).toEqual(['Negotiation', 'and contract…'])
    expect(linesOf('Donaudampfschifffahrt')[0]).toMatch(/^Donau.*…$/)
  })
})

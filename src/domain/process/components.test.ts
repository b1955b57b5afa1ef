import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { componentsOf } from './components.ts'

const grouped = (edges: readonly (readonly number[])[]): number[][] => {
  const component = componentsOf(edges.length, (vertex) => edges[vertex] ?? [])
  const groups = new Map<number, number[]>()
  for (const [vertex, number] of component.entries())
    groups.set(number, [...(groups.get(number) ?? []), vertex])
  return [...groups.values()].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0))
}

describe('strongly connected components', () => {
  it('keep a chain apart and a circle together', () => {
    expect(grouped([[1], [2], []])).toEqual([[0], [1], [2]])
    expect(grouped([[1], [2], [0, 3], []])).toEqual([[0, 1, 2], [3]])
    expect(grouped([])).toEqual([])
  })

  it('walk a chain of a hundred thousand without recursion', () => {
    const count = 100_000
    const circle = componentsOf(count, (vertex) => [(vertex + 1) % count])
    expect(new Set(circle).size).toBe(1)
  })

  it('agree with reachability both ways on any graph', () => {
    const graph = fc.integer({ min: 1, max: 9 }).chain((count) =>
      fc.array(fc.array(fc.nat({ max: count - 1 }), { maxLength: 3 }), {
        minLength: count,
        maxLength: count,
      }),
    )
    fc.assert(
      fc.property(graph, (edges) => {
        const reach = edges.map((_, from) => {
          const seen = new Set([from])
          const queue = [from]
          for (let at = queue.pop(); at !== undefined; at = queue.pop())
            for (const to of edges[at] ?? [])
              if (!seen.has(to)) {
                seen.add(to)
                queue.push(to)
              }
          return seen
        })
        const component = componentsOf(edges.length, (vertex) => edges[vertex] ?? [])
        for (const [a, fromA] of reach.entries())
          for (const [b, fromB] of reach.entries())
            expect(component[a] === component[b]).toBe(fromA.has(b) && fromB.has(a))
      }),
    )
  })
})

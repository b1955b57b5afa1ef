/** Strongly connected components by Tarjan's algorithm, without recursion: a long chain must not end the stack. */

/**
 * The component number of each vertex 0…count−1. Two vertices share a number exactly where each can be reached
 * from the other. O(vertices + edges).
 */
export function componentsOf(count: number, next: (vertex: number) => readonly number[]): Int32Array {
  const component = new Int32Array(count).fill(-1)
  const index = new Int32Array(count).fill(-1)
  const low = new Int32Array(count)
  const onStack = new Uint8Array(count)
  const stack: number[] = []
  const path: { vertex: number; edges: readonly number[]; at: number }[] = []
  let visited = 0
  let components = 0

  const enter = (vertex: number) => {
    index[vertex] = low[vertex] = visited
    visited += 1
    stack.push(vertex)
    onStack[vertex] = 1
    path.push({ vertex, edges: next(vertex), at: 0 })
  }
  const lower = (vertex: number, to: number) => {
    if (to < (low[vertex] ?? 0)) low[vertex] = to
  }
  const close = (root: number) => {
    for (let vertex = stack.pop(); vertex !== undefined; vertex = stack.pop()) {
      onStack[vertex] = 0
      component[vertex] = components
      if (vertex === root) break
    }
    components += 1
  }

  for (let root = 0; root < count; root += 1) {
    if (index[root] !== -1) continue
    enter(root)
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const neighbour = step.edges[step.at]
      step.at += 1
      if (neighbour !== undefined) {
        if (index[neighbour] === -1) enter(neighbour)
        else if (onStack[neighbour]) lower(step.vertex, index[neighbour] ?? 0)
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) lower(parent.vertex, low[step.vertex] ?? 0)
      if (low[step.vertex] === index[step.vertex]) close(step.vertex)
    }
  }
  return component
}

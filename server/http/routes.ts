/**
 * Which of the addresses we have a path is. What is written out comes before what takes any id, at each part of the
 * path; one slash at the end says nothing.
 */

export interface Match<T> {
  readonly value: T
  /** What stands in place of each `{name}`, decoded. */
  readonly params: Readonly<Record<string, string>>
}

interface Branch<T> {
  readonly named: Map<string, Branch<T>>
  any: Branch<T> | null
  leaf: { readonly value: T; readonly names: readonly string[] } | null
}

const nothing = {}

/** @param patterns addresses such as `/api/sales-stages/{id}/`, each once. */
export function createRoutes<T>(
  patterns: Iterable<readonly [pattern: string, value: T]>,
): (pathname: string) => Match<T> | null {
  /** What is written out from end to end: found without looking at its parts. */
  const whole = new Map<string, Match<T>>()
  const branch = (): Branch<T> => ({ named: new Map(), any: null, leaf: null })
  const root = branch()
  for (const [pattern, value] of patterns) {
    const names: string[] = []
    let at = root
    for (const part of partsOf(pattern)) {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name !== undefined) names.push(name)
      const next: Branch<T> = (name === undefined ? at.named.get(part) : at.any) ?? branch()
      if (name === undefined) at.named.set(part, next)
      else at.any = next
      at = next
    }
    at.leaf = { value, names }
    if (names.length === 0)
      for (const written of [pattern, pattern.replace(/\/$/, '')])
        whole.set(written, { value, params: nothing })
  }

  return (pathname) => {
    const exact = whole.get(pathname)
    if (exact) return exact
    const taken: string[] = []
    let at = root
    for (const part of partsOf(pathname)) {
      const named = at.named.get(part)
      if (named) at = named
      else if (at.any && part !== '') {
        taken.push(part)
        at = at.any
      } else return null
    }
    const { leaf } = at
    if (!leaf) return null
    const params =
      taken.length === 0
        ? nothing
        : Object.fromEntries(leaf.names.map((name, index) => [name, taken[index] ?? '']))
    return { value: leaf.value, params }
  }
}

function partsOf(pathname: string): string[] {
  const parts = pathname.split('/')
  parts.shift()
  if (parts.at(-1) === '') parts.pop()
  return pathname.includes('%') ? parts.map(decoded) : parts
}

/** What is no valid encoding is taken as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

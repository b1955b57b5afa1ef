import type { Params } from './place.ts'

/**
 * What the variable parts of `pattern` stand for in `path`; null where it does not fit. `/settings/:section?` fits
 * with and without a section. A slash at the end and the case of fixed parts do not count.
 */
export function matchPath(pattern: string, path: string): Params | null {
  const wanted = partsOf(pattern)
  const given = partsOf(path)
  if (given.length > wanted.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index]
    const [, name, optional] = /^:(\w+)(\?)?$/.exec(part) ?? []
    if (value === undefined) {
      if (optional === undefined) return null
    } else if (name !== undefined) params[name] = decoded(value)
    else if (value.toLowerCase() !== part.toLowerCase()) return null
  }
  return params
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '')

/** An address that somebody typed may hold a % that encodes nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

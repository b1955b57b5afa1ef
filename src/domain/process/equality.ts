/** Equality of plain JSON-like values, by content. The one notion of "changed" behind diff, merge and commands. */

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: object): value is Fields => !Array.isArray(value)

/** True where both hold the same data. Keys that are `undefined` count as absent; the order of keys does not count. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b || Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    for (let index = 0; index < a.length; index += 1) if (!sameValue(a[index], b[index])) return false
    return true
  }
  return isFields(a) && isFields(b) && sameFields(a, b)
}

/** The same of two objects; allocates nothing, because every edit compares every field of every row it touched. */
function sameFields(a: Fields, b: Fields): boolean {
  let count = 0
  for (const key in a) {
    const value = a[key]
    if (value === undefined) continue
    count += 1
    // An inherited member never equals data, so a look-up without a check is enough here.
    const other = b[key]
    if (value !== other && !sameValue(value, other)) return false
  }
  for (const key in b) if (b[key] !== undefined) count -= 1
  return count === 0
}

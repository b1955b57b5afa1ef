/** Values as systems really write them: numbers and booleans as strings, with blanks, in any case. */

/** Text, trimmed; null for anything that is not text or a number, and for blank text. */
export function asText(value: unknown): string | null {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}

/** A finite number, also from "0.2", " 10 ", "10 %" and "0,2"; null for anything else. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const plain = /^\s*([+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?)\s*%?\s*$/i.exec(value)?.[1]
  return plain === undefined ? null : Number(plain.replace(',', '.'))
}

/** True or false, also from "TRUE", "yes", "1", 0; null for anything else. */
export function asBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  const text = asText(value)?.toLowerCase()
  if (text === 'true' || text === 'yes' || text === '1') return true
  if (text === 'false' || text === 'no' || text === '0') return false
  return null
}

/** An object's own property, or undefined; never one it inherits. */
export const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined

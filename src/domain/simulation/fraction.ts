/** Exact numbers as text: `"6/13"`. */

/** A number, or a fraction of two numbers as text; null for anything else, also for infinities and division by zero. */
export function parseFraction(given: unknown): number | null {
  if (typeof given === 'number') return Number.isFinite(given) ? given : null
  if (typeof given !== 'string') return null
  const parts = given.split('/')
  if (parts.length > 2 || parts.some((part) => part.trim() === '')) return null
  const [numerator, denominator = 1] = parts.map(Number)
  if (numerator === undefined) return null
  const value = numerator / denominator
  return Number.isFinite(value) ? value : null
}

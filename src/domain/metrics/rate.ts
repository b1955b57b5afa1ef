/** A share that was observed, with how far it may be from the truth: few deals say little, and that has to be seen. */

export interface Rate {
  /** 0 to 1; null where nothing was observed. */
  readonly value: number | null
  /** Wilson's interval at 95 %. */
  readonly low: number | null
  readonly high: number | null
  /** Of how many. */
  readonly n: number
}

/** Of the standard normal distribution: 95 % lie within. */
export const normal95 = 1.959964

export function rateOf(hits: number, n: number): Rate {
  if (n === 0) return { value: null, low: null, high: null, n }
  const z = normal95
  const share = hits / n
  const middle = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * n)) / n)
  const whole = 1 + (z * z) / n
  return {
    value: share,
    low: Math.max(0, (middle - reach) / whole),
    high: Math.min(1, (middle + reach) / whole),
    n,
  }
}

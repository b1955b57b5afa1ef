/**
 * Sets of values on an ordered line as sorted, disjoint intervals: what a field may hold where comparisons are met.
 * Equalities are points, so one kind of set serves numbers, dates (ISO text sorts by time) and options alike.
 */

export type Value = number | string

/** A bound of null is open to infinity. */
export interface Interval {
  readonly low: Value | null
  readonly lowIn: boolean
  readonly high: Value | null
  readonly highIn: boolean
}

/** Sorted and disjoint. */
export type IntervalSet = readonly Interval[]

export const everything: IntervalSet = [{ low: null, lowIn: false, high: null, highIn: false }]

export const point = (value: Value): IntervalSet => [{ low: value, lowIn: true, high: value, highIn: true }]
export const above = (low: Value, lowIn: boolean): IntervalSet => [{ low, lowIn, high: null, highIn: false }]
export const below = (high: Value, highIn: boolean): IntervalSet => [
  { low: null, lowIn: false, high, highIn },
]

export const isEmpty = (set: IntervalSet): boolean => set.length === 0
export const isEverything = (set: IntervalSet): boolean =>
  set.length === 1 && set[0]?.low === null && set[0]?.high === null

export function intersection(a: IntervalSet, b: IntervalSet): IntervalSet {
  const result: Interval[] = []
  for (const x of a)
    for (const y of b) {
      const [low, lowIn] = compareLow(x, y) >= 0 ? [x.low, x.lowIn] : [y.low, y.lowIn]
      const [high, highIn] = compareHigh(x, y) <= 0 ? [x.high, x.highIn] : [y.high, y.highIn]
      if (low === null || high === null || low < high || (low === high && lowIn && highIn))
        result.push({ low, lowIn, high, highIn })
    }
  return result
}

export function complement(set: IntervalSet): IntervalSet {
  return set.reduce<IntervalSet>((rest, { low, lowIn, high, highIn }) => {
    const outside = [
      ...(low === null ? [] : below(low, !lowIn)),
      ...(high === null ? [] : above(high, !highIn)),
    ]
    return intersection(rest, outside)
  }, everything)
}

export const union = (a: IntervalSet, b: IntervalSet): IntervalSet =>
  complement(intersection(complement(a), complement(b)))

function compareLow(x: Interval, y: Interval): number {
  if (x.low === y.low) return x.lowIn === y.lowIn ? 0 : x.lowIn ? -1 : 1
  if (x.low === null) return -1
  return y.low === null || x.low > y.low ? 1 : -1
}

function compareHigh(x: Interval, y: Interval): number {
  if (x.high === y.high) return x.highIn === y.highIn ? 0 : x.highIn ? 1 : -1
  if (x.high === null) return 1
  return y.high === null || x.high < y.high ? -1 : 1
}

/** What each backend supports, as a table for people: a capability is kept where all of its cases hold. */

export interface SupportTable {
  /** A case that is not tried says nothing for or against. */
  note(base: string, feature: string, held: boolean | 'not tried'): void
  /** The table as lines. */
  text(): string
}

interface Count {
  held: number
  tried: number
}

export function createSupportTable(): SupportTable {
  const features = new Map<string, Map<string, Count>>()
  const bases = new Set<string>()
  const countOf = (base: string, feature: string): Count => {
    bases.add(base)
    const row = features.get(feature) ?? new Map<string, Count>()
    features.set(feature, row)
    const count = row.get(base) ?? { held: 0, tried: 0 }
    row.set(base, count)
    return count
  }
  return {
    note(base, feature, held) {
      const count = countOf(base, feature)
      if (held === 'not tried') return
      count.tried += 1
      if (held) count.held += 1
    },
    text() {
      const columns = [...bases]
      const first = Math.max(...[...features.keys(), 'capability'].map((name) => name.length))
      const rows = [...features].map(([feature, counts]) => ({
        feature,
        words: columns.map((base) => inWords(counts.get(base))),
      }))
      const widths = columns.map((base, index) =>
        Math.max(base.length, ...rows.map(({ words }) => words[index]?.length ?? 0)),
      )
      const line = (name: string, words: readonly string[]) =>
        `  ${name.padEnd(first)}  ${words.map((word, index) => word.padEnd((widths[index] ?? 0) + 2)).join('')}`.trimEnd()
      return [line('capability', columns), ...rows.map(({ feature, words }) => line(feature, words))].join(
        '\n',
      )
    },
  }
}

function inWords(count: Count | undefined): string {
  if (!count || count.tried === 0) return 'not tried'
  if (count.held === count.tried) return 'kept'
  return count.held === 0 ? 'no' : `partly (${count.held} of ${count.tried})`
}

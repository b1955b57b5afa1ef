/** What each backend supports, as a table for people: a feature is supported where all of its cases hold. */

type Word = 'yes' | 'no' | 'not tried'

export interface SupportTable {
  /** A case begins as `no` and becomes `yes` when it holds. */
  note(base: string, feature: string, word: Word): void
  print(): void
}

interface Count {
  held: number
  begun: number
}

export function createSupportTable(): SupportTable {
  const features = new Map<string, Map<string, Count>>()
  const bases = new Set<string>()
  const countOf = (base: string, feature: string): Count => {
    bases.add(base)
    const row = features.get(feature) ?? new Map<string, Count>()
    features.set(feature, row)
    const count = row.get(base) ?? { held: 0, begun: 0 }
    row.set(base, count)
    return count
  }
  return {
    note(base, feature, word) {
      const count = countOf(base, feature)
      if (word === 'no') count.begun += 1
      if (word === 'yes') count.held += 1
    },
    print() {
      const columns = [...bases]
      const width = Math.max(...[...features.keys()].map((name) => name.length), 8)
      const line = (name: string, words: readonly string[]) =>
        `  ${name.padEnd(width)}  ${words.map((word, index) => word.padEnd((columns[index] ?? '').length + 2)).join('')}`
      const rows = [...features].map(([feature, counts]) =>
        line(
          feature,
          columns.map((base) => inWords(counts.get(base))),
        ),
      )
      process.stdout.write(`\n${[line('supports', columns), ...rows].join('\n')}\n\n`)
    },
  }
}

function inWords(count: Count | undefined): string {
  if (!count || count.begun === 0) return 'not tried'
  if (count.held === count.begun) return 'yes'
  return count.held === 0 ? 'no' : `${count.held} of ${count.begun}`
}

/** The name where it is free, else with the first free number. */
export function freeProcessName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let number = 2; ; number += 1) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`
}

/** A code from a name: `Enterprise sales` → `ENTERPRISE_SALES`, at most 20 characters, with a number where taken. */
export function freeProcessCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const stem = plain.slice(0, 20).replace(/_+$/, '') || 'PROCESS'
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number += 1) {
    const suffix = `_${number}`
    const code = stem.slice(0, 20 - suffix.length) + suffix
    if (!taken.has(code)) return code
  }
}

import type { ReactNode } from 'react'
import type { SearchMatch } from '../../editor/search.ts'

/** Letters before the first mark that are shown; a long text begins near what was found in it. */
const before = 40

/** The words with what was typed marked in them. */
export function Marked({ words, marks }: Pick<SearchMatch, 'words' | 'marks'>) {
  const first = marks[0]?.[0] ?? 0
  const start = first > before + 10 ? words.indexOf(' ', first - before) + 1 : 0
  const parts: ReactNode[] = start > 0 ? ['…'] : []
  let at = start
  for (const [from, to] of marks) {
    if (from < at) continue
    parts.push(words.slice(at, from), <mark key={from}>{words.slice(from, to)}</mark>)
    at = to
  }
  parts.push(words.slice(at))
  return <span>{parts}</span>
}

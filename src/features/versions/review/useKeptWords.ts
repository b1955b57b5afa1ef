import { useState } from 'react'

/** Where words wait on this device that were written and not sent. */
export interface KeptWords {
  read(): string | null
  /** Null forgets. */
  write(words: string | null): void
}

/** Words that survive a reload, until they were sent: then set them to nothing. */
export function useKeptWords(kept: KeptWords, first = ''): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => kept.read() ?? first)
  return [
    words,
    (next) => {
      setWords(next)
      kept.write(next === '' || next === first ? null : next)
    },
  ]
}

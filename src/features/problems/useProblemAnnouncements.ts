/** Says what became of the problems, once nobody types any more: only the difference, never the whole list. */
import { useEffect } from 'react'
import type { Problem } from '../../domain/lint/rule.ts'
import type { Editor } from '../../editor/editor.ts'
import { openProblems } from '../../editor/problems.ts'
import { text } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'

/** The sentence for a change of the open problems; null where nothing is to be said. */
export function problemDelta(before: readonly Problem[], after: readonly Problem[]): string | null {
  const had = new Set(before.map((problem) => problem.id))
  const fresh = after.find((problem) => !had.has(problem.id) && problem.severity !== 'info')
  if (fresh)
    return text('problems', 'appeared', {
      message: fresh.message,
      total: text('problems', 'total', { count: after.length }),
    })
  if (after.length >= before.length) return null
  return after.length === 0
    ? text('problems', 'fixedLast')
    : text('problems', 'fixed', { left: after.length })
}

export function useProblemAnnouncements(editor: Editor): void {
  useEffect(() => {
    let known = openProblems(editor.problems())
    return editor.onChange(() => {
      const now = openProblems(editor.problems())
      const sentence = problemDelta(known, now)
      known = now
      if (sentence) announce(sentence, { kind: 'consequence', topic: 'problems', afterTyping: true })
    })
  }, [editor])
}

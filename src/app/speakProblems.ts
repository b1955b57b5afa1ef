import type { Problem } from '../domain/lint/rule.ts'
import { problemDelta } from '../editor/announcements.ts'
import { announce } from '../ui/announcer/index.ts'

export interface ProblemSpeaker {
  /** What is shown now was not brought about by a change: it needs no word. */
  seen(): void
  changed(): void
}

/**
 * Says what became of the problems, measured at what was said last: of several changes within a moment it tells the
 * outcome, in which one problem may stand in another's place. `current` is null where nothing is open any more.
 */
export function speakProblems(current: () => readonly Problem[] | null): ProblemSpeaker {
  let told: readonly Problem[] = []
  const news = (): string => {
    const now = current()
    if (now === null) return ''
    const delta = problemDelta(told, now)
    told = now
    return delta
  }
  return {
    seen() {
      told = current() ?? []
    },
    changed: () => announce(news, { kind: 'consequence', topic: 'problems', afterTyping: true }),
  }
}

import { useSay, useText } from '../../text/index.ts'
import type { LeafProblem } from './leafProblems.ts'

/** What is wrong with a condition, as one sentence. */
export function useProblemWords(): (problem: LeafProblem) => string {
  const t = useText('ruleBuilder')
  const say = useSay()
  return (problem) => {
    if (problem.kind === 'broken') return say(problem.sentence)
    return problem.kind === 'unknown'
      ? t('unknownHere', { key: problem.key })
      : t('wrongHere', { what: say(problem.what) })
  }
}

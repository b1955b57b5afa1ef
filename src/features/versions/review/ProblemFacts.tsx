import type { WireProblem } from '../../../contract/problems.ts'
import { say, useText } from '../../../text/index.ts'
import { StatusPill } from '../../../ui/display/StatusPill.tsx'
import styles from './review.module.css'

/** What the linter says of a request, errors first. */
export function ProblemFacts({ problems }: { readonly problems: readonly WireProblem[] }) {
  const t = useText('review')
  if (problems.length === 0) return <p className={styles.quiet}>{t('noProblems')}</p>
  const errorsFirst = [...problems].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'),
  )
  return (
    <ul className={styles.problems}>
      {errorsFirst.map((problem) => (
        <li key={problem.id}>
          <StatusPill tone={problem.severity === 'error' ? 'error' : 'warning'}>
            {t(problem.severity === 'error' ? 'error' : 'warning')}
          </StatusPill>
          <span>{say(problem.message)}</span>
        </li>
      ))}
    </ul>
  )
}

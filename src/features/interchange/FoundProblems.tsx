import type { Problem } from '../../domain/lint/rule.ts'
import { say, useText } from '../../text/index.ts'
import { Section } from '../../ui/layout/Section.tsx'
import styles from './interchange.module.css'

const shown = 8

/** What the linter will say of the imported process, worst first. */
export function FoundProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText('interchange')
  if (problems.length === 0) return <p className={styles.sound}>{t('findingsNone')}</p>
  const count = (severity: Problem['severity']) => problems.filter((one) => one.severity === severity).length
  const parts = [
    count('error') > 0 ? t('errors', { count: count('error') }) : '',
    count('warning') > 0 ? t('warnings', { count: count('warning') }) : '',
    count('info') > 0 ? t('hints', { count: count('info') }) : '',
  ]
  const more = problems.length - shown
  return (
    <Section title={t('findings')} note={parts.filter(Boolean).join(', ')}>
      <p className={styles.lead}>{t('findingsLead')}</p>
      <ul className={styles.findings}>
        {problems.slice(0, shown).map((problem) => (
          <li key={problem.id} data-severity={problem.severity}>
            {t(problem.severity, { message: say(problem.message) })}
          </li>
        ))}
        {more > 0 ? <li>{t('findingsMore', { count: more })}</li> : null}
      </ul>
    </Section>
  )
}

import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Button from '@mui/material/Button'
import { useRef } from 'react'
import type { CommandCall } from '../../domain/commands/registry.ts'
import type { Problem } from '../../domain/lint/rule.ts'
import { say, useText } from '../../text/index.ts'
import styles from './review.module.css'

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const
const shownProblems = 20

interface ProblemListProps {
  readonly problems: readonly Problem[]
  readonly none: string
  /** Absent where nothing can be fixed yet. */
  readonly onFix?: (fix: CommandCall) => void
  /** Where a problem is put right by hand; null where it cannot be here. */
  readonly stepOf: (problem: Problem) => { readonly name: string; readonly go: () => void } | null
}

/** What the checks say, each with its answer at hand: a fix, or the step it belongs to. */
export function ProblemList({ problems, none, onFix, stepOf }: ProblemListProps) {
  const t = useText('wizard')
  const box = useRef<HTMLDivElement>(null)
  const fix = (call: CommandCall) => {
    onFix?.(call)
    // The button that was pressed is gone with its problem.
    box.current?.focus()
  }
  return (
    <div ref={box} tabIndex={-1}>
      {problems.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className={styles.problems} aria-label={t('problems')}>
          {problems.slice(0, shownProblems).map((problem) => {
            const Sign = signs[problem.severity]
            const [first] = onFix ? (problem.fixes ?? []) : []
            const step = stepOf(problem)
            return (
              <li key={problem.id} data-severity={problem.severity}>
                <Sign aria-hidden />
                <span>
                  <span className="sr-only">{t(`problem_${problem.severity}`)}: </span>
                  {say(problem.message)}
                </span>
                {first ? (
                  <Button size="small" variant="outlined" onClick={() => fix(first.command)}>
                    {say(first.title)}
                  </Button>
                ) : step ? (
                  <Button size="small" variant="text" onClick={step.go}>
                    {t('goToStep', { step: step.name })}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {problems.length > shownProblems ? (
        <p>{t('moreProblems', { count: problems.length - shownProblems })}</p>
      ) : null}
    </div>
  )
}

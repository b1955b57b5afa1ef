/** What stands in the way of a publish, each with the way there and its first right answer. */
import Button from '@mui/material/Button'
import type { Problem } from '../../domain/lint/rule.ts'
import { useEditor } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { Notice } from '../../ui/feedback/Notice.tsx'
import styles from './publish.module.css'

interface BlockingProblemsProps {
  readonly errors: readonly Problem[]
  readonly onGoTo: (problem: Problem) => void
}

export function BlockingProblems({ errors, onGoTo }: BlockingProblemsProps) {
  const t = useText('publish')
  const editor = useEditor()
  return (
    <Notice tone="error" title={t('errors', { count: errors.length })}>
      <ul className={styles.problems}>
        {errors.map((problem) => {
          const fix = problem.fixes?.[0]
          return (
            <li key={problem.id}>
              <button type="button" className={styles.problem} onClick={() => onGoTo(problem)}>
                {say(problem.message)}
                <span className="sr-only"> {t('goTo')}</span>
              </button>
              {fix ? (
                <Button
                  size="small"
                  variant="outlined"
                  onClick={() => {
                    const done = editor.run(fix.command)
                    if (!done.ok) announce(say(done.reason))
                  }}
                >
                  {say(fix.title)}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

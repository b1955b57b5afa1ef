/** Problems of one place in the linter's own words, each with its quick fixes and, where allowed, a justification. */
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import Button from '@mui/material/Button'
import { useState } from 'react'
import type { Problem, QuickFix } from '../../../domain/lint/rule.ts'
import { useEditor, useEditorState } from '../../../editor/react.ts'
import { say, useText } from '../../../text/index.ts'
import { announce } from '../../../ui/announcer/index.ts'
import { VisuallyHidden } from '../../../ui/display/VisuallyHidden.tsx'
import styles from './fields.module.css'
import { WaiveForm } from './WaiveForm.tsx'

const icons = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const

interface ProblemNotesProps {
  readonly problems: readonly Problem[]
  /** The problem whose sentence the control already shows; only its answers are shown here. */
  readonly saidAbove?: string
  /** Problems of this rule ask for their justification at once. */
  readonly justifyAtOnce?: string
}

export function ProblemNotes({ problems, saidAbove, justifyAtOnce }: ProblemNotesProps) {
  if (problems.length === 0) return null
  return (
    <ul className={styles.notes}>
      {problems.map((problem) => (
        <ProblemNote
          key={problem.id}
          problem={problem}
          silent={problem.id === saidAbove}
          atOnce={problem.ruleId === justifyAtOnce}
        />
      ))}
    </ul>
  )
}

interface ProblemNoteProps {
  readonly problem: Problem
  readonly silent: boolean
  readonly atOnce: boolean
}

function ProblemNote({ problem, silent, atOnce }: ProblemNoteProps) {
  const t = useText('inspector')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const mayWaive = useEditorState(({ permissions }) => permissions.includes('override_probability'))
  const [waiving, setWaiving] = useState(false)
  const fixes = readOnly ? [] : (problem.fixes ?? [])
  const waivable = problem.waivable && mayWaive && !readOnly
  const Icon = icons[problem.severity]
  const apply = (fix: QuickFix) => {
    const done = editor.run(fix.command)
    if (!done.ok) announce(t('notFixed', { reason: say(done.reason) }))
  }
  if (silent && fixes.length === 0 && !waivable) return null
  return (
    <li className={styles.note} data-severity={problem.severity}>
      {silent ? null : (
        <p>
          <Icon aria-hidden />
          <span>
            <VisuallyHidden>{t(`severity_${problem.severity}`)}: </VisuallyHidden>
            {say(problem.message)}
          </span>
        </p>
      )}
      {waiving ? null : (
        <div className={styles.fixes}>
          {fixes.map((fix) => (
            <Button key={fix.title} size="small" variant="outlined" onClick={() => apply(fix)}>
              {say(fix.title)}
            </Button>
          ))}
          {waivable && !atOnce ? (
            <Button size="small" variant="text" onClick={() => setWaiving(true)}>
              {t('justify')}
            </Button>
          ) : null}
        </div>
      )}
      {waiving || (atOnce && waivable) ? (
        <WaiveForm problem={problem} onClose={() => setWaiving(false)} asked={!waiving} />
      ) : null}
    </li>
  )
}

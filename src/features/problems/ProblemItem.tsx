import ErrorOutline from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import WarningAmber from '@mui/icons-material/WarningAmberOutlined'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { fixAllOf } from '../../domain/lint/fixAll.ts'
import type { Problem, QuickFix } from '../../domain/lint/rule.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { ActionMenu, type MenuAction } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { VisuallyHidden } from '../../ui/display/VisuallyHidden.tsx'
import styles from './problems.module.css'
import { targetName } from './targetName.ts'

const icons = { error: ErrorOutline, warning: WarningAmber, info: InfoOutlined } as const

interface ProblemItemProps {
  readonly problem: Problem
  readonly onGoTo: (problem: Problem) => void
  readonly onWaive: (problem: Problem) => void
}

/** One problem: what is wrong, the way there, and the right answers as buttons. */
export function ProblemItem({ problem, onGoTo, onWaive }: ProblemItemProps) {
  const t = useText('problems')
  const editor = useEditor()
  const name = useEditorState(({ document }) => targetName(document, problem.at))
  const waiver = useEditorState(({ document }) =>
    problem.waivedBy === null ? undefined : document.waivers[problem.waivedBy],
  )
  const all = fixAllOf(editor.problems(), problem.ruleId)
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const mayWaive = useEditorState(({ permissions }) => permissions.includes('override_probability'))
  const fixes = readOnly ? [] : (problem.fixes ?? [])
  const Icon = icons[problem.severity]

  const apply = ({ command }: QuickFix) => {
    const done = editor.run(command)
    if (!done.ok) announce(t('refused', { reason: say(done.reason) }))
  }
  const more: MenuAction[] = []
  if (!readOnly && all && all.command.id === 'applyFix')
    more.push({ id: 'fix-all', label: t('fixAll', { title: say(all.title) }), run: () => apply(all) })
  const disabledReason = mayWaive ? null : t('mayNotWaive')
  if (!readOnly && problem.waivable && !waiver)
    more.push({ id: 'waive', label: t('waive'), disabledReason, run: () => onWaive(problem) })
  if (!readOnly && waiver)
    more.push({
      id: 'withdraw',
      label: t('withdraw'),
      disabledReason,
      run: () => void editor.dispatch('withdrawWaiver', { waiverId: waiver.id }),
    })

  return (
    <li className={styles.item} data-severity={problem.severity} data-waived={waiver ? true : undefined}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        <button type="button" className={styles.message} onClick={() => onGoTo(problem)}>
          <VisuallyHidden>{t(`kind_${problem.severity}`)}:</VisuallyHidden> {say(problem.message)}{' '}
          <VisuallyHidden>{t('goTo', { name })}</VisuallyHidden>
        </button>
        {waiver ? (
          <p className={styles.waiver}>{t('waivedBecause', { reason: waiver.justification })}</p>
        ) : null}
      </div>
      <div className={styles.fixes}>
        {waiver
          ? null
          : fixes.map((fix) => (
              <Button key={fix.title} size="small" variant="outlined" onClick={() => apply(fix)}>
                {say(fix.title)}
              </Button>
            ))}
        {more.length > 0 ? (
          <ActionMenu
            label={t('more')}
            actions={more}
            button={(props) => (
              <IconButton {...props} size="small" aria-label={t('more')}>
                <MoreHoriz fontSize="small" />
              </IconButton>
            )}
          />
        ) : null}
      </div>
    </li>
  )
}

import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmpty'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Button from '@mui/material/Button'
import { useStore } from 'zustand'
import { useEditorState, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { useProcessPlace } from '../processSession.ts'
import styles from './processBar.module.css'

/** How many problems are open, with the worst one's sign; shows or hides the list. */
export function ProblemsButton() {
  const t = useText('app')
  const { ui } = useProcessPlace()
  const shown = useStore(ui.screen, (state) => state.problems)
  const open = useProblems().filter((problem) => problem.waivedBy === null)
  const checked = useEditorState((state) => state.checked)
  const worst = open[0]?.severity
  const toggle = () => {
    ui.show('design')
    ui.toggleProblems()
  }
  const Icon = !checked
    ? HourglassEmpty
    : worst === undefined
      ? CheckCircleOutlined
      : worst === 'error'
        ? ErrorOutlined
        : WarningAmber
  const color = !checked
    ? 'var(--color-text-muted)'
    : worst === undefined
      ? 'var(--color-success)'
      : worst === 'error'
        ? 'var(--color-error)'
        : worst === 'warning'
          ? 'var(--color-warning)'
          : 'var(--color-info)'
  return (
    <Button
      variant="text"
      data-tour="problems"
      aria-expanded={shown}
      startIcon={<Icon aria-hidden style={{ color }} />}
      onClick={toggle}
      sx={{ px: 1 }}
    >
      <span className={styles.problemCount} aria-hidden>
        {checked ? open.length : '…'}
      </span>
      <span className={styles.problemWords}>
        {!checked
          ? t('checking')
          : open.length === 0
            ? t('noProblems')
            : t('problemsCount', { count: open.length })}
      </span>
    </Button>
  )
}

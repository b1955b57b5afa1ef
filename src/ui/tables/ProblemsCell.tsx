import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import { useText } from '../../text/entrance.ts'
import { say } from '../../text/language.ts'
import styles from './problemsCell.module.css'

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const

interface ProblemsCellProps {
  /** The worst first. */
  readonly problems: readonly { readonly severity: keyof typeof signs; readonly message: string }[]
  readonly onOpen: () => void
}

/** How many problems a row has, with the worst one's sign; leads to the first. */
export function ProblemsCell({ problems, onOpen }: ProblemsCellProps) {
  const t = useText('tables')
  const [first] = problems
  if (!first)
    return (
      <span className={styles.none}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('noProblems')}</span>
      </span>
    )
  const Sign = signs[first.severity]
  const messages = problems.map(({ message }) => say(message)).join(' ')
  return (
    <button
      type="button"
      className={styles.problems}
      data-severity={first.severity}
      title={messages}
      onClick={onOpen}
    >
      <Sign aria-hidden />
      <span>{t('problemCount', { count: problems.length })}</span>
      <span className="sr-only">{`: ${messages}`}</span>
    </button>
  )
}

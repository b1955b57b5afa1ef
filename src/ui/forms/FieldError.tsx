import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import { useText } from '../../text/entrance.ts'
import styles from './forms.module.css'

interface FieldErrorProps {
  /** What the control is described by. */
  readonly id: string
  readonly children: string | undefined
}

/** What is wrong with a field or a group of them, in its place; nothing where nothing is. */
export function FieldError({ id, children }: FieldErrorProps) {
  const t = useText('ui')
  if (!children) return null
  return (
    <p id={id} className={styles.error}>
      <ErrorOutlined aria-hidden />
      <span>
        <span className="sr-only">{t('errorPrefix')}</span> {children}
      </span>
    </p>
  )
}

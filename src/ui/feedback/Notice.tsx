import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined'
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import type { ReactNode } from 'react'
import styles from './feedback.module.css'

const icons = {
  error: ErrorOutlined,
  warning: WarningAmber,
  success: CheckCircleOutlined,
  info: InfoOutlined,
}

interface NoticeProps {
  readonly tone: keyof typeof icons
  /** What happened, in one sentence. */
  readonly title: ReactNode
  /** What is safe and what to do. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** A message that stays until its cause is gone. It is not spoken by itself: announce where that is wanted. */
export function Notice({ tone, title, children, actions }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div className={styles.notice} data-tone={tone}>
      <Icon aria-hidden />
      <div className={styles.noticeText}>
        <strong>{title}</strong>
        {children}
        {actions ? <div className={styles.noticeActions}>{actions}</div> : null}
      </div>
    </div>
  )
}

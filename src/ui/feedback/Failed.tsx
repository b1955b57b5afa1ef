import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useText } from '../../text/entrance.ts'
import { Notice } from './Notice.tsx'

interface FailedProps {
  /** A warning where one can go on without what is missing. */
  readonly tone?: 'error' | 'warning'
  /** What is not here, in one sentence. */
  readonly title: ReactNode
  readonly onRetry: () => void
  /** Why, and what is safe. */
  readonly children?: ReactNode
}

/** What was asked for from outside did not come, and can be asked for again. */
export function Failed({ tone = 'error', title, onRetry, children }: FailedProps) {
  const t = useText('ui')
  const retry = (
    <Button variant="outlined" size="small" onClick={onRetry}>
      {t('retry')}
    </Button>
  )
  return (
    <Notice tone={tone} title={title} actions={retry}>
      {children}
    </Notice>
  )
}

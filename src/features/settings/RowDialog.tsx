import Button from '@mui/material/Button'
import type { FormEvent, ReactNode } from 'react'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, type FormError } from '../../ui/forms/index.ts'
import styles from './Settings.module.css'

interface RowDialogProps {
  readonly title: string
  readonly errors: readonly FormError[]
  readonly attempt: number
  readonly busy: boolean
  readonly size?: 'sm' | 'md'
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** The frame of every settings dialog: one form with its error summary, Cancel and Save. */
export function RowDialog({
  title,
  errors,
  attempt,
  busy,
  size = 'sm',
  onSubmit,
  onClose,
  children,
}: RowDialogProps) {
  const t = useText('settings')
  return (
    <HouseDialog
      open
      title={title}
      size={size}
      onClose={onClose}
      onSubmit={onSubmit}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <ErrorSummary errors={errors} attempt={attempt} />
        {children}
      </div>
    </HouseDialog>
  )
}

import CloseIcon from '@mui/icons-material/Close'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import { type FormEvent, type ReactNode, useId } from 'react'
import { useText } from '../../text/entrance.ts'

interface HouseDialogProps {
  readonly open: boolean
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly onClose: () => void
  /** Buttons, the one that goes on last. */
  readonly actions?: ReactNode
  /** Makes the whole dialog a form, so that Enter submits. */
  readonly onSubmit?: (event: FormEvent<HTMLFormElement>) => void
  readonly size?: 'xs' | 'sm' | 'md' | 'lg'
  readonly children: ReactNode
}

/** A dialog with a name, a way out and, given `onSubmit`, one form. Focus goes in and comes back. */
export function HouseDialog({
  open,
  title,
  description,
  onClose,
  actions,
  onSubmit,
  size = 'sm',
  children,
}: HouseDialogProps) {
  const t = useText('ui')
  const id = useId()
  const body = (
    <>
      <DialogTitle id={`${id}-title`} component="h2" sx={{ pr: 6 }}>
        {title}
      </DialogTitle>
      <IconButton
        aria-label={t('close')}
        onClick={onClose}
        size="small"
        sx={{ position: 'absolute', top: 14, insetInlineEnd: 14 }}
      >
        <CloseIcon />
      </IconButton>
      <DialogContent>
        {description ? (
          <p id={`${id}-description`} style={{ margin: '0 0 16px', color: 'var(--color-text-muted)' }}>
            {description}
          </p>
        ) : null}
        {children}
      </DialogContent>
      {actions ? <DialogActions>{actions}</DialogActions> : null}
    </>
  )
  return (
    <Dialog
      open={open}
      onClose={onClose}
      maxWidth={size}
      fullWidth
      aria-labelledby={`${id}-title`}
      {...(description ? { 'aria-describedby': `${id}-description` } : {})}
    >
      {onSubmit ? (
        <form noValidate onSubmit={onSubmit} style={{ display: 'contents' }}>
          {body}
        </form>
      ) : (
        body
      )}
    </Dialog>
  )
}

import CloseIcon from '@mui/icons-material/Close'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import IconButton from '@mui/material/IconButton'
import { useId } from 'react'
import { useText } from '../../text/entrance.ts'
import type { HouseDialogProps } from './HouseDialog.tsx'

/** The dialog itself; loads apart from what may open it (HouseDialog.tsx). */
export function DialogFrame({
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

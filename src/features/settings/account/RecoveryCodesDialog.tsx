import Button from '@mui/material/Button'
import { useText } from '../../../text/index.ts'
import { HouseDialog } from '../../../ui/feedback/HouseDialog.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'

interface RecoveryCodesDialogProps {
  readonly codes: readonly string[]
  readonly email: string
  readonly onClose: () => void
}

/** Fresh recovery codes as the last step of whatever made them. */
export function RecoveryCodesDialog({ codes, email, onClose }: RecoveryCodesDialogProps) {
  const t = useText('secondFactor')
  return (
    <HouseDialog
      open
      title={t('codesTitle')}
      onClose={onClose}
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('done')}
        </Button>
      }
    >
      <RecoveryCodes codes={codes} email={email} />
    </HouseDialog>
  )
}

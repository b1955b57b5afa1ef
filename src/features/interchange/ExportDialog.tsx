import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import type { ExportNotice } from './useExport.ts'

export interface ExportDialogProps {
  /** Null shows nothing. */
  readonly notice: ExportNotice | null
  readonly onClose: () => void
}

/** Says why there is no file, and that nothing is lost; or what is not in the file, for it is hidden. */
export function ExportDialog({ notice, onClose }: ExportDialogProps) {
  const t = useText('exportOutcome')
  const without = notice !== null && 'without' in notice
  return (
    <HouseDialog
      open={notice !== null}
      title={t(without ? 'withoutTitle' : 'failedTitle')}
      onClose={onClose}
      size="xs"
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p style={{ margin: 0 }}>
        {without ? t('without', { fields: notice.without }) : t('failed', { why: notice?.failed ?? '' })}
      </p>
    </HouseDialog>
  )
}

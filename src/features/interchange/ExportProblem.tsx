import Button from '@mui/material/Button'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'

interface ExportProblemProps {
  /** Why the export failed; null shows nothing. */
  readonly problem: string | null
  readonly onClose: () => void
}

/** Says why there is no file, and that nothing is lost. */
export function ExportProblem({ problem, onClose }: ExportProblemProps) {
  const t = useText('exports')
  return (
    <HouseDialog
      open={problem !== null}
      title={t('exportFailedTitle')}
      onClose={onClose}
      size="xs"
      actions={
        <Button variant="contained" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p>{t('exportFailed', { why: problem ?? '' })}</p>
    </HouseDialog>
  )
}

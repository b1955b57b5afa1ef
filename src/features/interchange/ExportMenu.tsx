import FileDownload from '@mui/icons-material/FileDownloadOutlined'
import Button from '@mui/material/Button'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { ExportOutcome } from './ExportOutcome.ts'
import { useExport } from './useExport.ts'

interface ExportMenuProps {
  /** Asked when an export runs, so that the menu needs no render with every edit. */
  readonly process: () => ProcessDocument
  readonly reference: () => ReferenceData
  readonly name: string
}

/** A button with everything that can be taken out of a process. */
export function ExportMenu({ process, reference, name }: ExportMenuProps) {
  const t = useText('exports')
  const { actions, notice, dismiss } = useExport(process, reference)
  return (
    <>
      <ActionMenu
        label={t('exportMenu', { name })}
        actions={actions}
        button={(props) => (
          <Button {...props} variant="outlined" startIcon={<FileDownload />}>
            {t('export')}
          </Button>
        )}
      />
      <ExportOutcome notice={notice} onClose={dismiss} />
    </>
  )
}

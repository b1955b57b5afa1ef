import { later } from '../../ui/later.tsx'
import type { ExportDialogProps } from './ExportDialog.tsx'

/** What an export leads to beside a file; it and its words load when the page is idle. */
export const ExportOutcome = later(
  async () => (await import('./ExportDialog.tsx')).ExportDialog,
  ({ notice }: ExportDialogProps) => notice !== null,
)

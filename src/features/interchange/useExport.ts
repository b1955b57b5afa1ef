/** The export actions of one process, for a menu, a toolbar or the command menu. */
import { useState } from 'react'
import type { ProcessDocument } from '../../domain/process/process.ts'
import type { ReferenceData } from '../../domain/process/reference.ts'
import { useText } from '../../text/index.ts'
import type { MenuAction } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { useShownScheme } from '../../ui/theme/index.ts'
import type { ExportKind } from './exportFile.ts'

const kinds: readonly ExportKind[] = ['json', 'svg', 'png']
const labels = { json: 'exportJson', svg: 'exportSvg', png: 'exportPng' } as const

interface ExportControls {
  readonly actions: readonly MenuAction[]
  readonly notice: ExportNotice | null
  dismiss(): void
}

/** What the last export leads to: it failed, and why; or it is without what is hidden, and what that is. */
export type ExportNotice = { readonly failed: string } | { readonly without: string }

/** Pictures take the scheme that is on the screen. `process` is asked when an action runs, so it is never stale. */
export function useExport(process: () => ProcessDocument, reference: () => ReferenceData): ExportControls {
  const t = useText('exports')
  const scheme = useShownScheme()
  const [notice, setNotice] = useState<ExportNotice | null>(null)
  const run = async (kind: ExportKind) => {
    try {
      const { download, exportFile } = await import('./exportFile.ts')
      const file = await exportFile(process(), reference(), kind, { scheme })
      download(file)
      setNotice(file.without === null ? null : { without: file.without })
      announce(t('exported', { file: file.name }))
    } catch (error) {
      setNotice({ failed: error instanceof Error ? error.message : t('pictureFailed') })
    }
  }
  return {
    actions: kinds.map((kind) => ({
      id: `export.${kind}`,
      label: t(labels[kind]),
      run: () => void run(kind),
    })),
    notice,
    dismiss: () => setNotice(null),
  }
}

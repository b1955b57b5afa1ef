import { useCallback, useMemo } from 'react'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import type { CellPlace } from '../../ui/tables/GridTable.tsx'
import { PasteDialog } from '../../ui/tables/PasteDialog.tsx'
import { stageFieldIds } from './stageFields.ts'
import { planBlock, planByName } from './stagePlans.ts'

interface PasteStagesProps {
  readonly text: string
  /** Where it was pasted; null where no cell had focus. */
  readonly at: CellPlace | null
  /** As shown in the table. */
  readonly shownIds: readonly string[]
  readonly shownColumns: readonly string[]
  readonly onClose: () => void
}

/** Stages from a spreadsheet: into the cells from where one stood, by code or name, or as new ones. */
export function PasteStages({ text, at, shownIds, shownColumns, onClose }: PasteStagesProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const fields = useMemo(() => {
    // Cells without a name of their own fill the columns as they stand in the table.
    const shown = shownColumns.flatMap((id) => stageFieldIds.find((field) => field === id) ?? [])
    const others = stageFieldIds.filter((id) => !shown.includes(id))
    return [...shown, ...others].map((id) => ({ id, label: t(id), aliases: t(`aliases_${id}`).split('|') }))
  }, [t, shownColumns])
  const modes = [
    ...(at ? [{ id: 'block', label: t('paste_block') }] : []),
    { id: 'match', label: t('paste_match') },
    { id: 'add', label: t('paste_add') },
  ]
  const plan = useCallback(
    (mode: string, records: readonly Record<string, string>[]) => {
      const present = shownIds.filter((id) => document.stages[id])
      if (mode !== 'block') return planByName(editor, records, { match: mode === 'match' })
      return planBlock(editor, present.slice(Math.max(0, present.indexOf(at?.rowId ?? ''))), records)
    },
    [editor, document, shownIds, at],
  )
  return (
    <PasteDialog
      title={t('pasteTitle')}
      description={t('pasteBody')}
      fields={fields}
      modes={modes}
      initialMode={(header) => (header ? 'match' : at ? 'block' : 'add')}
      initialText={text}
      start={at?.column ?? null}
      plan={plan}
      onClose={onClose}
    />
  )
}

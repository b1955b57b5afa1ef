import { useCallback, useMemo } from 'react'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import type { CellPlace } from '../../ui/tables/GridTable.tsx'
import { PasteDialog } from '../../ui/tables/PasteDialog.tsx'
import { transitionFieldIds } from './transitionFields.ts'
import { planBlock, planByEnds } from './transitionPlans.ts'

interface PasteTransitionsProps {
  readonly text: string
  /** Where it was pasted; null where no cell had focus. */
  readonly at: CellPlace | null
  /** As shown in the table. */
  readonly shownIds: readonly string[]
  readonly shownColumns: readonly string[]
  readonly onClose: () => void
}

/** Transitions from a spreadsheet: into the cells from where one stood, or by the stages they lead from and to. */
export function PasteTransitions({ text, at, shownIds, shownColumns, onClose }: PasteTransitionsProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const fields = useMemo(() => {
    const shown = shownColumns.flatMap((id) => transitionFieldIds.find((field) => field === id) ?? [])
    const others = transitionFieldIds.filter((id) => !shown.includes(id))
    return [...shown, ...others].map((id) => ({ id, label: t(id), aliases: t(`aliases_${id}`).split('|') }))
  }, [t, shownColumns])
  const plan = useCallback(
    (mode: string, records: readonly Record<string, string>[]) => {
      if (mode !== 'block') return planByEnds(editor, records)
      const present = shownIds.filter((id) => document.transitions[id])
      return planBlock(editor, present.slice(Math.max(0, present.indexOf(at?.rowId ?? ''))), records)
    },
    [editor, document, shownIds, at],
  )
  return (
    <PasteDialog
      title={t('pasteTitle')}
      description={t('pasteBody')}
      fields={fields}
      modes={[
        ...(at ? [{ id: 'block', label: t('paste_block') }] : []),
        { id: 'match', label: t('paste_match') },
      ]}
      initialMode={(header) => (at && !header ? 'block' : 'match')}
      initialText={text}
      start={at?.column ?? null}
      plan={plan}
      onClose={onClose}
    />
  )
}

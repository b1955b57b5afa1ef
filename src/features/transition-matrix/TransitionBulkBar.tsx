import Button from '@mui/material/Button'
import { useCallback, useMemo, useState } from 'react'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { whoLabel } from '../../editor/whoWords.ts'
import { useText } from '../../text/index.ts'
import { BulkDialog, type BulkField, type BulkValues } from '../../ui/tables/BulkDialog.tsx'
import { SelectionBar } from '../../ui/tables/SelectionBar.tsx'
import { anybody, type flags } from './transitionFields.ts'
import { planBulk, type TransitionTexts } from './transitionPlans.ts'

interface TransitionBulkBarProps {
  readonly ids: readonly string[]
  readonly onRemove: (ids: readonly string[]) => void
}

/** What can be done with all selected transitions at once. Each is one undo step. */
export function TransitionBulkBar({ ids, onRemove }: TransitionBulkBarProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const [editing, setEditing] = useState(false)
  return (
    <>
      <SelectionBar
        selected={t('selected', { count: ids.length })}
        label={t('bulk')}
        clear={t('clear')}
        onClear={() => editor.select([])}
      >
        {readOnly ? null : (
          <>
            <Button size="small" variant="outlined" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button size="small" variant="outlined" color="error" onClick={() => onRemove(ids)}>
              {t('remove')}
            </Button>
          </>
        )}
      </SelectionBar>
      {editing ? <EditTransitions ids={ids} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

function EditTransitions({
  ids,
  onClose,
}: {
  readonly ids: readonly string[]
  readonly onClose: () => void
}) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const document = useEditorState((state) => state.document)
  const fields = useMemo((): readonly BulkField[] => {
    const options = (['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))
    const flag = (id: keyof typeof flags) => ({ id, label: t(id), options })
    const line = (id: 'name' | 'weight' | 'afterDays' | 'priority') => ({ id, label: t(id) })
    return [
      flag('automatic'),
      flag('rework'),
      flag('validation'),
      flag('refusal'),
      {
        id: 'runBy',
        label: t('runBy'),
        options: [t('everybody'), ...anybody.map(whoLabel)].map((value) => ({ value, label: value })),
      },
      line('weight'),
      line('afterDays'),
      line('priority'),
      line('name'),
    ]
  }, [t])
  const plan = useCallback(
    (values: BulkValues) => {
      const filled: TransitionTexts = Object.fromEntries(
        Object.entries(values).filter(([, value]) => value.trim() !== ''),
      )
      // Read from the document as it is: another hand may change it while the dialog is open.
      const present = ids.filter((id) => document.transitions[id])
      return planBulk(editor, present, filled)
    },
    [editor, ids, document],
  )
  return (
    <BulkDialog
      title={t('editTitle', { count: ids.length })}
      description={t('editBody')}
      fields={fields}
      plan={plan}
      onClose={onClose}
    />
  )
}

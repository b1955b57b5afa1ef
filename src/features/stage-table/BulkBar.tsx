import Button from '@mui/material/Button'
import { useCallback, useMemo, useState } from 'react'
import { forecastCategories, stageColors } from '../../domain/process/stage.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { BulkDialog, type BulkField, type BulkValues } from '../../ui/tables/BulkDialog.tsx'
import { SelectionBar } from '../../ui/tables/SelectionBar.tsx'
import { type StageFieldId, stageFieldIds, stageKinds } from './stageFields.ts'
import { planBulk, type StageTexts } from './stagePlans.ts'

interface BulkBarProps {
  readonly stageIds: readonly string[]
  readonly onRemove: (stageIds: readonly string[]) => void
}

/** What can be done with all selected stages at once. Each is one undo step. */
export function BulkBar({ stageIds, onRemove }: BulkBarProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const [editing, setEditing] = useState(false)
  const count = stageIds.length
  const setActive = (isActive: boolean) => {
    const changes = Object.fromEntries(stageIds.map((id) => [id, { isActive }]))
    const done = editor.dispatch('updateStages', { changes })
    announce(done.ok ? t(isActive ? 'activated' : 'deactivated', { count }) : say(done.reason))
  }
  return (
    <>
      <SelectionBar
        selected={t('selected', { count })}
        label={t('bulk')}
        clear={t('clear')}
        onClear={() => editor.select([])}
      >
        {readOnly ? null : (
          <>
            <Button size="small" variant="outlined" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button size="small" variant="outlined" onClick={() => setActive(true)}>
              {t('activate')}
            </Button>
            <Button size="small" variant="outlined" onClick={() => setActive(false)}>
              {t('deactivate')}
            </Button>
            <Button size="small" variant="outlined" color="error" onClick={() => onRemove(stageIds)}>
              {t('remove')}
            </Button>
          </>
        )}
      </SelectionBar>
      {editing ? <EditStages stageIds={stageIds} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

function EditStages({
  stageIds,
  onClose,
}: {
  readonly stageIds: readonly string[]
  readonly onClose: () => void
}) {
  const t = useText('stageTable')
  const editor = useEditor()
  const { document, categories } = useEditorState((state) => ({
    document: state.document,
    categories: state.reference.categories,
  }))
  const fields = useMemo((): readonly BulkField[] => {
    const choice = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
      values.map((value) => ({ value, label: label(value) }))
    const all: Readonly<Partial<Record<StageFieldId, Omit<BulkField, 'id' | 'label'>>>> = {
      probability: { help: t('relativeHelp') },
      average: { help: t('relativeHelp') },
      maximum: { help: t('relativeHelp') },
      kind: { options: choice(stageKinds, (value) => t(`kind_${value}`)) },
      color: { options: choice(stageColors, (value) => t(`color_${value}`)) },
      forecast: { options: choice(forecastCategories, (value) => t(`forecast_${value}`)) },
      active: { options: choice(['yes', 'no'] as const, (value) => t(value)) },
      category: {
        options: Object.values(categories).map(({ id, categoryName }) => ({
          value: id,
          label: categoryName,
        })),
      },
    }
    return stageFieldIds.flatMap((id) => {
      const given = all[id]
      return given && given.options?.length !== 0 ? [{ id, label: t(id), ...given }] : []
    })
  }, [t, categories])
  const plan = useCallback(
    (values: BulkValues) => {
      const filled: StageTexts = Object.fromEntries(
        Object.entries(values).filter(([, value]) => value.trim() !== ''),
      )
      // Read from the document as it is: another hand may change it while the dialog is open.
      const present = stageIds.filter((id) => document.stages[id])
      return planBulk(editor, present, filled)
    },
    [editor, stageIds, document],
  )
  return (
    <BulkDialog
      title={t('editTitle', { count: stageIds.length })}
      description={t('editBody')}
      fields={fields}
      plan={plan}
      onClose={onClose}
    />
  )
}

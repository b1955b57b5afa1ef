import Button from '@mui/material/Button'
import { useState } from 'react'
import { stagesInOrder } from '../../domain/process/process.ts'
import { useEditor } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { ErrorSummary, SelectField } from '../../ui/forms/index.ts'

const fieldId = 'move-to-position'

interface MoveToPositionDialogProps {
  readonly stageId: string
  readonly onClose: () => void
}

/** Another place in the order, said by its number and what it comes after. */
export function MoveToPositionDialog({ stageId, onClose }: MoveToPositionDialogProps) {
  const t = useText('stageDialogs')
  const editor = useEditor()
  const { document } = editor.store.getState()
  const order = stagesInOrder(document).map((stage) => stage.id)
  const now = order.indexOf(stageId)
  const others = order.filter((id) => id !== stageId)
  const [position, setPosition] = useState(now)
  const [refusal, setRefusal] = useState<{ readonly reason: string; readonly attempt: number }>()

  const move = () => {
    const stageIds = [...others.slice(0, position), stageId, ...others.slice(position)]
    const result = editor.dispatch('reorderStages', { stageIds, movedStageId: stageId })
    if (result.ok) onClose()
    else setRefusal((before) => ({ reason: say(result.reason), attempt: (before?.attempt ?? 0) + 1 }))
  }
  const words = (index: number): string => {
    const previous = others[index - 1]
    const place =
      previous === undefined
        ? t('positionFirst')
        : t('positionAfter', { number: index + 1, name: stageNameOf(document, previous) })
    return index === now ? t('positionNow', { words: place }) : place
  }
  return (
    <HouseDialog
      open
      size="xs"
      title={t('moveTitle', { name: stageNameOf(document, stageId) })}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        move()
      }}
      actions={
        <>
          <Button variant="outlined" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained">
            {t('move')}
          </Button>
        </>
      }
    >
      <ErrorSummary
        errors={refusal ? [{ field: fieldId, message: refusal.reason }] : []}
        attempt={refusal?.attempt ?? 0}
      />
      <SelectField
        id={fieldId}
        label={t('position')}
        value={String(position)}
        options={order.map((_, index) => ({ value: String(index), label: words(index) }))}
        onChange={(event) => setPosition(Number(event.currentTarget.value))}
        error={refusal?.reason}
      />
    </HouseDialog>
  )
}

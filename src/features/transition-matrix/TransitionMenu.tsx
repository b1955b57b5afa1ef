import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { nameOf } from './TransitionCells.tsx'
import type { TransitionRow } from './transitionRows.ts'

interface TransitionMenuProps {
  readonly row: TransitionRow
  readonly ui: EditorUi
  readonly onRemove: (id: string) => void
}

/** What can be done with one transition, by name. */
export function TransitionMenu({ row, ui, onRemove }: TransitionMenuProps) {
  const t = useText('transitionMatrix')
  const readOnly = useEditorState((state) => state.readOnly)
  const { id, isGlobal } = row.transition
  const label = t('actionsOf', { name: nameOf(row) })
  return (
    <ActionMenu
      label={label}
      button={(button) => (
        <IconButton {...button} size="small" aria-label={label}>
          <MoreHoriz fontSize="small" />
        </IconButton>
      )}
      actions={[
        { id: 'details', label: t('details'), run: () => ui.showDetails({ kind: 'transition', id }) },
        {
          id: 'insert',
          label: t('insert'),
          disabledReason: readOnly ?? (isGlobal ? t('globalEnds') : null),
          run: () => ui.open({ name: 'addStage', afterStageId: null, transitionId: id }),
        },
        null,
        {
          id: 'remove',
          label: t('remove'),
          danger: true,
          disabledReason: readOnly,
          run: () => onRemove(id),
        },
      ]}
    />
  )
}

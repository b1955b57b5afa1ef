import MoreHoriz from '@mui/icons-material/MoreHoriz'
import IconButton from '@mui/material/IconButton'
import { stageKind } from '../../domain/process/stage.ts'
import { deleteElements, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { say, useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
import type { StageRow } from './stageRows.ts'

interface RowMenuProps {
  readonly row: StageRow
  readonly ui: EditorUi
  /** Why rows cannot change places now; null where they can. */
  readonly orderFixed: string | null
  readonly onMove: (stageId: string, by: 1 | -1) => void
}

/** Everything that can be done with one stage, by name. */
export function RowMenu({ row, ui, orderFixed, onMove }: RowMenuProps) {
  const t = useText('stageTable')
  const words = useText('editor')
  const editor = useEditor()
  const { readOnly, count } = useEditorState((state) => ({
    readOnly: state.readOnly,
    count: Object.keys(state.document.stages).length,
  }))
  const { stage, number } = row
  const id = stage.id
  const name = stageNameOf({ stages: { [id]: stage } }, id)
  const isOpen = stageKind(stage) === 'open'
  const change = (changes: { isEntry?: true; isActive?: boolean }, said: string) => {
    const done = editor.dispatch('updateStage', { stageId: id, changes })
    announce(done.ok ? said : say(done.reason))
  }
  const fixed = readOnly ?? orderFixed
  return (
    <ActionMenu
      label={t('actionsOf', { name })}
      button={(button) => (
        <IconButton {...button} size="small" aria-label={t('actionsOf', { name })}>
          <MoreHoriz fontSize="small" />
        </IconButton>
      )}
      actions={[
        { id: 'details', label: t('details'), run: () => ui.showDetails({ kind: 'stage', id }) },
        null,
        {
          id: 'earlier',
          label: words('moveEarlier'),
          shortcut: 'Alt+ArrowUp',
          disabledReason: fixed ?? (number === 1 ? t('isFirst') : null),
          run: () => onMove(id, -1),
        },
        {
          id: 'later',
          label: words('moveLater'),
          shortcut: 'Alt+ArrowDown',
          disabledReason: fixed ?? (number === count ? t('isLast') : null),
          run: () => onMove(id, 1),
        },
        {
          id: 'position',
          label: words('moveToPosition'),
          disabledReason: readOnly,
          run: () => ui.open({ name: 'moveToPosition', stageId: id }),
        },
        null,
        {
          id: 'add',
          label: t('addAfter'),
          disabledReason: readOnly,
          run: () => ui.open({ name: 'addStage', afterStageId: id, transitionId: null }),
        },
        {
          id: 'connect',
          label: words('connectTo'),
          disabledReason: readOnly ?? (isOpen ? null : t('finalStage')),
          run: () => ui.open({ name: 'connectTo', fromStageId: id }),
        },
        {
          id: 'duplicate',
          label: words('duplicate'),
          disabledReason: readOnly,
          run: () => void editor.dispatch('duplicateStages', { stageIds: [id] }),
        },
        {
          id: 'entry',
          label: words('markAsEntry'),
          disabledReason: readOnly ?? (isOpen ? (row.isEntry ? t('entryAlready') : null) : t('notOpen')),
          run: () => change({ isEntry: true }, t('entryMarked', { name })),
        },
        {
          id: 'active',
          label: words(stage.isActive ? 'deactivate' : 'activate'),
          disabledReason: readOnly,
          run: () =>
            change(
              { isActive: !stage.isActive },
              t(stage.isActive ? 'deactivated' : 'activated', { count: 1 }),
            ),
        },
        null,
        {
          id: 'remove',
          label: t((row.usage?.openDeals ?? 0) > 0 ? 'removeAsking' : 'remove'),
          danger: true,
          disabledReason: readOnly,
          run: () => deleteElements(editor, ui, [{ kind: 'stage', id }]),
        },
      ]}
    />
  )
}

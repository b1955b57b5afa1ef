/** The dialogs that editor actions ask for and that are about stages, wherever one is: canvas or list. */
import type { EditorDialog } from '../../editor/actions/index.ts'
import { AddStageDialog } from './AddStageDialog.tsx'
import { ConnectDialog } from './ConnectDialog.tsx'
import { DeleteDialog } from './DeleteDialog.tsx'
import { GoToStageDialog } from './GoToStageDialog.tsx'
import { MoveToPositionDialog } from './MoveToPositionDialog.tsx'

interface StageDialogsProps {
  readonly dialog: EditorDialog | null
  readonly onClose: () => void
}

/** Shows the dialog that was asked for; nothing for those that belong to other rooms. */
export function StageDialogs({ dialog, onClose }: StageDialogsProps) {
  switch (dialog?.name) {
    case 'addStage':
      return <AddStageDialog {...dialog} onClose={onClose} />
    case 'connectTo':
      return <ConnectDialog stageId={dialog.fromStageId} end="target" onClose={onClose} />
    case 'connectFrom':
      return <ConnectDialog stageId={dialog.toStageId} end="source" onClose={onClose} />
    case 'deleteElements':
      return <DeleteDialog elements={dialog.elements} onClose={onClose} />
    case 'goToStage':
      return <GoToStageDialog onClose={onClose} />
    case 'moveToPosition':
      return <MoveToPositionDialog stageId={dialog.stageId} onClose={onClose} />
    default:
      return null
  }
}

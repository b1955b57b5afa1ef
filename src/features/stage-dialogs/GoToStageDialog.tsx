import { useMemo } from 'react'
import { useEditor } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { StageCombobox } from './StageCombobox.tsx'
import { allPicks, type StagePick } from './stagePick.ts'

/** Type a few letters; choosing goes there. */
export function GoToStageDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText('stageDialogs')
  const editor = useEditor()
  const picks = useMemo(() => allPicks(editor), [editor])
  const go = (pick: StagePick | null) => {
    if (!pick) return
    editor.reveal({ kind: 'stage', id: pick.stageId }, { focus: true })
    onClose()
  }
  return (
    <HouseDialog open size="xs" title={t('goToTitle')} onClose={onClose}>
      <StageCombobox id="go-to-stage" label={t('stage')} picks={picks} value={null} onChange={go} autoFocus />
    </HouseDialog>
  )
}

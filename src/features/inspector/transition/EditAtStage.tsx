import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { LinkButton } from '../../../ui/actions/LinkButton.tsx'
import { setSectionOpen } from '../sections.ts'

interface EditAtStageProps {
  readonly stageId: string
  /** Opened there. */
  readonly sections: readonly string[]
}

/** What belongs to the entered stage is changed there, once for all ways in. */
export function EditAtStage({ stageId, sections }: EditAtStageProps) {
  const t = useText('transition')
  const editor = useEditor()
  const name = useEditorState(({ document }) => stageNameOf(document, stageId))
  const go = () => {
    for (const section of sections) setSectionOpen(`stage.${section}`, true)
    editor.select([{ kind: 'stage', id: stageId }])
    editor.reveal({ kind: 'stage', id: stageId })
  }
  return <LinkButton onClick={go}>{t('editAtStage', { name })}</LinkButton>
}

import { useEditor, useEditorState } from '../../../editor/react.ts'
import { stageNameOf } from '../../../editor/rowNames.ts'
import { useText } from '../../../text/index.ts'
import { setSectionOpen } from '../sections.ts'
import styles from './transition.module.css'

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
  return (
    <button type="button" className={styles.link} onClick={go}>
      {t('editAtStage', { name })}
    </button>
  )
}

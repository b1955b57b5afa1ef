import Button from '@mui/material/Button'
import { actions, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { targetNameOf } from '../../editor/rowNames.ts'
import { type ShortcutSettings, shortcutsOf } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { Kbd } from '../../ui/display/Kbd.tsx'
import styles from './toolbar.module.css'

interface SpotlightNoteProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
}

/** While attention is on one element: on which, and the way back to all. */
export function SpotlightNote({ ui, settings }: SpotlightNoteProps) {
  const t = useText('canvas')
  const editor = useEditor()
  const name = useEditorState(({ document, session }) =>
    session.spotlight ? targetNameOf(document, session.spotlight.id) : null,
  )
  if (name === null) return null
  const [key] = shortcutsOf(actions.spotlight, settings)
  return (
    <div className={styles.busy}>
      <span className={styles.note} title={name}>
        {t('spotlightOn', { name })}
      </span>
      <Button size="small" onClick={() => void actions.spotlight.run(editor, ui)} sx={{ gap: '6px' }}>
        {t('showEverything')}
        {key === undefined ? null : <Kbd keys={key} />}
      </Button>
    </div>
  )
}

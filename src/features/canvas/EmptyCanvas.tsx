import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { addNewStage, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import styles from './canvas.module.css'

interface EmptyCanvasProps {
  readonly ui: EditorUi
  /** More ways to begin, as buttons. */
  readonly children?: ReactNode
}

/** No stage yet, and the ways to begin. */
export function EmptyCanvas({ ui, children }: EmptyCanvasProps) {
  const t = useText('canvas')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  return (
    <div className={styles.empty} data-empty-canvas>
      <EmptyState
        title={t('emptyTitle')}
        actions={
          readOnly === null ? (
            <>
              <Button variant="contained" onClick={() => addNewStage(editor, ui, { kind: 'open' })}>
                {t('addFirstStage')}
              </Button>
              {children}
            </>
          ) : null
        }
      >
        {readOnly ?? t('emptyBody')}
      </EmptyState>
    </div>
  )
}

import Button from '@mui/material/Button'
import { type ReactNode, Suspense, use } from 'react'
import { v7 as newId } from 'uuid'
import type { Template } from '../../domain/templates/index.ts'
import { addNewStage, type EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { readyTemplates } from '../../editor/readyTemplates.ts'
import { say, useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
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
              {/* Its room is kept, so that the button beside it does not move away under a click. */}
              <Suspense
                fallback={
                  <Button variant="outlined" style={{ visibility: 'hidden' }}>
                    {t('startFromTemplate')}
                  </Button>
                }
              >
                <TemplateMenu />
              </Suspense>
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

/** The ready processes by name; choosing one is a single step of undo. */
function TemplateMenu() {
  const t = useText('canvas')
  const editor = useEditor()
  const apply = ({ name, build }: Template) => {
    const { companyId } = editor.store.getState().document.process
    const result = editor.dispatch('applyTemplate', { name, built: build(newId, companyId) })
    if (!result.ok) announce(say(result.reason))
  }
  return (
    <ActionMenu
      label={t('templates')}
      actions={use(readyTemplates()).map((template) => ({
        id: template.id,
        label: template.name,
        run: () => apply(template),
      }))}
      button={(props) => (
        <Button {...props} variant="outlined">
          {t('startFromTemplate')}
        </Button>
      )}
    />
  )
}

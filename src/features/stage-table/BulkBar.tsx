import Button from '@mui/material/Button'
import { useState } from 'react'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { Toolbar } from '../../ui/actions/Toolbar.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { BulkEditDialog } from './BulkEditDialog.tsx'
import styles from './stageTable.module.css'

interface BulkBarProps {
  readonly stageIds: readonly string[]
  readonly onRemove: (stageIds: readonly string[]) => void
}

/** What can be done with all selected stages at once. Each is one undo step. */
export function BulkBar({ stageIds, onRemove }: BulkBarProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const [editing, setEditing] = useState(false)
  const count = stageIds.length
  const setActive = (isActive: boolean) => {
    const changes = Object.fromEntries(stageIds.map((id) => [id, { isActive }]))
    const done = editor.dispatch('updateStages', { changes })
    announce(done.ok ? t(isActive ? 'activated' : 'deactivated', { count }) : done.reason)
  }
  return (
    <div className={styles.bulk}>
      <strong>{t('selected', { count })}</strong>
      <Toolbar label={t('bulk')}>
        {readOnly ? null : (
          <>
            <Button size="small" variant="outlined" onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
            <Button size="small" variant="outlined" onClick={() => setActive(true)}>
              {t('activate')}
            </Button>
            <Button size="small" variant="outlined" onClick={() => setActive(false)}>
              {t('deactivate')}
            </Button>
            <Button size="small" variant="outlined" color="error" onClick={() => onRemove(stageIds)}>
              {t('remove')}
            </Button>
          </>
        )}
        <Button size="small" variant="text" onClick={() => editor.select([])}>
          {t('clear')}
        </Button>
      </Toolbar>
      {editing ? <BulkEditDialog stageIds={stageIds} onClose={() => setEditing(false)} /> : null}
    </div>
  )
}

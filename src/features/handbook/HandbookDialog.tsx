import Button from '@mui/material/Button'
import { useState } from 'react'
import { type Handbook, handbookOf } from '../../editor/handbook/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { HouseDialog } from '../../ui/feedback/HouseDialog.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { SwitchField } from '../../ui/forms/index.ts'
import { saveHandbook } from './saveHandbook.ts'

interface HandbookDialogProps {
  readonly companyName: string
  readonly onClose: () => void
}

type Form = 'pdf' | 'html' | 'print'

/** What goes into the handbook, and in which form it is taken away. Made here: it works without a network. */
export function HandbookDialog({ companyName, onClose }: HandbookDialogProps) {
  const t = useText('handbook')
  const editor = useEditor()
  const hasNotes = useEditorState(({ document }) =>
    Object.values(document.stages).some(({ notes }) => notes.trim() !== ''),
  )
  const hasComments = useEditorState(({ document }) => Object.keys(document.comments).length > 0)
  const [notes, setNotes] = useState(false)
  const [comments, setComments] = useState(false)
  const [problems, setProblems] = useState(false)
  const [making, setMaking] = useState<Form | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  const [uncovered, setUncovered] = useState<readonly string[]>([])

  const book = (): Handbook => {
    const { document, reference } = editor.store.getState()
    return handbookOf(document, reference, {
      companyName,
      now: new Date().toISOString(),
      found: editor.problems(),
      notes,
      comments,
      problems,
    })
  }
  const make = async (form: Form) => {
    setMaking(form)
    setFailed(null)
    announce(t('making'))
    try {
      const handbook = book()
      const { file, letters } = await saveHandbook(handbook, form)
      setUncovered(letters)
      if (file !== null) announce(t('saved', { file }))
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    } finally {
      setMaking(null)
    }
  }
  return (
    <HouseDialog
      open
      title={t('title')}
      description={t('intro')}
      onClose={onClose}
      actions={
        <>
          <Button disabled={making !== null} onClick={() => void make('print')}>
            {t('print')}
          </Button>
          <Button variant="outlined" disabled={making !== null} onClick={() => void make('html')}>
            {t('html')}
          </Button>
          <Button variant="contained" disabled={making !== null} onClick={() => void make('pdf')}>
            {making === 'pdf' ? t('making') : t('pdf')}
          </Button>
        </>
      }
    >
      <fieldset style={{ display: 'grid', gap: 8, margin: 0, padding: 0, border: 0 }}>
        <legend style={{ padding: '0 0 4px', fontWeight: 600 }}>{t('include')}</legend>
        {hasNotes ? <SwitchField label={t('includeNotes')} checked={notes} onChange={setNotes} /> : null}
        {hasComments ? (
          <SwitchField label={t('includeComments')} checked={comments} onChange={setComments} />
        ) : null}
        <SwitchField label={t('includeProblems')} checked={problems} onChange={setProblems} />
      </fieldset>
      {failed === null ? null : <Notice tone="error" title={t('failed', { why: failed })} />}
      {uncovered.length === 0 ? null : (
        <Notice tone="warning" title={t('uncovered', { letters: uncovered.slice(0, 12).join(' ') })} />
      )}
    </HouseDialog>
  )
}

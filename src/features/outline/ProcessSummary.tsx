import { useState } from 'react'
import { processSummary } from '../../editor/describe.ts'
import { useEditorState, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import styles from './outline.module.css'

/** The whole process in a few sentences, for whoever asks. */
export function ProcessSummary() {
  const t = useText('outline')
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.words} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('describe')}</summary>
      {open ? <Words /> : null}
    </details>
  )
}

/** Only while it is read: it follows every change. */
function Words() {
  const document = useEditorState((state) => state.document)
  const problems = useProblems()
  return <p>{processSummary({ document, problems })}</p>
}

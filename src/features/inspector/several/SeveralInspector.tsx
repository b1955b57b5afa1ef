import type { ElementRef } from '../../../editor/editor.ts'
import { useEditorState } from '../../../editor/react.ts'
import { useText } from '../../../text/index.ts'
import styles from '../inspector.module.css'
import { SelectedList } from './SelectedList.tsx'
import { SeveralStages } from './SeveralStages.tsx'
import { SeveralTransitions } from './SeveralTransitions.tsx'

/** Several elements at once: each kind with what its rows share. */
export function SeveralInspector({ selection }: { readonly selection: readonly ElementRef[] }) {
  const t = useText('inspector')
  const stages = useEditorState(({ document }) =>
    selection.flatMap(({ kind, id }) => (kind === 'stage' ? (document.stages[id] ?? []) : [])),
  )
  const transitions = useEditorState(({ document }) =>
    selection.flatMap(({ kind, id }) => (kind === 'transition' ? (document.transitions[id] ?? []) : [])),
  )
  return (
    <>
      <p className={styles.lead}>{t('severalLead')}</p>
      <SelectedList selection={selection} />
      {stages.length > 0 ? <SeveralStages stages={stages} /> : null}
      {transitions.length > 0 ? <SeveralTransitions transitions={transitions} /> : null}
    </>
  )
}

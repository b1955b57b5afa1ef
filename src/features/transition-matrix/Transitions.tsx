import AltRoute from '@mui/icons-material/AltRoute'
import Button from '@mui/material/Button'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { TransitionMatrix } from './TransitionMatrix.tsx'
import { TransitionTable } from './TransitionTable.tsx'
import styles from './transitionMatrix.module.css'

export const transitionViews = ['table', 'matrix'] as const
export type TransitionsView = (typeof transitionViews)[number]

interface TransitionsProps {
  readonly ui: EditorUi
  readonly view: TransitionsView
  readonly onView: (view: TransitionsView) => void
}

/** The transitions of the open process, as a table or as a matrix. */
export function Transitions({ ui, view, onView }: TransitionsProps) {
  const t = useText('transitionMatrix')
  const { stages, transitions } = useEditorState(({ document }) => ({
    stages: Object.keys(document.stages).length,
    transitions: Object.keys(document.transitions).length,
  }))
  const content = () => {
    if (stages === 0)
      return (
        <EmptyState
          icon={<AltRoute />}
          title={t('emptyTitle')}
          level={3}
          actions={
            <Button variant="contained" onClick={() => ui.show('stages')}>
              {t('openStages')}
            </Button>
          }
        >
          {t('emptyStages')}
        </EmptyState>
      )
    if (view === 'matrix') return <TransitionMatrix ui={ui} />
    if (transitions === 0)
      return (
        <EmptyState
          icon={<AltRoute />}
          title={t('emptyTitle')}
          level={3}
          actions={
            <Button variant="contained" onClick={() => onView('matrix')}>
              {t('openMatrix')}
            </Button>
          }
        >
          {t('emptyBody')}
        </EmptyState>
      )
    return <TransitionTable ui={ui} />
  }
  return (
    <section className={styles.room} aria-labelledby="transitions-title">
      <h2 id="transitions-title" className="sr-only">
        {t('title')}
      </h2>
      <fieldset className={styles.views}>
        <legend className="sr-only">{t('view')}</legend>
        {transitionViews.map((one) => (
          <label key={one}>
            <input type="radio" name="transitions-view" checked={view === one} onChange={() => onView(one)} />
            <span>{t(`view_${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {content()}
    </section>
  )
}

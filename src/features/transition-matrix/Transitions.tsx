import AltRoute from '@mui/icons-material/AltRoute'
import Button from '@mui/material/Button'
import { useLayoutEffect, useRef } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditorState } from '../../editor/react.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Segmented } from '../../ui/forms/Segmented.tsx'
import { TransitionMatrix } from './TransitionMatrix.tsx'
import { TransitionTable } from './TransitionTable.tsx'
import styles from './transitions.module.css'

export const transitionViews = ['table', 'matrix'] as const
export type TransitionsView = (typeof transitionViews)[number]

interface TransitionsProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly view: TransitionsView
  readonly onView: (view: TransitionsView) => void
  /** A menu of all actions was asked for on a transition. */
  readonly onMenu?: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
}

/** The transitions of the open process, as a table or as a matrix. */
export function Transitions({ ui, settings, view, onView, onMenu }: TransitionsProps) {
  const t = useText('transitionMatrix')
  const { stages, transitions } = useEditorState(({ document }) => ({
    stages: Object.keys(document.stages).length,
    transitions: Object.keys(document.transitions).length,
  }))
  // Table and matrix each have the switch in their own bar: whoever used it keeps it under the fingers.
  const switching = useRef(false)
  const views = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (switching.current) views.current?.querySelector<HTMLElement>(`[value="${view}"]`)?.focus()
    switching.current = false
  }, [view])
  const choose = (next: TransitionsView) => {
    switching.current = true
    onView(next)
  }
  const viewSwitch = (
    <div ref={views} className={styles.views}>
      <Segmented
        label={t('view')}
        hideLabel
        options={transitionViews.map((value) => ({ value, label: t(`view_${value}`) }))}
        value={view}
        onChange={choose}
      />
    </div>
  )
  const given = { ui, children: viewSwitch, ...(onMenu ? { onMenu } : {}) }
  return (
    <section className={styles.room} aria-labelledby="transitions-title">
      <h2 id="transitions-title" className="sr-only">
        {t('title')}
      </h2>
      {stages === 0 || (transitions === 0 && view === 'table') ? (
        <EmptyState
          icon={<AltRoute />}
          title={t('emptyTitle')}
          level={3}
          actions={
            stages === 0 ? (
              <Button variant="contained" onClick={() => ui.show('stages')}>
                {t('openStages')}
              </Button>
            ) : (
              <Button variant="contained" onClick={() => onView('matrix')}>
                {t('openMatrix')}
              </Button>
            )
          }
        >
          {t(stages === 0 ? 'emptyStages' : 'emptyBody')}
        </EmptyState>
      ) : view === 'matrix' ? (
        <TransitionMatrix {...given} />
      ) : (
        <TransitionTable {...given} settings={settings} />
      )}
    </section>
  )
}

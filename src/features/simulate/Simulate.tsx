/** Walks a deal through the process as it is drawn now, and keeps walks as tests of it. */
import RouteOutlined from '@mui/icons-material/RouteOutlined'
import Button from '@mui/material/Button'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { graphOf } from '../../domain/process/graph.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { NewDeal } from './NewDeal.tsx'
import { ScenariosPanel } from './ScenariosPanel.tsx'
import { walkOf } from './scenarioWalk.ts'
import styles from './simulate.module.css'
import { WalkRoom } from './WalkRoom.tsx'
import { replay } from './walk.ts'
import { currentWalk, walkStoreOf } from './walkStore.ts'

interface SimulateProps {
  /** A deal went from one stage to another. */
  readonly onMoved?: () => void
  /** Leads to where stages are made. */
  readonly onDesign: () => void
}

export function Simulate({ onMoved, onDesign }: SimulateProps) {
  const t = useText('simulate')
  const store = walkStoreOf(useEditor())
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const walk = useStore(store.state, currentWalk)
  const steps = useMemo(
    () => (walk ? replay({ document, reference }, walk) : []),
    [document, reference, walk],
  )
  const [started, setStarted] = useState(0)
  const step = steps.at(-1)
  const moved = steps.some(({ lines }) =>
    lines.some((line) => line.fromStageId !== null && line.fromStageId !== line.stageId),
  )
  const tellMoved = useEffectEvent(() => onMoved?.())
  useEffect(() => {
    if (moved) tellMoved()
  }, [moved])
  const canStart = graphOf(document).openStages.length > 0
  return (
    <div className={styles.room}>
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        <p>{t('lead')}</p>
      </div>
      {walk && step ? (
        <WalkRoom key={walk.number} store={store} walk={walk} steps={steps} step={step} />
      ) : canStart ? (
        <NewDeal
          key={started}
          onStart={(given) => {
            store.begin(given)
            setStarted(started + 1)
          }}
        />
      ) : (
        <EmptyState
          icon={<RouteOutlined />}
          title={t('noStage')}
          actions={
            <Button variant="contained" onClick={onDesign}>
              {t('toDesign')}
            </Button>
          }
        >
          {t('noStageBody')}
        </EmptyState>
      )}
      <ScenariosPanel onOpen={(scenario) => store.begin(walkOf(scenario))} />
    </div>
  )
}

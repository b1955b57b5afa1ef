import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import type { RowHandlers } from './MenuButton.tsx'
import styles from './outline.module.css'
import { WayItem } from './WayItem.tsx'

/** Transitions that leave every open stage, once instead of at each. */
export function GlobalWays({ onChoose, onMenu }: RowHandlers) {
  const t = useText('outline')
  const ids = useEditorState(({ document }) =>
    Object.values(document.transitions)
      .filter((way) => way.fromStageId === null && document.stages[way.toStageId])
      .map((way) => way.id)
      .sort(),
  )
  if (ids.length === 0) return null
  return (
    <div className={styles.global}>
      <h3 id="outline-global">{t('anyOpen')}</h3>
      <ul aria-labelledby="outline-global" className={styles.globalWays}>
        {ids.map((id) => (
          <WayItem key={id} transitionId={id} onChoose={onChoose} onMenu={onMenu} />
        ))}
      </ul>
    </div>
  )
}

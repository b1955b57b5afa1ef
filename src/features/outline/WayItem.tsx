import { sharesOf } from '../../editor/names.ts'
import { useEditorState, useIsActive, useTransition } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { localExits } from '../../editor/ways.ts'
import { useText } from '../../text/index.ts'
import type { RowHandlers } from './MenuButton.tsx'
import styles from './outline.module.css'

/** One way out: a link to the stage it leads to, and the transition itself. */
export function WayItem({ transitionId, onChoose, onMenu }: RowHandlers & { readonly transitionId: string }) {
  const t = useText('outline')
  const element = { kind: 'transition', id: transitionId } as const
  const transition = useTransition(transitionId)
  const active = useIsActive(element)
  const { target, share } = useEditorState(({ document }) => {
    const way = document.transitions[transitionId]
    const siblings = way?.fromStageId ? localExits(document, way.fromStageId) : []
    return {
      target: way ? stageNameOf(document, way.toStageId) : '',
      share: sharesOf(siblings)[siblings.findIndex(({ id }) => id === transitionId)],
    }
  })
  if (!transition) return null
  const words = [
    ...(transition.transitionName.trim() ? [transition.transitionName.trim()] : []),
    ...(transition.isAutomatic ? [t('automatic')] : []),
    ...(transition.isRework ? [t('rework')] : []),
    ...(transition.onRefusal ? [t('onRefusal')] : []),
    ...(transition.conditions.length > 0 ? [t('conditions', { count: transition.conditions.length })] : []),
    ...(share === undefined ? [] : [t('share', { percent: share })]),
  ].join(', ')
  return (
    <li className={styles.way}>
      <a
        href={`#outline-${transition.toStageId}`}
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>(`[data-element="${CSS.escape(transition.toStageId)}"]`)?.focus()
        }}
      >
        {target}
      </a>
      <button
        type="button"
        data-element={transitionId}
        data-kind="transition"
        aria-current={active || undefined}
        aria-label={t('way', { name: target, words: words || t('wayPlain') })}
        onClick={() => onChoose(element)}
        onContextMenu={(event) => {
          event.preventDefault()
          onMenu(element, { x: event.clientX, y: event.clientY })
        }}
      >
        {words || t('wayPlain')}
      </button>
    </li>
  )
}

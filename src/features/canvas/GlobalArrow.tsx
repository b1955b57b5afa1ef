/** One arrow of a transition that leaves every open stage: faint, and a click on it is a click on the transition. */
import type { EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useEditorState } from '../../editor/react.ts'
import styles from './arrow.module.css'
import { type GlobalEdge, isSelected } from './flow.ts'
import { routeBetween } from './routes.ts'

export const GlobalArrow = memo(function GlobalArrow({ source, target, data }: EdgeProps<GlobalEdge>) {
  const id = data?.transitionId ?? ''
  const [from, to, selected] = useEditorState((state) => [
    state.session.dragging?.[source] ?? state.document.stages[source]?.position,
    state.session.dragging?.[target] ?? state.document.stages[target]?.position,
    isSelected(state, { kind: 'transition', id }),
  ])
  if (!from || !to) return null
  const { path } = routeBetween(from, to)
  return (
    <>
      <path className={styles.arrowHit} d={path} data-arrow-id={id} />
      <path
        className={`react-flow__edge-path ${styles.arrow}`}
        d={path}
        markerEnd={`url(#stagecraft-arrow${selected ? '-selected' : ''})`}
        data-selected={selected || undefined}
        data-global
      />
    </>
  )
})

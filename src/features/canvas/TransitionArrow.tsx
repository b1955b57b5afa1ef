/**
 * A transition: a silent arrow and a chip with its name, which is what people click, focus and hear. The way is
 * computed from our own places, so a dragged stage takes its arrows along without React Flow's store being touched.
 */
import type { EdgeProps } from '@xyflow/react'
import { memo, use } from 'react'
import { createPortal } from 'react-dom'
import { openThreadCounts } from '../../domain/process/comment.ts'
import type { StageTransition } from '../../domain/process/transition.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { transitionBranchName, transitionName } from '../../editor/names.ts'
import { problemsAt } from '../../editor/problems.ts'
import { useEditor } from '../../editor/react.ts'
import { ruleText } from '../../editor/ruleWords.ts'
import { sameElement } from '../../editor/session.ts'
import { isInShade } from '../../editor/spotlight.ts'
import { anyOfWords } from '../../editor/whoWords.ts'
import { useText } from '../../text/index.ts'
import styles from './arrow.module.css'
import { ChipLayerContext, useCanvasTools } from './CanvasContext.ts'
import { CommentPin } from './CommentPin.tsx'
import { isSelected, type TransitionEdge } from './flow.ts'
import { Icon } from './Icon.tsx'
import { type ProblemCount, ProblemMark } from './ProblemMark.tsx'
import type { Route } from './routes.ts'
import { liveRoute, plannedRoute } from './routing.ts'
import { aroundTransition } from './surroundings.ts'
import { useDrawn } from './useDrawn.ts'

/** One subscription an arrow, as with cards. */
export const TransitionArrow = memo(function TransitionArrow({
  id,
  source,
  target,
}: EdgeProps<TransitionEdge>) {
  const editor = useEditor()
  const chipLayer = use(ChipLayerContext)
  const element: ElementRef = { kind: 'transition', id }
  const [transition, planned, draggedFrom, draggedTo, selected, active, count, severity, shade, comments] =
    useDrawn([source, target], (state) => [
      state.document.transitions[id],
      plannedRoute(state.document, id),
      state.session.dragging?.[source],
      state.session.dragging?.[target],
      isSelected(state, element),
      sameElement(state.session.active, element),
      problemsAt(editor.problems(), element).length,
      problemsAt(editor.problems(), element)[0]?.severity,
      isInShade(state, id),
      openThreadCounts(state.document.comments).get(id) ?? 0,
      state.document.transitions[id] && aroundTransition(state.document, state.document.transitions[id]),
    ])
  if (!transition || !planned) return null
  const { document } = editor.store.getState()
  const from = draggedFrom ?? document.stages[source]?.position
  const to = draggedTo ?? document.stages[target]?.position
  const live = (draggedFrom || draggedTo) && from && to
  const route = live ? liveRoute(document, transition, from, to) : planned
  const marker = `url(#stagecraft-arrow${selected ? '-selected' : ''})`
  return (
    <>
      <path className={styles.arrowHit} d={route.path} data-arrow-id={id} />
      <path
        className={`react-flow__edge-path ${styles.arrow}`}
        d={route.path}
        markerEnd={marker}
        data-selected={selected || undefined}
        data-rework={transition.isRework || undefined}
        data-refusal={transition.onRefusal || undefined}
        data-shade={shade || undefined}
      />
      {chipLayer
        ? createPortal(
            <Chip
              transition={transition}
              selected={selected}
              active={active}
              shade={shade}
              comments={comments}
              problems={{ count, severity }}
              route={route}
            />,
            chipLayer,
          )
        : null}
    </>
  )
})

interface ChipProps {
  readonly transition: StageTransition
  readonly selected: boolean
  readonly active: boolean
  readonly shade: boolean
  /** Open threads. */
  readonly comments: number
  readonly problems: ProblemCount
  readonly route: Route
}

function Chip({ transition, selected, active, shade, comments, problems, route }: ChipProps) {
  const t = useText('canvas')
  const editor = useEditor()
  const tools = useCanvasTools()
  const { document, session, reference } = editor.store.getState()
  const name = transition.transitionName.trim()
  const conditions = transition.conditions.length
  const runBy = (!transition.isAutomatic && transition.runBy?.length) || undefined
  const nameOf =
    active && session.reveal?.asExit && session.reveal.element.id === transition.id
      ? transitionBranchName
      : transitionName
  const bare =
    name === '' &&
    !transition.isAutomatic &&
    conditions === 0 &&
    !transition.isRework &&
    !transition.onRefusal &&
    !runBy
  const at = (point: { x: number; y: number }) => ({
    transform: `translate(-50%,-50%) translate(${point.x}px,${point.y}px)`,
  })

  return (
    <>
      <div
        role="group"
        className={`${styles.chip} nopan nodrag shows-focus`}
        style={at(route.label)}
        data-transition-id={transition.id}
        data-selected={selected || undefined}
        data-shade={shade || undefined}
        data-bare={(bare && problems.count === 0 && comments === 0) || undefined}
        tabIndex={active ? 0 : -1}
        aria-roledescription={t('transition')}
        aria-label={nameOf({ document, session, problems: editor.problems() }, transition.id)}
      >
        <span className={styles.chipBody} aria-hidden>
          <span className={styles.chipWords}>
            {transition.isAutomatic ? (
              <Icon name={transition.afterDays === null ? 'automatic' : 'timer'} />
            ) : null}
            {transition.isRework ? <Icon name="rework" /> : null}
            {name === '' ? null : (
              <span className={styles.chipName} title={name}>
                {name}
              </span>
            )}
            {transition.onRefusal ? <span className={styles.chipName}>{t('ifRefused')}</span> : null}
          </span>
          <span className={styles.chipMarks}>
            {runBy ? (
              <span
                className={styles.chipCount}
                title={t('runBy', { who: anyOfWords(transition.runBy ?? []) })}
              >
                <Icon name="approval" />
              </span>
            ) : null}
            {conditions > 0 ? (
              <span
                className={styles.chipCount}
                title={t('conditions', {
                  rules: transition.conditions.map((rule) => ruleText(rule, reference.fields)).join('\n'),
                })}
              >
                <Icon name="rule" />
                {conditions}
              </span>
            ) : null}
            <ProblemMark {...problems} />
            <CommentPin element={{ kind: 'transition', id: transition.id }} count={comments} />
          </span>
        </span>
      </div>
      {selected
        ? (['source', 'target'] as const).map((end) => (
            <span
              key={end}
              className={`${styles.end} nopan nodrag`}
              style={at(end === 'source' ? route.start : route.end)}
              aria-hidden
              title={t('dragToReconnect')}
              onPointerDown={(event) => {
                event.stopPropagation()
                tools.startLink({ kind: 'reconnect', transitionId: transition.id, end }, event.nativeEvent)
              }}
            />
          ))
        : null}
    </>
  )
}

/**
 * A stage on the canvas: plain elements, no controls inside, one name for screen readers. It renders again only when
 * its own stage, problems, selection or place change.
 */
import { Handle, type NodeProps, Position } from '@xyflow/react'
import { memo, type PointerEvent } from 'react'
import type { Severity } from '../../domain/lint/rule.ts'
import { openThreadCounts } from '../../domain/process/comment.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { EditorState, ElementRef } from '../../editor/editor.ts'
import { stageDescription, stageName } from '../../editor/names.ts'
import { problemsAt } from '../../editor/problems.ts'
import { useEditor } from '../../editor/react.ts'
import { isInShade } from '../../editor/spotlight.ts'
import { waysIn } from '../../editor/ways.ts'
import { useText } from '../../text/index.ts'
import { useCanvasTools } from './CanvasContext.ts'
import { CommentPin } from './CommentPin.tsx'
import styles from './card.module.css'
import face from './cardFace.module.css'
import pins from './commentPin.module.css'
import { isSelected, isTabStop, type StageNode } from './flow.ts'
import { GlobalBadge } from './GlobalBadge.tsx'
import { Icon } from './Icon.tsx'
import { ProbabilityRing } from './ProbabilityRing.tsx'
import { type ProblemCount, ProblemMark } from './ProblemMark.tsx'
import tones from './stageTone.module.css'
import { toneOf } from './stageTone.ts'
import { aroundStage } from './surroundings.ts'
import { useDrawn } from './useDrawn.ts'
import names from './wholeName.module.css'

/**
 * One subscription a card: while one stage is dragged every card asks once a frame whether it is concerned, and with a
 * thousand cards each further question would be felt.
 */
export const StageCard = memo(function StageCard({
  id,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<StageNode>) {
  const element: ElementRef = { kind: 'stage', id }
  const editor = useEditor()
  const [stage, place, selected, active, count, severity, shade, globalId, comments] = useDrawn(
    [id],
    (state) => [
      state.document.stages[id],
      state.session.dragging?.[id] ?? state.document.stages[id]?.position,
      isSelected(state, element),
      isTabStop(state, id),
      problemsAt(editor.problems(), element).length,
      problemsAt(editor.problems(), element)[0]?.severity,
      isInShade(state, id),
      selectedGlobal(state, id),
      openThreadCounts(state.document.comments).get(id) ?? 0,
      aroundStage(state.document, id),
    ],
  )
  if (!stage || !place) return null
  // React Flow learns of a new place one frame later than we do; the difference is made up here.
  const dx = place.x - positionAbsoluteX
  const dy = place.y - positionAbsoluteY
  return (
    <>
      {/* React Flow draws an arrow only between handles it finds in the page; ours are drawn and used elsewhere. */}
      <Handle type="target" position={Position.Left} className={styles.anchor} isConnectable={false} />
      <Card
        stage={stage}
        problems={{ count, severity }}
        selected={selected}
        active={active}
        shade={shade}
        globalId={globalId}
        comments={comments}
        offset={dx === 0 && dy === 0 ? '' : `translate(${dx}px,${dy}px)`}
      />
      <Handle type="source" position={Position.Right} className={styles.anchor} isConnectable={false} />
    </>
  )
})

/** Longer names end in an ellipsis; the whole name stands under the card while somebody looks at it. */
const longName = 30

interface CardProps {
  readonly stage: SalesStage
  readonly problems: ProblemCount
  readonly selected: boolean
  readonly active: boolean
  readonly shade: boolean
  /** The selected transition among those that lead here from every open stage. */
  readonly globalId: string | null
  /** Open threads. */
  readonly comments: number
  readonly offset: string
}

/** The outside of a card: place, name for screen readers, states. */
function Card({ stage, problems, selected, active, shade, globalId, comments, offset }: CardProps) {
  const t = useText('canvas')
  const editor = useEditor()
  const tools = useCanvasTools()
  const { id } = stage
  const { document, session } = editor.store.getState()
  const kind = stageKind(stage)
  const isLong = stage.stageName.length > longName
  const globals = waysIn(document, id).filter((way) => way.fromStageId === null)

  const grab = (event: PointerEvent) => {
    if (event.button === 0) tools.startCardDrag(id, event.nativeEvent)
  }

  return (
    <div
      role="group"
      className={`${styles.card} ${tones.tone} ${names.whole} nopan nodrag shows-focus`}
      style={offset === '' ? {} : { transform: offset }}
      data-stage-id={id}
      data-tone={toneOf(stage)}
      data-kind={kind}
      data-selected={selected || undefined}
      data-inactive={!stage.isActive || undefined}
      data-shade={shade || undefined}
      data-whole-name={stage.stageName}
      data-long={isLong || undefined}
      tabIndex={active ? 0 : -1}
      aria-roledescription={t('stage')}
      aria-label={stageName({ document, session, problems: editor.problems() }, id)}
      aria-description={stageDescription({ document }, id)}
      onPointerDown={grab}
    >
      <Face stage={stage} problems={problems.count} severity={problems.severity} />
      {globals.length > 0 ? <GlobalBadge ways={globals} selectedId={globalId} /> : null}
      {comments > 0 ? (
        <span className={pins.onCard}>
          <CommentPin element={{ kind: 'stage', id }} count={comments} />
        </span>
      ) : null}
      {kind === 'open' ? (
        <span
          className={styles.handle}
          aria-hidden
          title={t('dragToConnect')}
          onPointerDown={(event) => {
            event.stopPropagation()
            tools.startLink({ kind: 'connect', fromStageId: id }, event.nativeEvent)
          }}
        />
      ) : null}
    </div>
  )
}

interface FaceProps {
  readonly stage: SalesStage
  readonly problems: number
  readonly severity: Severity | undefined
}

/** What is seen on a card. Says nothing to screen readers: the card's name does. */
const Face = memo(function Face({ stage, problems, severity }: FaceProps) {
  const t = useText('canvas')
  const sign = stage.isActive ? stageKind(stage) : 'inactive'
  return (
    <div className={face.cardBody} aria-hidden>
      <span className={face.stripe} />
      <div className={face.cardHead}>
        <span className={face.order}>{stage.stageOrder}</span>
        <span className={face.cardName} title={stage.stageName}>
          {stage.stageName || t('unnamed')}
        </span>
        <ProbabilityRing value={stage.defaultProbability} />
      </div>
      <div className={face.cardFoot}>
        <span className={face.kind}>
          <Icon name={sign} />
          {t(sign)}
        </span>
        <Badges stage={stage} />
        <ProblemMark count={problems} severity={severity} />
      </div>
    </div>
  )
})

function Badges({ stage }: { readonly stage: SalesStage }) {
  const t = useText('canvas')
  const rules = stage.validationRules.length + stage.transitionRules.length
  return (
    <span className={face.badges}>
      {stage.isEntry ? <Badge icon="entry" title={t('entry')} /> : null}
      {stage.requiredFields.length > 0 ? (
        <Badge icon="field" count={stage.requiredFields.length} title={t('requiredFields')} />
      ) : null}
      {rules > 0 ? <Badge icon="rule" count={rules} title={t('rules')} /> : null}
      {stage.requiresApproval ? <Badge icon="approval" title={t('approval')} /> : null}
      {stage.averageDurationDays !== null ? (
        <span className={face.badge} title={t('averageDays')}>
          {t('days', { count: stage.averageDurationDays })}
        </span>
      ) : null}
    </span>
  )
}

interface BadgeProps {
  readonly icon: 'entry' | 'field' | 'rule' | 'approval'
  readonly count?: number
  readonly title: string
}

function Badge({ icon, count, title }: BadgeProps) {
  return (
    <span className={face.badge} title={title}>
      <Icon name={icon} />
      {count}
    </span>
  )
}

function selectedGlobal({ document, session }: EditorState, stageId: string): string | null {
  const found = session.selection.find(({ kind, id }) => {
    const transition = kind === 'transition' ? document.transitions[id] : undefined
    return transition?.fromStageId === null && transition.toStageId === stageId
  })
  return found?.id ?? null
}

/**
 * A stage on the canvas: plain elements, no controls inside, one name for screen readers. It renders again only when
 * its own stage, problems, selection or place change.
 */
import type { NodeProps } from '@xyflow/react'
import { type MouseEvent, memo, type PointerEvent } from 'react'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { stageDescription, stageName } from '../../editor/names.ts'
import {
  useEditor,
  useEditorState,
  useIsActive,
  useIsSelected,
  useProblemsAt,
  useStage,
  useStagePosition,
} from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import type { StageTone } from '../../ui/theme/tokens.ts'
import { useCanvasTools } from './CanvasContext.ts'
import styles from './canvas.module.css'
import type { StageNode } from './flow.ts'
import { Icon } from './Icon.tsx'
import { ProbabilityRing } from './ProbabilityRing.tsx'

export const toneOf = (stage: SalesStage): StageTone => {
  if (!stage.isActive) return 'inactive'
  const kind = stageKind(stage)
  return kind === 'open' ? stage.color : kind
}

export const StageCard = memo(function StageCard({
  id,
  positionAbsoluteX,
  positionAbsoluteY,
}: NodeProps<StageNode>) {
  const stage = useStage(id)
  const place = useStagePosition(id)
  if (!stage || !place) return null
  // React Flow learns of a new place one frame later than we do; the difference is made up here.
  const dx = place.x - positionAbsoluteX
  const dy = place.y - positionAbsoluteY
  return <Card stage={stage} offset={dx === 0 && dy === 0 ? '' : `translate(${dx}px,${dy}px)`} />
})

const Card = memo(function Card({ stage, offset }: { readonly stage: SalesStage; readonly offset: string }) {
  const t = useText('canvas')
  const editor = useEditor()
  const tools = useCanvasTools()
  const { id } = stage
  const element: ElementRef = { kind: 'stage', id }
  const selected = useIsSelected(element)
  const active = useIsActive(element)
  const problems = useProblemsAt(element)
  const kind = stageKind(stage)
  const state = editor.store.getState()
  const globals = useEditorState(
    ({ document }) =>
      Object.values(document.transitions).filter((one) => one.isGlobal && one.toStageId === id).length,
  )
  // The name and what leads here change with neighbours too; reading them is cheap, so it is done when rendering.
  useEditorState(({ document }) => [document.transitions, document.stages])

  const select = (event: MouseEvent) =>
    tools.select(element, event.shiftKey || event.ctrlKey || event.metaKey)
  const grab = (event: PointerEvent) => {
    if (event.button === 0 && !(event.target as Element).closest('[data-link]'))
      tools.startCardDrag(id, event.nativeEvent)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a stage is a group with a name on an application surface
    <div
      role="group"
      className={`${styles.card} nopan nodrag shows-focus`}
      style={offset === '' ? {} : { transform: offset }}
      data-stage-id={id}
      data-tone={toneOf(stage)}
      data-kind={kind}
      data-selected={selected || undefined}
      data-inactive={!stage.isActive || undefined}
      tabIndex={active ? 0 : -1}
      aria-roledescription={t('stage')}
      aria-label={stageName(
        { document: state.document, session: state.session, problems: editor.problems() },
        id,
      )}
      aria-description={stageDescription({ document: state.document }, id)}
      onFocus={() => editor.setActive(element)}
      onClick={select}
      onDoubleClick={() => tools.ui.showDetails(element)}
      onPointerDown={grab}
      onContextMenu={(event) => {
        event.preventDefault()
        event.stopPropagation()
        tools.openMenu(element, { x: event.clientX, y: event.clientY })
      }}
    >
      <div className={styles.cardBody} aria-hidden>
        <span className={styles.stripe} />
        <div className={styles.cardHead}>
          <span className={styles.order}>{stage.stageOrder}</span>
          <span className={styles.cardName} title={stage.stageName}>
            {stage.stageName || t('unnamed')}
          </span>
          <ProbabilityRing value={stage.defaultProbability} />
        </div>
        <div className={styles.cardFoot}>
          <span className={styles.kind}>
            <Icon name={stage.isActive ? kind : 'inactive'} />
            {t(stage.isActive ? kind : 'inactive')}
          </span>
          <Badges stage={stage} globals={globals} />
          {problems.length > 0 ? (
            <span className={styles.problem} data-severity={problems[0]?.severity}>
              <Icon name={problems[0]?.severity ?? 'error'} />
              {problems.length}
            </span>
          ) : null}
        </div>
      </div>
      {kind === 'open' ? (
        <span
          className={styles.handle}
          data-link
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
})

function Badges({ stage, globals }: { readonly stage: SalesStage; readonly globals: number }) {
  const t = useText('canvas')
  const rules = stage.validationRules.length + stage.transitionRules.length
  return (
    <span className={styles.badges}>
      {stage.isEntry ? <Badge icon="entry" title={t('entry')} /> : null}
      {globals > 0 ? <Badge icon="global" title={t('fromAnywhere')} /> : null}
      {stage.requiredFields.length > 0 ? (
        <Badge icon="field" count={stage.requiredFields.length} title={t('requiredFields')} />
      ) : null}
      {rules > 0 ? <Badge icon="rule" count={rules} title={t('rules')} /> : null}
      {stage.requiresApproval ? <Badge icon="approval" title={t('approval')} /> : null}
      {stage.averageDurationDays !== null ? (
        <span className={styles.badge} title={t('averageDays')}>
          {t('days', { count: stage.averageDurationDays })}
        </span>
      ) : null}
    </span>
  )
}

interface BadgeProps {
  readonly icon: 'entry' | 'global' | 'field' | 'rule' | 'approval'
  readonly count?: number
  readonly title: string
}

function Badge({ icon, count, title }: BadgeProps) {
  return (
    <span className={styles.badge} title={title}>
      <Icon name={icon} />
      {count}
    </span>
  )
}

import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import { graphOf } from '../../domain/process/graph.ts'
import { stageKind } from '../../domain/process/stage.ts'
import { stageDescription, stageName } from '../../editor/names.ts'
import { useEditor, useEditorState, useIsActive, useProblemsAt, useStage } from '../../editor/react.ts'
import { stageNameOf } from '../../editor/rowNames.ts'
import { localExits } from '../../editor/ways.ts'
import { useText } from '../../text/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { MenuButton, type RowHandlers } from './MenuButton.tsx'
import styles from './outline.module.css'
import { WayItem } from './WayItem.tsx'

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const

/** One stage: its name, what counts about it, and where it goes. */
export function OutlineStage({ stageId, onChoose, onMenu }: RowHandlers & { readonly stageId: string }) {
  const t = useText('outline')
  const element = { kind: 'stage', id: stageId } as const
  const stage = useStage(stageId)
  const active = useIsActive(element)
  const [worst, ...more] = useProblemsAt(element)
  const editor = useEditor()
  const { exits, isEntry, spoken, described } = useEditorState(({ document }) => ({
    exits: localExits(document, stageId)
      .map((way) => way.id)
      .join('\n'),
    isEntry: graphOf(document).entry?.id === stageId,
    spoken: stageName({ document, problems: editor.problems() }, stageId),
    described: stageDescription({ document }, stageId),
  }))
  if (!stage) return null
  const kind = stageKind(stage)
  const name = stageNameOf({ stages: { [stageId]: stage } }, stageId)
  const ways = exits === '' ? [] : exits.split('\n')
  const Sign = worst ? signs[worst.severity] : null
  const facts = [
    ...(isEntry ? [t('start')] : []),
    ...(stage.isActive ? [] : [t('inactive')]),
    ...(kind === 'open' ? [t('percent', { value: stage.defaultProbability })] : []),
    ...(stage.averageDurationDays === null ? [] : [t('days', { count: stage.averageDurationDays })]),
  ]
  return (
    <li id={`outline-${stageId}`} className={styles.stage} data-current={active || undefined}>
      <div className={styles.row}>
        <div className={styles.label}>
          <button
            type="button"
            className={styles.name}
            data-element={stageId}
            data-tour="stage"
            data-kind="stage"
            aria-current={active || undefined}
            aria-label={spoken}
            aria-description={described}
            onClick={() => onChoose(element)}
            onContextMenu={(event) => {
              event.preventDefault()
              onMenu(element, { x: event.clientX, y: event.clientY })
            }}
          >
            <ColorDot tone={!stage.isActive ? 'inactive' : kind === 'open' ? stage.color : kind} />
            <strong>{name}</strong>
          </button>
          {/* The button's name says it all; its visible words are the stage's name alone, as a voice would call it. */}
          {facts.length > 0 ? (
            <span className={styles.facts} aria-hidden>
              {facts.join(' · ')}
            </span>
          ) : null}
          {worst && Sign ? (
            <span className={styles.problems} data-severity={worst.severity} aria-hidden>
              <Sign />
              {t('problems', { count: more.length + 1 })}
            </span>
          ) : null}
        </div>
        <MenuButton element={element} name={name} onMenu={onMenu} />
      </div>
      {ways.length > 0 ? (
        <div className={styles.ways}>
          <span className={styles.goesTo} aria-hidden>
            {t('goesTo')}
          </span>
          <ul aria-label={t('goesToOf', { name })}>
            {ways.map((id) => (
              <WayItem key={id} transitionId={id} onChoose={onChoose} onMenu={onMenu} />
            ))}
          </ul>
        </div>
      ) : (
        <p className={styles.end}>
          {t(kind === 'won' ? 'finalWon' : kind === 'lost' ? 'finalLost' : 'deadEnd')}
        </p>
      )}
    </li>
  )
}

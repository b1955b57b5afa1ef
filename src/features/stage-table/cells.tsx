/** The cells of a stage's row: each reads its row and changes it by one command. */
import type { MouseEvent } from 'react'
import { forecastCategories, stageColors, stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, text, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { CellSelect } from '../../ui/tables/CellSelect.tsx'
import { CellSwitch } from '../../ui/tables/CellSwitch.tsx'
import { useGridFocus } from '../../ui/tables/gridContext.ts'
import { readField, stageKinds, writeField } from './stageFields.ts'
import type { Neighbour, StageRow } from './stageRows.ts'
import styles from './stageTable.module.css'

interface CellProps {
  readonly row: StageRow
}

export const nameOf = ({ stage }: Pick<StageRow, 'stage'>): string =>
  stage.stageName.trim() || text('stageTable', 'unnamed')

const keyOf = {
  name: 'stageName',
  code: 'stageCode',
  probability: 'defaultProbability',
  average: 'averageDurationDays',
  maximum: 'maxDurationDays',
} as const

type TextField = keyof typeof keyOf

const maxLength: Readonly<Partial<Record<TextField, number>>> = { name: 100, code: 40 }

/** Name, code, probability and durations. */
export function TextCell({ row, field }: CellProps & { readonly field: TextField }) {
  const t = useText('stageTable')
  const editor = useEditor()
  const { stage } = row
  const key = keyOf[field]
  const value = stage[key]
  const isNumber = typeof value !== 'string'
  return (
    <CellInput
      column={field}
      label={t('ofStage', { column: t(field), name: nameOf(row) })}
      value={value === null ? '' : String(value)}
      align={isNumber ? 'end' : 'start'}
      strong={field === 'name'}
      tabStop={field === 'name'}
      mono={field === 'code'}
      readOnly={useReadOnly()}
      wrong={row.problems.some(({ at, severity }) => at.field === key && severity !== 'info')}
      {...(field === 'probability' ? { unit: '%' } : {})}
      {...(value === null ? { placeholder: '–' } : {})}
      {...(isNumber ? { inputMode: 'decimal' as const } : {})}
      {...(maxLength[field] === undefined ? {} : { maxLength: maxLength[field] })}
      commit={(given) => {
        const { document, reference } = editor.store.getState()
        const read = readField(field, given, { document, reference, stage })
        if ('reason' in read) return read.reason
        const done = editor.dispatch('updateStage', { stageId: stage.id, changes: read.changes })
        return done.ok ? null : say(done.reason)
      }}
    />
  )
}

const useReadOnly = () => useEditorState((state) => state.readOnly !== null)

export function KindCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useReadOnly()
  return (
    <CellSelect
      column="kind"
      label={t('ofStage', { column: t('kind'), name: nameOf(row) })}
      value={stageKind(row.stage)}
      readOnly={readOnly}
      options={stageKinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
      onChange={(kind) => {
        const changes = { isClosedWon: kind === 'won', isClosedLost: kind === 'lost' }
        editor.dispatch('updateStage', { stageId: row.stage.id, changes })
      }}
    />
  )
}

export function ColorCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useReadOnly()
  const { id, color } = row.stage
  return (
    <CellSelect
      column="color"
      label={t('ofStage', { column: t('color'), name: nameOf(row) })}
      value={color}
      readOnly={readOnly}
      start={<ColorDot tone={color} />}
      options={stageColors.map((value) => ({ value, label: t(`color_${value}`) }))}
      onChange={(value) => {
        const chosen = stageColors.find((known) => known === value)
        if (chosen)
          editor.dispatch(
            'updateStage',
            { stageId: id, changes: { color: chosen } },
            { mergeKey: `${id} color` },
          )
      }}
      onDone={() => editor.closeStep()}
    />
  )
}

export function ForecastCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const { id, forecastCategory } = row.stage
  return (
    <CellSelect
      column="forecast"
      label={t('ofStage', { column: t('forecast'), name: nameOf(row) })}
      value={forecastCategory ?? ''}
      readOnly={useReadOnly()}
      options={[
        { value: '', label: t('noneSet') },
        ...forecastCategories.map((value) => ({ value, label: t(`forecast_${value}`) })),
      ]}
      onChange={(value) => {
        const chosen = forecastCategories.find((known) => known === value) ?? null
        editor.dispatch('updateStage', { stageId: id, changes: { forecastCategory: chosen } })
      }}
    />
  )
}

export function ActiveCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  return (
    <CellSwitch
      column="active"
      label={t('isActive', { name: nameOf(row) })}
      checked={row.stage.isActive}
      readOnly={useReadOnly()}
      onChange={(isActive) => {
        const done = editor.dispatch('updateStage', { stageId: row.stage.id, changes: { isActive } })
        if (!done.ok) announce(say(done.reason))
      }}
    />
  )
}

/** The company's categories of a stage; chosen in the details. */
export function CategoryCell({ row, ui }: CellProps & { readonly ui: EditorUi }) {
  const t = useText('stageTable')
  const reference = useEditorState((state) => state.reference)
  const names = writeField('category', row.stage, reference)
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.opens}
      aria-label={t('ofStage', { column: t('category'), name: nameOf(row) })}
      title={names}
      onClick={() => ui.showDetails({ kind: 'stage', id: row.stage.id }, 'categoryIds')}
    >
      {names || t('noneSet')}
    </button>
  )
}

/** Letters that a cell holds beside the number of those that it does not. */
const seenAtOnce = 12

/** The stages before or after, each a way to its own row. */
export function WaysCell({ row, end }: CellProps & { readonly end: 'from' | 'to' }) {
  const t = useText('stageTable')
  const focus = useGridFocus()
  const go = (event: MouseEvent, stageId: string) => {
    event.preventDefault()
    focus?.(stageId)
  }
  const words = (neighbour: Neighbour) => (neighbour.stageId === null ? t('anyOpen') : neighbour.name)
  const [first = '', second] = row[end].map(words)
  // Two names cut short say less than one and how many more there are.
  const seen = second !== undefined && first.length + second.length <= seenAtOnce ? 2 : 1
  const [shown, rest] = [row[end].slice(0, seen), row[end].slice(seen)]
  if (shown.length === 0)
    return (
      <span className={styles.none}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('noWay')}</span>
      </span>
    )
  return (
    <ul className={styles.ways}>
      {shown.map((neighbour) => (
        <li key={`${neighbour.stageId} ${neighbour.name}`}>
          {neighbour.stageId === null ? (
            <span>{words(neighbour)}</span>
          ) : (
            <a
              href={`#${neighbour.stageId}`}
              tabIndex={-1}
              title={words(neighbour)}
              onClick={(event) => go(event, neighbour.stageId ?? '')}
            >
              {words(neighbour)}
            </a>
          )}
        </li>
      ))}
      {rest.length > 0 ? (
        <li title={rest.map(words).join(', ')}>
          <span aria-hidden>{t('more', { count: rest.length })}</span>
          <span className="sr-only">
            {t('moreOf', { count: rest.length, names: rest.map(words).join(', ') })}
          </span>
        </li>
      ) : null}
    </ul>
  )
}

/** The order, the handle to drag by, and the mark of the start. */
export function NameCell(props: CellProps) {
  const t = useText('stageTable')
  const { row } = props
  const kind = stageKind(row.stage)
  const tone = !row.stage.isActive ? 'inactive' : kind === 'open' ? row.stage.color : kind
  return (
    <span className={styles.name}>
      <ColorDot tone={tone} />
      <span className="sr-only">{nameOf(row)}</span>
      <TextCell {...props} field="name" />
      {row.isEntry ? <span className={styles.entry}>{t('entry')}</span> : null}
    </span>
  )
}

/** The cells of a stage's row: each reads its row and changes it by one command. */
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Switch from '@mui/material/Switch'
import { stageColors, stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { text, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { ColorDot } from '../../ui/display/ColorDot.tsx'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { CellSelect } from '../../ui/tables/CellSelect.tsx'
import { type CellField, readCell } from './cellText.ts'
import type { Neighbour, StageRow } from './stageRows.ts'
import styles from './stageTable.module.css'

export interface CellProps {
  readonly row: StageRow
  readonly ui: EditorUi
}

const nameOf = ({ stage }: StageRow): string => stage.stageName.trim() || text('stageTable', 'unnamed')

const columnOf = {
  stageName: 'name',
  stageCode: 'code',
  defaultProbability: 'probability',
  averageDurationDays: 'average',
  maxDurationDays: 'maximum',
} as const satisfies Record<CellField, string>

/** Name, code, probability and durations. */
export function TextCell({ row, field }: CellProps & { readonly field: CellField }) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  const { stage } = row
  const value = stage[field]
  const column = columnOf[field]
  const isNumber = typeof value === 'number' || value === null
  return (
    <CellInput
      column={column}
      label={t('ofStage', { column: t(column), name: nameOf(row) })}
      value={value === null ? '' : String(value)}
      align={isNumber ? 'end' : 'start'}
      strong={field === 'stageName'}
      mono={field === 'stageCode'}
      readOnly={readOnly}
      wrong={row.problems.some(({ at, severity }) => at.field === field && severity !== 'info')}
      {...(field === 'defaultProbability' ? { unit: '%' } : {})}
      {...(value === null ? { placeholder: '–' } : {})}
      {...(isNumber ? { inputMode: 'decimal' as const } : { maxLength: field === 'stageName' ? 100 : 40 })}
      commit={(given) => {
        const read = readCell(editor.store.getState().document, field, given, stage.id)
        if ('reason' in read) return read.reason
        const done = editor.dispatch('updateStage', { stageId: stage.id, changes: read.changes })
        return done.ok ? null : done.reason
      }}
    />
  )
}

export function KindCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  return (
    <CellSelect
      column="kind"
      label={t('ofStage', { column: t('kind'), name: nameOf(row) })}
      value={stageKind(row.stage)}
      readOnly={readOnly}
      options={(['open', 'won', 'lost'] as const).map((value) => ({ value, label: t(`kind_${value}`) }))}
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
  const readOnly = useEditorState((state) => state.readOnly !== null)
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

export function ActiveCell({ row }: CellProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly !== null)
  return (
    <Switch
      checked={row.stage.isActive}
      disabled={readOnly}
      onChange={(_, isActive) => {
        const done = editor.dispatch('updateStage', { stageId: row.stage.id, changes: { isActive } })
        if (!done.ok) announce(done.reason)
      }}
      slotProps={{
        input: {
          role: 'switch',
          'aria-label': t('isActive', { name: nameOf(row) }),
          ...{ 'data-cell': 'active' },
        },
      }}
    />
  )
}

/** The stages before or after, each a way to its own row. */
export function WaysCell({ row, end }: CellProps & { readonly end: 'from' | 'to' }) {
  const t = useText('stageTable')
  const shown = row[end].slice(0, 2)
  const rest = row[end].slice(2)
  const words = (neighbour: Neighbour) => (neighbour.stageId === null ? t('anyOpen') : neighbour.name)
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
            <a href={`#stage-row-${neighbour.stageId}`} onClick={(event) => goToRow(event, neighbour)}>
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

function goToRow(event: { preventDefault(): void }, { stageId }: Neighbour): void {
  event.preventDefault()
  const row = document.getElementById(`stage-row-${stageId}`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.querySelector<HTMLElement>('[data-cell="name"]')?.focus()
}

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const

/** How many problems, with the worst one's sign; leads to the field of the first. */
export function ProblemsCell({ row, ui }: CellProps) {
  const t = useText('stageTable')
  const [first] = row.problems
  if (!first)
    return (
      <span className={styles.none}>
        <span aria-hidden>–</span>
        <span className="sr-only">{t('noProblems')}</span>
      </span>
    )
  const Sign = signs[first.severity]
  const messages = row.problems.map(({ message }) => message).join(' ')
  return (
    <button
      type="button"
      className={styles.problems}
      data-severity={first.severity}
      title={messages}
      onClick={() => ui.showDetails({ kind: 'stage', id: row.stage.id }, first.at.field)}
    >
      <Sign aria-hidden />
      <span>{t('problemCount', { count: row.problems.length })}</span>
      <span className="sr-only">{`: ${messages}`}</span>
    </button>
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
      <TextCell {...props} field="stageName" />
      {row.isEntry ? <span className={styles.entry}>{t('entry')}</span> : null}
    </span>
  )
}

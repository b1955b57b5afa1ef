/** The cells of a transition's row: each changes its transition by one command. */
import ErrorOutlined from '@mui/icons-material/ErrorOutlined'
import InfoOutlined from '@mui/icons-material/InfoOutlined'
import WarningAmber from '@mui/icons-material/WarningAmber'
import Switch from '@mui/material/Switch'
import type { TransitionChanges } from '../../domain/commands/changes.ts'
import { stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { readNumber } from '../../ui/forms/readNumber.ts'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { CellSelect } from '../../ui/tables/CellSelect.tsx'
import styles from './transitionMatrix.module.css'
import type { TransitionRow } from './transitionRows.ts'

interface CellProps {
  readonly row: TransitionRow
}

const nameOf = ({ from, to }: TransitionRow): string => `${from} → ${to}`

function useChange({ transition }: TransitionRow) {
  const editor = useEditor()
  return (changes: TransitionChanges): string | null => {
    const done = editor.dispatch('updateTransition', { transitionId: transition.id, changes })
    return done.ok ? null : done.reason
  }
}

const useReadOnly = () => useEditorState((state) => state.readOnly !== null)

/** An end, chosen among the stages that may be one. */
export function EndCell({ row, end }: CellProps & { readonly end: 'from' | 'to' }) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const readOnly = useReadOnly()
  const stages = useEditorState((state) =>
    Object.values(state.document.stages).sort((a, b) => a.stageOrder - b.stageOrder),
  )
  const { transition } = row
  if (end === 'from' && transition.fromStageId === null)
    return <span className={styles.anyOpen}>{t('anyOpen')}</span>
  const value = (end === 'from' ? transition.fromStageId : transition.toStageId) ?? ''
  const known = stages.some((stage) => stage.id === value)
  const possible = stages.filter((stage) => end === 'to' || stage.id === value || stageKind(stage) === 'open')
  return (
    <CellSelect
      column={end}
      label={t('fieldOf', { column: t(end), name: nameOf(row) })}
      value={value}
      readOnly={readOnly}
      options={[
        ...(known ? [] : [{ value, label: row[end] }]),
        ...possible.map((stage) => ({ value: stage.id, label: stage.stageName || stage.stageCode })),
      ]}
      onChange={(stageId) => {
        const ends = end === 'from' ? { fromStageId: stageId } : { toStageId: stageId }
        const done = editor.dispatch('reconnectTransition', { transitionId: transition.id, ...ends })
        if (!done.ok) announce(done.reason)
      }}
    />
  )
}

export function NameCell({ row }: CellProps) {
  const t = useText('transitionMatrix')
  const change = useChange(row)
  return (
    <CellInput
      column="name"
      label={t('fieldOf', { column: t('name'), name: nameOf(row) })}
      value={row.transition.transitionName}
      placeholder={t('namePlaceholder')}
      maxLength={100}
      readOnly={useReadOnly()}
      commit={(text) => change({ transitionName: text.trim() })}
    />
  )
}

export function FlagCell({ row, flag }: CellProps & { readonly flag: 'isAutomatic' | 'isRework' }) {
  const t = useText('transitionMatrix')
  const change = useChange(row)
  return (
    <Switch
      checked={row.transition[flag]}
      disabled={useReadOnly()}
      onChange={(_, checked) => {
        const refusal = change({ [flag]: checked })
        if (refusal !== null) announce(refusal)
      }}
      slotProps={{ input: { role: 'switch', 'aria-label': t(flag, { name: nameOf(row) }) } }}
    />
  )
}

export function WeightCell({ row }: CellProps) {
  const t = useText('transitionMatrix')
  const change = useChange(row)
  const { weight } = row.transition
  return (
    <span className={styles.share} title={t('shareHelp')}>
      <CellInput
        column="weight"
        label={t('fieldOf', { column: t('weight'), name: nameOf(row) })}
        value={weight === null ? '' : String(weight)}
        align="end"
        inputMode="decimal"
        placeholder="–"
        readOnly={useReadOnly()}
        commit={(text) => {
          if (text.trim() === '') return change({ weight: null })
          const number = readNumber(text)
          return number >= 0 ? change({ weight: number }) : t('weightWrong')
        }}
      />
      {row.share === null ? null : <small>{t('shareOf', { percent: row.share })}</small>}
    </span>
  )
}

export function ConditionCell({ row, ui }: CellProps & { readonly ui: EditorUi }) {
  const t = useText('transitionMatrix')
  if (!row.condition) return <span className={styles.none}>{t('always')}</span>
  const { sentence, more } = row.condition
  return (
    <button
      type="button"
      className={styles.condition}
      title={sentence}
      onClick={() => ui.showDetails({ kind: 'transition', id: row.transition.id }, 'conditions')}
    >
      {sentence}
      {more > 0 ? ` ${t('conditionsMore', { count: more })}` : null}
    </button>
  )
}

const signs = { error: ErrorOutlined, warning: WarningAmber, info: InfoOutlined } as const

export function ProblemsCell({ row, ui }: CellProps & { readonly ui: EditorUi }) {
  const t = useText('transitionMatrix')
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
      onClick={() => ui.showDetails({ kind: 'transition', id: row.transition.id }, first.at.field)}
    >
      <Sign aria-hidden />
      <span>{t('problemCount', { count: row.problems.length })}</span>
      <span className="sr-only">{`: ${messages}`}</span>
    </button>
  )
}

/** The cells of a transition's row: each changes its transition by one command. */
import type { TransitionChanges } from '../../domain/commands/changes.ts'
import type { ProcessDocument } from '../../domain/process/process.ts'
import { type SalesStage, stageKind } from '../../domain/process/stage.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { CellInput } from '../../ui/tables/CellInput.tsx'
import { CellSelect } from '../../ui/tables/CellSelect.tsx'
import { CellSwitch } from '../../ui/tables/CellSwitch.tsx'
import { flags, readField, writeField } from './transitionFields.ts'
import type { TransitionRow } from './transitionRows.ts'
import styles from './transitionTable.module.css'

interface CellProps {
  readonly row: TransitionRow
}

export const nameOf = ({ from, to }: TransitionRow): string => `${from} → ${to}`

function useChange({ transition }: TransitionRow) {
  const editor = useEditor()
  return (changes: TransitionChanges): string | null => {
    const done = editor.dispatch('updateTransition', { transitionId: transition.id, changes })
    return done.ok ? null : say(done.reason)
  }
}

const useReadOnly = () => useEditorState((state) => state.readOnly !== null)

type Stages = ProcessDocument['stages']
type Options = readonly { readonly value: string; readonly label: string }[]
const made = new WeakMap<Stages, { readonly all: Options; readonly open: Options }>()

/** Stages a transition may lead to and from, in order; made once for all cells. */
function endsOf(stages: Stages): { readonly all: Options; readonly open: Options } {
  const had = made.get(stages)
  if (had) return had
  const sorted = Object.values(stages).sort((a, b) => a.stageOrder - b.stageOrder)
  const option = ({ id, stageName, stageCode }: SalesStage) => ({ value: id, label: stageName || stageCode })
  const ends = {
    all: sorted.map(option),
    open: sorted.filter((stage) => stageKind(stage) === 'open').map(option),
  }
  made.set(stages, ends)
  return ends
}

/** An end, chosen among the stages that may be one. */
export function EndCell({ row, end }: CellProps & { readonly end: 'from' | 'to' }) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const readOnly = useReadOnly()
  const ends = useEditorState((state) => endsOf(state.document.stages))
  const { transition } = row
  if (end === 'from' && transition.fromStageId === null)
    return <span className={styles.anyOpen}>{t('anyOpen')}</span>
  const value = (end === 'from' ? transition.fromStageId : transition.toStageId) ?? ''
  const possible = end === 'to' ? ends.all : ends.open
  const known = possible.some((option) => option.value === value)
  return (
    <CellSelect
      column={end}
      tabStop={end === 'from'}
      label={t('fieldOf', { column: t(end), name: nameOf(row) })}
      value={value}
      readOnly={readOnly}
      options={known ? possible : [{ value, label: row[end] }, ...possible]}
      onChange={(stageId) => {
        const ends = end === 'from' ? { fromStageId: stageId } : { toStageId: stageId }
        const done = editor.dispatch('reconnectTransition', { transitionId: transition.id, ...ends })
        if (!done.ok) announce(say(done.reason))
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

export function FlagCell({ row, flag }: CellProps & { readonly flag: keyof typeof flags }) {
  const t = useText('transitionMatrix')
  const change = useChange(row)
  return (
    <CellSwitch
      column={flag}
      label={t(flags[flag], { name: nameOf(row) })}
      checked={row.transition[flags[flag]] ?? false}
      readOnly={useReadOnly()}
      onChange={(checked) => {
        const refusal = change({ [flags[flag]]: checked })
        if (refusal !== null) announce(refusal)
      }}
    />
  )
}

/** Who may make the move by hand: written as it is copied and pasted. */
export function RunByCell({ row }: CellProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const change = useChange(row)
  const { document } = editor.store.getState()
  return (
    <CellInput
      column="runBy"
      label={t('fieldOf', { column: t('runBy'), name: nameOf(row) })}
      value={writeField('runBy', row.transition, document)}
      placeholder={t('everybody')}
      readOnly={useReadOnly()}
      commit={(given) => {
        const read = readField('runBy', given, document)
        return 'reason' in read ? read.reason : change(read.changes)
      }}
    />
  )
}

/** Days to wait, priority, or the share of deals that leave here. */
export function NumberCell({
  row,
  field,
}: CellProps & { readonly field: 'weight' | 'afterDays' | 'priority' }) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const change = useChange(row)
  const value = row.transition[field]
  const input = (
    <CellInput
      column={field}
      label={t('fieldOf', { column: t(field), name: nameOf(row) })}
      value={value === null ? '' : String(value)}
      align="end"
      inputMode="decimal"
      placeholder="–"
      readOnly={useReadOnly()}
      commit={(given) => {
        const read = readField(field, given, editor.store.getState().document)
        return 'reason' in read ? read.reason : change(read.changes)
      }}
    />
  )
  if (field !== 'weight') return input
  return (
    <span className={styles.share} title={t('shareHelp')}>
      {input}
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
      tabIndex={-1}
      className={styles.condition}
      title={sentence}
      onClick={() => ui.showDetails({ kind: 'transition', id: row.transition.id }, 'conditions')}
    >
      {sentence}
      {more > 0 ? ` ${t('conditionsMore', { count: more })}` : null}
    </button>
  )
}

import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import Search from '@mui/icons-material/Search'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { ActionMenu } from '../../ui/actions/ActionMenu.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import { ConditionCell, EndCell, FlagCell, NameCell, ProblemsCell, WeightCell } from './TransitionCells.tsx'
import styles from './transitionMatrix.module.css'
import {
  findTransitions,
  type TransitionQuery,
  type TransitionRow,
  transitionFilters,
  transitionRows,
} from './transitionRows.ts'

const everything: TransitionQuery = { search: '', filter: 'all' }

/** All transitions as rows that are edited in place. */
export function TransitionTable({ ui }: { readonly ui: EditorUi }) {
  const t = useText('transitionMatrix')
  const problems = useProblems()
  const { document, reference } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
  }))
  const place = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState(everything)
  const rows = useMemo(
    () => transitionRows({ document, reference, problems }),
    [document, reference, problems],
  )
  const found = useMemo(() => findTransitions(rows, query), [rows, query])
  const count = rows.length
  const change = (next: TransitionQuery) => {
    setQuery(next)
    const now = findTransitions(rows, next).length
    announce(t('found', { count: now }), { topic: 'transitions found', afterTyping: true })
  }
  const focusRow = (index: number) =>
    requestAnimationFrame(() => {
      const fields = place.current?.querySelectorAll<HTMLElement>('[data-cell="name"]') ?? []
      const target = fields[Math.min(index, fields.length - 1)] ?? place.current?.querySelector('input')
      target?.focus()
    })

  const columns: Column<TransitionRow>[] = [
    { id: 'from', header: t('from'), rowHeader: true, cell: (row) => <EndCell row={row} end="from" /> },
    { id: 'to', header: t('to'), cell: (row) => <EndCell row={row} end="to" /> },
    { id: 'name', header: t('name'), width: 210, cell: (row) => <NameCell row={row} /> },
    { id: 'automatic', header: t('automatic'), cell: (row) => <FlagCell row={row} flag="isAutomatic" /> },
    { id: 'conditions', header: t('conditions'), cell: (row) => <ConditionCell row={row} ui={ui} /> },
    { id: 'weight', header: t('weight'), align: 'end', width: 118, cell: (row) => <WeightCell row={row} /> },
    { id: 'rework', header: t('rework'), cell: (row) => <FlagCell row={row} flag="isRework" /> },
    { id: 'problems', header: t('problems'), cell: (row) => <ProblemsCell row={row} ui={ui} /> },
    {
      id: 'actions',
      header: <span className="sr-only">{t('actions')}</span>,
      align: 'end',
      cell: (row) => <TransitionMenu row={row} ui={ui} onRemoved={() => focusRow(found.indexOf(row))} />,
    },
  ]

  return (
    <div ref={place} className={styles.part}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={t('search')}
            hideLabel
            type="search"
            placeholder={t('searchHint')}
            start={<Search aria-hidden sx={{ fontSize: 18, mr: 0.75, color: 'var(--color-text-subtle)' }} />}
            value={query.search}
            onChange={(event) => change({ ...query, search: event.target.value })}
          />
        </div>
        <SelectField
          label={t('filter')}
          hideLabel
          value={query.filter}
          options={transitionFilters.map((value) => ({ value, label: t(`filter_${value}`) }))}
          onChange={(event) => {
            const filter = transitionFilters.find((known) => known === event.target.value)
            if (filter) change({ ...query, filter })
          }}
        />
        <p className={styles.count}>
          {found.length === count ? t('count', { count }) : t('countSome', { found: found.length, count })}
        </p>
      </div>
      {found.length === 0 ? (
        <EmptyState
          icon={<FilterAltOffOutlined />}
          title={t('noneTitle')}
          level={3}
          actions={
            <Button variant="outlined" onClick={() => change(everything)}>
              {t('clearFilters')}
            </Button>
          }
        >
          {t('noneBody')}
        </EmptyState>
      ) : (
        <div className={styles.table}>
          <DataTable
            caption={
              found.length === count
                ? t('caption', { count })
                : t('captionSome', { count: found.length, all: count })
            }
            columns={columns}
            rows={found}
            rowId={(row) => row.transition.id}
          />
        </div>
      )}
    </div>
  )
}

interface TransitionMenuProps {
  readonly row: TransitionRow
  readonly ui: EditorUi
  readonly onRemoved: () => void
}

function TransitionMenu({ row, ui, onRemoved }: TransitionMenuProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const readOnly = useEditorState((state) => state.readOnly)
  const { id, isGlobal } = row.transition
  const name = `${row.from} → ${row.to}`
  const element = { kind: 'transition', id } as const
  return (
    <ActionMenu
      label={t('actionsOf', { name })}
      button={(button) => (
        <IconButton {...button} size="small" aria-label={t('actionsOf', { name })}>
          <MoreHoriz fontSize="small" />
        </IconButton>
      )}
      actions={[
        { id: 'details', label: t('details'), run: () => ui.showDetails(element) },
        {
          id: 'insert',
          label: t('insert'),
          disabledReason: readOnly ?? (isGlobal ? t('globalEnds') : null),
          run: () => ui.open({ name: 'addStage', afterStageId: null, transitionId: id }),
        },
        null,
        {
          id: 'remove',
          label: t('remove'),
          danger: true,
          disabledReason: readOnly,
          run: () => {
            const done = editor.dispatch('removeTransitions', { transitionIds: [id] })
            if (done.ok) onRemoved()
            else announce(done.reason)
          },
        },
      ]}
    />
  )
}

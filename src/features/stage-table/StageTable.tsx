/**
 * The process as a table of stages: a native table whose cells are edited in place. Selection is the editor's, so
 * canvas and inspector know it; rows change places by drag, by Alt with the arrows and by the row's menu.
 */
import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import ViewListOutlined from '@mui/icons-material/ViewListOutlined'
import Button from '@mui/material/Button'
import { useTable } from '@tanstack/react-table'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { BulkBar } from './BulkBar.tsx'
import { features, stageColumns } from './columns.tsx'
import { RemoveStagesDialog } from './RemoveStagesDialog.tsx'
import { RowMenu } from './RowMenu.tsx'
import { placed, shifted } from './reorder.ts'
import { StageTableRow } from './StageTableRow.tsx'
import { findStages, type StageQuery, type StageRow, stageRows } from './stageRows.ts'
import styles from './stageTable.module.css'
import { TableBar } from './TableBar.tsx'
import { TableHead } from './TableHead.tsx'
import { useRemoval } from './useRemoval.ts'
import { useRowDrag } from './useRowDrag.ts'

const everything: StageQuery = { search: '', filter: 'all' }

export function StageTable({ ui }: { readonly ui: EditorUi }) {
  const t = useText('stageTable')
  const editor = useEditor()
  const problems = useProblems()
  const { document, usage, readOnly, selection, active } = useEditorState((state) => ({
    document: state.document,
    usage: state.usage,
    readOnly: state.readOnly,
    selection: state.session.selection,
    active: state.session.active,
  }))
  const [query, setQuery] = useState(everything)
  const body = useRef<HTMLTableSectionElement>(null)
  const addButton = useRef<HTMLElement>(null)
  const rows = useMemo(() => stageRows({ document, problems, usage }), [document, problems, usage])
  const found = useMemo(() => findStages(rows, query), [rows, query])
  const columns = useMemo(() => stageColumns(t, ui), [t, ui])
  const table = useTable({ features, columns, data: found, getRowId: (row) => row.stage.id })
  const shown = table.getRowModel().rows
  const selected = useMemo(
    () => new Set(selection.filter(({ kind }) => kind === 'stage').map(({ id }) => id)),
    [selection],
  )
  const sorted = table.state.sorting.length > 0
  const orderFixed = sorted ? t('sortedElsewhere') : null

  const focusRow = useCallback((id: string | undefined) => {
    const row = id === undefined ? null : body.current?.querySelector(`tr[data-stage="${CSS.escape(id)}"]`)
    const target = row?.querySelector<HTMLElement>('[data-cell="name"]') ?? addButton.current
    target?.focus()
  }, [])

  const reorder = useCallback(
    (movedStageId: string, make: (order: readonly string[]) => readonly string[] | null, edge: string) => {
      const focused = globalThis.document.activeElement
      const order = stageRows({ ...editor.store.getState(), problems: editor.problems() })
      const next = make(order.map(({ stage }) => stage.id))
      const done =
        next === null ? null : editor.dispatch('reorderStages', { stageIds: [...next], movedStageId })
      if (done === null) announce(edge)
      else if (!done.ok) announce(done.reason)
      // A row that moves in the page loses focus; the person has not moved.
      else if (focused instanceof HTMLElement)
        requestAnimationFrame(() => {
          focused.focus()
          focused.closest('tr')?.scrollIntoView({ block: 'nearest' })
        })
    },
    [editor],
  )
  const move = useCallback(
    (id: string, by: 1 | -1) =>
      reorder(id, (order) => shifted(order, id, by), by === -1 ? t('alreadyFirst') : t('alreadyLast')),
    [reorder, t],
  )
  const { drag, start } = useRowDrag(({ id, target, side }) =>
    reorder(
      id,
      (order) => {
        const others = order.filter((other) => other !== id)
        return placed(order, id, others.indexOf(target) + (side === 'after' ? 1 : 0))
      },
      '',
    ),
  )
  const startDrag = useRef(start)
  startDrag.current = start

  const removal = useRemoval((gone) => {
    editor.select([])
    const places = shown.map(({ id }) => id)
    const from = Math.min(...gone.map((id) => places.indexOf(id)).filter((place) => place >= 0))
    const left = places.filter((id) => !gone.includes(id))
    requestAnimationFrame(() => focusRow(left[Math.min(from, left.length - 1)]))
  })
  const askRemoval = useRef(removal.ask)
  askRemoval.current = removal.ask

  const lastSelected = useRef<string | null>(null)
  const shownIds = useRef<readonly string[]>([])
  shownIds.current = shown.map(({ id }) => id)
  const select = useCallback(
    (id: string, isSelected: boolean, through: boolean) => {
      const ids = shownIds.current
      const [a, b] = [ids.indexOf(lastSelected.current ?? id), ids.indexOf(id)]
      const range = new Set(through && a >= 0 ? ids.slice(Math.min(a, b), Math.max(a, b) + 1) : [id])
      lastSelected.current = id
      const others = editor.store
        .getState()
        .session.selection.filter((element) => element.kind !== 'stage' || !range.has(element.id))
      const added = isSelected ? [...range].map((one) => ({ kind: 'stage', id: one }) as const) : []
      editor.select([...others, ...added])
    },
    [editor],
  )
  const change = (next: StageQuery) => {
    setQuery(next)
    announce(t('found', { count: findStages(rows, next).length }), {
      topic: 'stages found',
      afterTyping: true,
    })
  }
  const add = () => ui.open({ name: 'addStage', afterStageId: lastOpen(rows), transitionId: null })

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = event.target instanceof Element ? event.target.closest('tr')?.dataset.stage : undefined
    if (id === undefined || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    if (orderFixed !== null) announce(t('sortFirst'))
    else move(id, event.key === 'ArrowUp' ? -1 : 1)
  }
  const menu = useCallback(
    (row: StageRow) => (
      <RowMenu
        row={row}
        ui={ui}
        orderFixed={orderFixed}
        onMove={move}
        onRemove={(ids) => askRemoval.current(ids)}
      />
    ),
    [ui, orderFixed, move],
  )
  const onDrag = useCallback<typeof start>((id, event) => startDrag.current(id, event), [])

  if (rows.length === 0)
    return (
      <EmptyState
        icon={<ViewListOutlined />}
        title={t('emptyTitle')}
        actions={
          readOnly === null ? (
            <Button variant="contained" onClick={add}>
              {t('add')}
            </Button>
          ) : null
        }
      >
        {t('emptyBody')}
      </EmptyState>
    )
  const chosen = rows.filter(({ stage }) => selected.has(stage.id)).map(({ stage }) => stage.id)
  return (
    <section className={styles.room} aria-labelledby="stage-table-title">
      <h2 id="stage-table-title" className="sr-only">
        {t('title')}
      </h2>
      <TableBar query={query} found={found.length} count={rows.length} onChange={change} onAdd={add} />
      {chosen.length > 0 ? <BulkBar stageIds={chosen} onRemove={removal.ask} /> : null}
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
        <div className={styles.scroller} data-scroller>
          <table className={styles.table} onKeyDown={onKeyDown} data-dragging={drag !== null || undefined}>
            <caption className="sr-only">
              {found.length === rows.length
                ? t('caption', { count: rows.length })
                : t('captionSome', { count: found.length, all: rows.length })}
            </caption>
            <TableHead
              table={table}
              shown={shownIds.current}
              selected={selected}
              onSelectAll={(all) =>
                editor.select(all ? shownIds.current.map((id) => ({ kind: 'stage', id })) : [])
              }
            />
            <tbody ref={body}>
              {shown.map((row) => (
                <StageTableRow
                  key={row.id}
                  table={table}
                  row={row}
                  selected={selected.has(row.id)}
                  current={active?.kind === 'stage' && active.id === row.id}
                  dragging={drag?.id === row.id}
                  drop={drag?.target === row.id ? drag.side : null}
                  draggable={!sorted && readOnly === null}
                  menu={menu}
                  onSelect={select}
                  onDrag={onDrag}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {removal.asking ? (
        <RemoveStagesDialog
          stageIds={removal.asking}
          onClose={removal.cancel}
          onRemove={(migrations) => removal.remove(removal.asking ?? [], migrations)}
        />
      ) : null}
    </section>
  )
}

/** A new stage comes after the last open one, before those that end a deal. */
const lastOpen = (rows: readonly StageRow[]): string | null =>
  rows.findLast(({ stage }) => !stage.isClosedWon && !stage.isClosedLost)?.stage.id ?? null

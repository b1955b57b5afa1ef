import ContentPaste from '@mui/icons-material/ContentPaste'
import FilterAltOffOutlined from '@mui/icons-material/FilterAltOffOutlined'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { handleRowKey } from '../../editor/rowKeys.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useReveal } from '../../editor/useReveal.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { everything, findRows, type GridQuery } from '../../ui/tables/facets.ts'
import { GridBar } from '../../ui/tables/GridBar.tsx'
import { type CellPlace, type GridHandle, GridTable } from '../../ui/tables/GridTable.tsx'
import { isShown, ordered, type Sort, sortedRows } from '../../ui/tables/gridColumns.ts'
import { useColumnChoice } from '../../ui/tables/useColumnChoice.ts'
import { PasteTransitions } from './PasteTransitions.tsx'
import { TransitionBulkBar } from './TransitionBulkBar.tsx'
import { nameOf } from './TransitionCells.tsx'
import { TransitionMenu } from './TransitionMenu.tsx'
import { transitionColumns } from './transitionColumns.tsx'
import { transitionFacets } from './transitionFacets.ts'
import { type TransitionRow, transitionRows } from './transitionRows.ts'

interface TransitionTableProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  readonly onMenu?: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
  /** Stands at the end of the bar. */
  readonly children: ReactNode
}

const rowId = ({ transition }: TransitionRow): string => transition.id
const searched = ({ from, to, transition }: TransitionRow): string =>
  `${from} ${to} ${transition.transitionName}`

/** All transitions as rows that are edited in place. */
export function TransitionTable({ ui, settings, onMenu, children }: TransitionTableProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const problems = useProblems()
  const { document, reference, readOnly, selection, active } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
    readOnly: state.readOnly,
    selection: state.session.selection,
    active: state.session.active,
  }))
  const [query, setQuery] = useState<GridQuery>(everything)
  const [sort, setSort] = useState<Sort | null>(null)
  const [choice, setChoice] = useColumnChoice('transitions')
  const [pasting, setPasting] = useState<{ readonly text: string; readonly at: CellPlace | null } | null>(
    null,
  )
  const grid = useRef<GridHandle>(null)
  const place = useRef<HTMLDivElement>(null)
  const rows = useMemo(
    () => transitionRows({ document, reference, problems }),
    [document, reference, problems],
  )
  const facets = useMemo(() => transitionFacets(t, document), [t, document])
  const all = useMemo(() => transitionColumns(t, ui, () => editor.store.getState().document), [t, ui, editor])
  const columns = useMemo(
    () => ordered(all, choice).filter((column) => isShown(column, choice)),
    [all, choice],
  )
  const found = useMemo(() => findRows(rows, query, facets, searched), [rows, query, facets])
  const shown = useMemo(() => sortedRows(found, all, sort), [found, all, sort])
  const shownIds = useMemo(() => shown.map(rowId), [shown])
  const selected = useMemo(
    () => new Set(selection.filter(({ kind }) => kind === 'transition').map(({ id }) => id)),
    [selection],
  )
  const chosen = shownIds.filter((id) => selected.has(id))
  const count = rows.length

  const remove = (ids: readonly string[]) => {
    const done = editor.dispatch('removeTransitions', { transitionIds: [...ids] })
    if (!done.ok) {
      announce(say(done.reason))
      return
    }
    editor.select([])
    const from = Math.min(...ids.map((id) => shownIds.indexOf(id)).filter((index) => index >= 0))
    const left = shownIds.filter((id) => !ids.includes(id))
    requestAnimationFrame(() => {
      const next = left[Math.min(from, left.length - 1)]
      if (next === undefined) place.current?.querySelector('input')?.focus()
      else grid.current?.focus(next, 'name')
    })
  }
  const now = useRef(remove)
  now.current = remove
  const menu = useCallback(
    (row: TransitionRow) => <TransitionMenu row={row} ui={ui} onRemove={(id) => now.current([id])} />,
    [ui],
  )
  useReveal('transition', (id) => {
    // What the filter hides cannot take focus: whoever asked for it wants to see it.
    if (!shownIds.includes(id)) setQuery(everything)
    grid.current?.focus(id, 'name')
  })
  const onKey = (event: KeyboardEvent<HTMLElement>, id: string): boolean => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (event.key !== 'Delete' || isField || readOnly !== null) {
      const element = { kind: 'transition', id } as const
      return handleRowKey(event.nativeEvent, event.target, { element, settings, editor, ui })
    }
    remove(selected.has(id) ? chosen : [id])
    return true
  }
  const paste = (text: string, at: CellPlace | null) =>
    readOnly === null ? setPasting({ text, at }) : announce(readOnly)

  return (
    <div ref={place} style={{ display: 'contents' }}>
      <GridBar
        label={t('search')}
        placeholder={t('searchHint')}
        rows={rows}
        facets={facets}
        query={query}
        foundWords={(next) => t('found', { count: findRows(rows, next, facets, searched).length })}
        onQuery={setQuery}
        count={
          found.length === count ? t('count', { count }) : t('countSome', { found: found.length, count })
        }
        columns={{ all, choice, onChoice: setChoice }}
        sorted={{
          sort,
          header: all.find(({ id }) => id === sort?.by)?.header ?? '',
          onBack: () => setSort(null),
        }}
      >
        {readOnly === null ? (
          <Button variant="outlined" startIcon={<ContentPaste />} onClick={() => paste('', null)}>
            {t('pasteOpen')}
          </Button>
        ) : null}
        {children}
      </GridBar>
      {chosen.length > 0 ? <TransitionBulkBar ids={chosen} onRemove={remove} /> : null}
      {found.length === 0 ? (
        <EmptyState
          icon={<FilterAltOffOutlined />}
          title={t('noneTitle')}
          level={3}
          actions={
            <Button variant="outlined" onClick={() => setQuery(everything)}>
              {t('clearFilters')}
            </Button>
          }
        >
          {t('noneBody')}
        </EmptyState>
      ) : (
        <GridTable
          ref={grid}
          caption={
            found.length === count
              ? t('caption', { count })
              : t('captionSome', { count: found.length, all: count })
          }
          columns={columns}
          rows={shown}
          rowId={rowId}
          rowName={nameOf}
          sort={sort}
          onSort={setSort}
          selected={selected}
          onSelect={(ids) =>
            editor.select([
              ...selection.filter(({ kind }) => kind !== 'transition'),
              ...ids.map((id) => ({ kind: 'transition', id }) as const),
            ])
          }
          current={active?.kind === 'transition' ? active.id : null}
          menu={menu}
          {...(onMenu
            ? {
                onMenu: (id, at) => {
                  editor.setActive({ kind: 'transition', id })
                  onMenu({ kind: 'transition', id }, at)
                },
              }
            : {})}
          onPaste={paste}
          onKey={onKey}
        />
      )}
      {pasting ? (
        <PasteTransitions
          {...pasting}
          shownIds={shownIds}
          shownColumns={columns.map(({ id }) => id)}
          onClose={() => setPasting(null)}
        />
      ) : null}
    </div>
  )
}

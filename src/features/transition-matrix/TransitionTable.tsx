import ContentPaste from '@mui/icons-material/ContentPaste'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { handleRowKey } from '../../editor/rowKeys.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useReveal } from '../../editor/useReveal.ts'
import { useRowSelection } from '../../editor/useRowSelection.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { GridBar } from '../../ui/tables/GridBar.tsx'
import { type CellPlace, type GridHandle, GridTable } from '../../ui/tables/GridTable.tsx'
import { NothingFound } from '../../ui/tables/NothingFound.tsx'
import { useGridView } from '../../ui/tables/useGridView.ts'
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
const textOf = ({ from, to, transition }: TransitionRow): string =>
  `${from} ${to} ${transition.transitionName}`

/** All transitions as rows that are edited in place. */
export function TransitionTable({ ui, settings, onMenu, children }: TransitionTableProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const problems = useProblems()
  const { document, reference, readOnly } = useEditorState((state) => ({
    document: state.document,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
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
  const columns = useMemo(
    () => transitionColumns(t, ui, () => editor.store.getState().document),
    [t, ui, editor],
  )
  const view = useGridView({ name: 'transitions', rows, columns, facets, rowId, textOf })
  const selection = useRowSelection('transition', onMenu)
  const { selected } = selection
  const chosen = view.ids.filter((id) => selected.has(id))
  const [found, count] = [view.ids.length, rows.length]

  const remove = (ids: readonly string[]) => {
    const done = editor.dispatch('removeTransitions', { transitionIds: [...ids] })
    if (!done.ok) {
      announce(say(done.reason))
      return
    }
    editor.select([])
    const from = Math.min(...ids.map((id) => view.ids.indexOf(id)).filter((index) => index >= 0))
    const left = view.ids.filter((id) => !ids.includes(id))
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
    if (!view.ids.includes(id)) view.showAll()
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
        {...view.bar}
        foundWords={(next) => t('found', { count: view.countOf(next) })}
        count={found === count ? t('count', { count }) : t('countSome', { found, count })}
      >
        {readOnly === null ? (
          <Button variant="outlined" startIcon={<ContentPaste />} onClick={() => paste('', null)}>
            {t('pasteOpen')}
          </Button>
        ) : null}
        {children}
      </GridBar>
      {chosen.length > 0 ? <TransitionBulkBar ids={chosen} onRemove={remove} /> : null}
      {found === 0 ? (
        <NothingFound
          title={t('noneTitle')}
          hint={t('noneBody')}
          clear={t('clearFilters')}
          onClear={view.showAll}
        />
      ) : (
        <GridTable
          ref={grid}
          caption={found === count ? t('caption', { count }) : t('captionSome', { count: found, all: count })}
          {...view.table}
          {...selection}
          rowName={nameOf}
          menu={menu}
          onPaste={paste}
          onKey={onKey}
        />
      )}
      {pasting ? (
        <PasteTransitions
          {...pasting}
          shownIds={view.ids}
          shownColumns={view.columnIds}
          onClose={() => setPasting(null)}
        />
      ) : null}
    </div>
  )
}

/**
 * The process as a table of stages, edited in place. Selection is the editor's, so canvas and inspector know it; rows
 * change places by drag, by Alt with the arrows and by the row's menu.
 */
import Add from '@mui/icons-material/Add'
import ContentPaste from '@mui/icons-material/ContentPaste'
import ViewListOutlined from '@mui/icons-material/ViewListOutlined'
import Button from '@mui/material/Button'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { deleteElements, type EditorUi, pasteText } from '../../editor/actions/index.ts'
import { fragmentFromText } from '../../editor/clipboard.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState, useProblems } from '../../editor/react.ts'
import { handleRowKey } from '../../editor/rowKeys.ts'
import type { ShortcutSettings } from '../../editor/shortcuts.ts'
import { useReveal } from '../../editor/useReveal.ts'
import { useRowSelection } from '../../editor/useRowSelection.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { GridBar } from '../../ui/tables/GridBar.tsx'
import { type CellPlace, type GridHandle, GridTable } from '../../ui/tables/GridTable.tsx'
import { NothingFound } from '../../ui/tables/NothingFound.tsx'
import { useGridView } from '../../ui/tables/useGridView.ts'
import { useRowDrag } from '../../ui/tables/useRowDrag.ts'
import { BulkBar } from './BulkBar.tsx'
import { nameOf } from './cells.tsx'
import { stageColumns } from './columns.tsx'
import { stageFacets } from './facets.ts'
import { PasteStages } from './PasteStages.tsx'
import { RowMenu } from './RowMenu.tsx'
import { type StageRow, stageRows } from './stageRows.ts'
import styles from './stageTable.module.css'
import { useReorder } from './useReorder.ts'

interface StageTableProps {
  readonly ui: EditorUi
  readonly settings: ShortcutSettings
  /** A menu of all actions was asked for on a row. */
  readonly onMenu?: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
}

const rowId = ({ stage }: StageRow): string => stage.id
const textOf = ({ stage }: StageRow): string => `${stage.stageName} ${stage.stageCode}`

export function StageTable({ ui, settings, onMenu }: StageTableProps) {
  const t = useText('stageTable')
  const editor = useEditor()
  const problems = useProblems()
  const { document, usage, reference, readOnly } = useEditorState((state) => ({
    document: state.document,
    usage: state.usage,
    reference: state.reference,
    readOnly: state.readOnly,
  }))
  const [pasting, setPasting] = useState<{ readonly text: string; readonly at: CellPlace | null } | null>(
    null,
  )
  const grid = useRef<GridHandle>(null)
  const rows = useMemo(() => stageRows({ document, problems, usage }), [document, problems, usage])
  const facets = useMemo(() => stageFacets(t, reference), [t, reference])
  const longestCode = Math.max(0, ...rows.map(({ stage }) => stage.stageCode.length))
  const columns = useMemo(() => stageColumns(t, ui, reference, longestCode), [t, ui, reference, longestCode])
  const view = useGridView({ name: 'stages', rows, columns, facets, rowId, textOf })
  const selection = useRowSelection('stage', onMenu)
  const { selected } = selection
  const [found, count] = [view.ids.length, rows.length]
  const orderFixed = view.sort ? t('sortedElsewhere') : null
  const { reorder, move } = useReorder()
  const { drag, start } = useRowDrag(({ id, target, side }) => reorder({ id, target, side }))
  const startDrag = useRef(start)
  startDrag.current = start
  const onDrag = useCallback<typeof start>((id, event) => startDrag.current(id, event), [])

  const remove = (stageIds: readonly string[]) =>
    deleteElements(
      editor,
      ui,
      stageIds.map((id) => ({ kind: 'stage', id })),
    )
  const menu = useCallback(
    (row: StageRow) => <RowMenu row={row} ui={ui} orderFixed={orderFixed} onMove={move} />,
    [ui, orderFixed, move],
  )
  useReveal('stage', (id) => {
    // What the filter hides cannot take focus: whoever asked for it wants to see it.
    if (!view.ids.includes(id)) view.showAll()
    grid.current?.focus(id)
  })
  const onKey = (event: KeyboardEvent<HTMLElement>, id: string): boolean => {
    const isField = event.target instanceof HTMLInputElement && event.target.type === 'text'
    if (event.key === 'Delete' && !isField && readOnly === null) {
      remove(selected.has(id) ? [...selected] : [id])
      return true
    }
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) {
      const element = { kind: 'stage', id } as const
      return handleRowKey(event.nativeEvent, event.target, { element, settings, editor, ui })
    }
    if (orderFixed !== null) announce(t('sortFirst'))
    else if (readOnly !== null) announce(readOnly)
    else move(id, event.key === 'ArrowUp' ? -1 : 1)
    return true
  }
  const paste = (text: string, at: CellPlace | null) => {
    if (readOnly !== null) announce(readOnly)
    else if (fragmentFromText(text)) pasteText(editor, ui, text)
    else setPasting({ text, at })
  }
  const add = () =>
    ui.open({
      name: 'addStage',
      // A new stage comes after the last open one, before those that end a deal.
      afterStageId: rows.findLast(({ stage }) => !stage.isClosedWon && !stage.isClosedLost)?.stage.id ?? null,
      transitionId: null,
    })
  const pasteButton = (
    <Button variant="outlined" startIcon={<ContentPaste />} onClick={() => paste('', null)}>
      {t('pasteOpen')}
    </Button>
  )
  const dialog = pasting ? (
    <PasteStages
      {...pasting}
      shownIds={view.ids}
      shownColumns={view.columnIds}
      onClose={() => setPasting(null)}
    />
  ) : null

  if (rows.length === 0)
    return (
      <>
        <EmptyState
          icon={<ViewListOutlined />}
          title={t('emptyTitle')}
          actions={
            readOnly === null ? (
              <>
                <Button variant="contained" onClick={add}>
                  {t('add')}
                </Button>
                {pasteButton}
              </>
            ) : null
          }
        >
          {t('emptyBody')}
        </EmptyState>
        {dialog}
      </>
    )
  const chosen = rows.filter(({ stage }) => selected.has(stage.id)).map(rowId)
  return (
    <section className={styles.room} aria-labelledby="stage-table-title">
      <h2 id="stage-table-title" className="sr-only">
        {t('title')}
      </h2>
      <GridBar
        label={t('search')}
        placeholder={t('searchHint')}
        {...view.bar}
        foundWords={(next) => t('found', { count: view.countOf(next) })}
        count={found === count ? t('count', { count }) : t('countSome', { found, count })}
      >
        {readOnly === null ? (
          <>
            {pasteButton}
            <Button variant="contained" startIcon={<Add />} onClick={add}>
              {t('add')}
            </Button>
          </>
        ) : null}
      </GridBar>
      {chosen.length > 0 ? <BulkBar stageIds={chosen} onRemove={remove} /> : null}
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
          dimmed={({ stage }) => !stage.isActive}
          order={{ numberOf: ({ number }) => number, fixed: readOnly ?? orderFixed, drag, onDrag }}
          menu={menu}
          onPaste={paste}
          onKey={onKey}
        />
      )}
      {dialog}
    </section>
  )
}

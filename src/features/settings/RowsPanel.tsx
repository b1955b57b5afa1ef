/** A table of one kind of reference data with add, edit and delete; its dialog comes from whoever knows the fields. */
import Add from '@mui/icons-material/Add'
import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import Search from '@mui/icons-material/Search'
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined'
import Button from '@mui/material/Button'
import { type ReactNode, useState } from 'react'
import type { Failure } from '../../data/api/failure.ts'
import { useText } from '../../text/index.ts'
import { ToolButton } from '../../ui/actions/ToolButton.tsx'
import { announce } from '../../ui/announcer/index.ts'
import { Answered } from '../../ui/feedback/Answered.tsx'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Notice } from '../../ui/feedback/Notice.tsx'
import { TextField } from '../../ui/forms/index.ts'
import { Panel } from '../../ui/layout/Panel.tsx'
import { type Column, DataTable } from '../../ui/tables/DataTable.tsx'
import { NothingFound } from '../../ui/tables/NothingFound.tsx'
import { refusal } from './answers.ts'
import styles from './Settings.module.css'
import type { Rows } from './useRows.ts'

export interface DialogGiven<Row, Body> {
  /** Null: a new one. */
  readonly row: Row | null
  /** A new one that begins as a copy of this. */
  readonly copyOf: Row | null
  readonly onSave: (body: Body) => Promise<Failure | null>
  readonly onClose: () => void
}

interface RowsPanelProps<Row, Body> {
  readonly title: string
  readonly lead: string
  readonly caption: (count: number) => string
  readonly newLabel: string
  readonly empty: { readonly title: string; readonly body: string }
  readonly mayChange: boolean
  readonly rows: Rows<Row, Body>
  readonly columns: readonly Column<Row>[]
  readonly idOf: (row: Row) => string
  readonly nameOf: (row: Row) => string
  readonly savedName: (body: Body) => string
  /** What a search looks through, where it is more than the name. */
  readonly textOf?: (row: Row) => string
  readonly dialog: (given: DialogGiven<Row, Body>) => ReactNode
  /** The dialog is a page of its own and stands in place of the table; it says itself that something was saved. */
  readonly asPage?: boolean
  /** What deleting one means; absent: refused while it is used. */
  readonly removeBody?: string
  /** Said before a row is deleted: what uses it. */
  readonly beforeRemoval?: (row: Row) => ReactNode
  /** A new one may begin as a copy. */
  readonly copies?: boolean
}

/** Fewer rows are seen at a glance. */
const searchedFrom = 12

interface Editing<Row> {
  readonly row: Row | null
  readonly copyOf: Row | null
}

export function RowsPanel<Row, Body>(props: RowsPanelProps<Row, Body>) {
  const { title, lead, caption, newLabel, empty, mayChange, rows, columns, idOf, nameOf, savedName, dialog } =
    props
  const t = useText('settings')
  const [editing, setEditing] = useState<Editing<Row> | null>(null)
  const [removing, setRemoving] = useState<Row | null>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [query, setQuery] = useState('')
  const { textOf = nameOf } = props
  const answer = rows.failure
    ? ({ ok: false, failure: rows.failure } as const)
    : rows.rows && ({ ok: true, value: rows.rows } as const)

  const save = async (body: Body): Promise<Failure | null> => {
    const row = editing?.row ?? null
    const failure = await rows.save(row, body)
    if (failure) return failure
    setEditing(null)
    setRefused(null)
    announce(t(row === null ? 'created' : 'changed', { name: savedName(body) }))
    return null
  }
  const remove = async (row: Row) => {
    setBusy(true)
    const failure = await rows.remove(row)
    setBusy(false)
    setRemoving(null)
    setRefused(failure ? refusal(failure) : null)
    announce(failure ? refusal(failure) : t('removed', { name: nameOf(row) }))
  }
  const tools: Column<Row> = {
    id: 'tools',
    header: <span className="sr-only">{t('actions')}</span>,
    align: 'end',
    width: props.copies ? 116 : 80,
    cell: (row) => (
      <div className={styles.buttons} data-row={idOf(row)}>
        <ToolButton
          size="small"
          label={t(mayChange ? 'edit' : 'look', { name: nameOf(row) })}
          icon={mayChange ? <EditOutlined /> : <VisibilityOutlined />}
          onClick={() => setEditing({ row, copyOf: null })}
        />
        {mayChange && props.copies ? (
          <ToolButton
            size="small"
            label={t('copy', { name: nameOf(row) })}
            icon={<ContentCopy />}
            onClick={() => setEditing({ row: null, copyOf: row })}
          />
        ) : null}
        {mayChange ? (
          <ToolButton
            size="small"
            label={t('remove', { name: nameOf(row) })}
            icon={<DeleteOutlined />}
            onClick={() => setRemoving(row)}
          />
        ) : null}
      </div>
    ),
  }
  const isEmpty = answer?.ok === true && answer.value.length === 0
  const add = mayChange ? (
    <Button
      variant={isEmpty ? 'contained' : 'outlined'}
      size={isEmpty ? 'medium' : 'small'}
      startIcon={<Add />}
      data-row=""
      onClick={() => setEditing({ row: null, copyOf: null })}
    >
      {newLabel}
    </Button>
  ) : null
  const words = query.trim().toLocaleLowerCase()
  const content = (all: readonly Row[]) => {
    if (all.length === 0)
      return (
        <EmptyState level={3} title={empty.title} actions={add}>
          {empty.body}
        </EmptyState>
      )
    const found = all.filter((row) => textOf(row).toLocaleLowerCase().includes(words))
    return (
      <>
        {all.length > searchedFrom ? (
          <search className={styles.search}>
            <TextField
              label={t('searchRows')}
              hideLabel
              type="search"
              placeholder={t('searchRows')}
              value={query}
              start={<Search aria-hidden fontSize="inherit" />}
              onChange={({ target }) => setQuery(target.value)}
            />
          </search>
        ) : null}
        {found.length === 0 ? (
          <NothingFound
            title={t('noRows')}
            hint={t('noRowsBody', { query: query.trim() })}
            clear={t('clearSearch')}
            onClear={() => setQuery('')}
          />
        ) : (
          <DataTable
            caption={caption(found.length)}
            columns={mayChange || props.asPage ? [...columns, tools] : columns}
            rows={found}
            rowId={idOf}
          />
        )}
      </>
    )
  }
  const close = () => {
    const from = editing?.row ?? editing?.copyOf
    setEditing(null)
    // The page that stood here took the focus with it; a dialog gives it back by itself.
    if (props.asPage) requestAnimationFrame(() => focusRow(from ? idOf(from) : ''))
  }
  const shown = editing
    ? dialog({ row: editing.row, copyOf: editing.copyOf, onSave: save, onClose: close })
    : null
  if (shown && props.asPage) return shown
  return (
    <>
      {refused ? <Notice tone="error" title={refused} /> : null}
      <Panel title={title} description={lead} actions={isEmpty ? null : add} flush>
        <Answered answer={answer} loading={title} failed={t('loadFailed')} onRetry={rows.reload}>
          {content}
        </Answered>
      </Panel>
      {shown}
      <ConfirmDialog
        open={removing !== null}
        title={t('removeTitle', { name: removing ? nameOf(removing) : '' })}
        confirmLabel={t('removeConfirm')}
        danger
        busy={busy}
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          if (removing) void remove(removing)
        }}
      >
        {props.removeBody ?? t('removeBody')}
        {removing ? props.beforeRemoval?.(removing) : null}
      </ConfirmDialog>
    </>
  )
}

/** The first button of a row's tools; without an id the button that makes a new row. */
function focusRow(id: string): void {
  const tools = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
  const button = tools?.matches('button') ? tools : tools?.querySelector<HTMLElement>('button')
  button?.focus()
}

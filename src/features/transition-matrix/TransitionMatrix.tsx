/**
 * All transitions at a glance: a row leads to a column. A grid with one tab stop: arrows walk, Space switches a
 * transition on or off, Enter opens it. What cannot be says why; what would lose work asks first.
 */
import Search from '@mui/icons-material/Search'
import Button from '@mui/material/Button'
import { type KeyboardEvent, type MouseEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { isHidden } from '../../domain/process/hidden.ts'
import type { EditorUi } from '../../editor/actions/index.ts'
import type { ElementRef } from '../../editor/editor.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { say, useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { TextField } from '../../ui/forms/index.ts'
import { DeleteCarrying } from './DeleteCarrying.tsx'
import { type Place, placeAfter } from './gridKeys.ts'
import { MatrixRow } from './MatrixRow.tsx'
import { MatrixSign } from './MatrixSign.tsx'
import styles from './matrix.module.css'
import { type MatrixQuery, matrixOf } from './matrixCells.ts'
import { useCrosshair } from './useCrosshair.ts'

const signs = ['manual', 'automatic', 'rework', 'global', 'refused'] as const

interface TransitionMatrixProps {
  readonly ui: EditorUi
  readonly onMenu?: (element: ElementRef, at: { readonly x: number; readonly y: number }) => void
  /** Stands at the end of the bar. */
  readonly children: ReactNode
}

export function TransitionMatrix({ ui, onMenu, children }: TransitionMatrixProps) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const { document, readOnly, lastStep } = useEditorState((state) => ({
    document: state.document,
    readOnly: state.readOnly,
    lastStep: state.undoStack.at(-1)?.id ?? null,
  }))
  const [query, setQuery] = useState<MatrixQuery>({ search: '', connected: false })
  const { rows, columns, cells } = useMemo(() => matrixOf(document, query), [document, query])
  const grid = useRef<HTMLTableElement>(null)
  const cross = { row: useRef<HTMLDivElement>(null), column: useRef<HTMLDivElement>(null) }
  const crosshair = useCrosshair(cross.row, cross.column)
  const [asking, setAsking] = useState<Place | null>(null)
  const [removed, setRemoved] = useState<{
    readonly from: string
    readonly to: string
    readonly step: string | null
  } | null>(null)
  const [kept, setPlace] = useState<Place>({ row: 0, column: Math.min(1, columns.length - 1) })
  const place = {
    row: Math.max(0, Math.min(kept.row, rows.length - 1)),
    column: Math.max(0, Math.min(kept.column, columns.length - 1)),
  }
  const transitions = Object.values(document.transitions)
  const hides = transitions.some((transition) => isHidden(transition, 'actions'))
  const nameOf = (end: { readonly stageId: string | null; readonly name: string } | undefined): string =>
    end?.stageId === null ? t('anyOpen') : (end?.name ?? '')

  const go = (next: Place) => {
    setPlace(next)
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const change = (next: MatrixQuery) => {
    setQuery(next)
    const found = matrixOf(document, next)
    const words = { rows: found.rows.length, columns: found.columns.length }
    announce(t('matrixFound', words), { topic: 'matrix found', afterTyping: true })
  }
  const remove = ({ row, column }: Place) => {
    const cell = cells[row]?.[column]
    if (!cell || !('id' in cell)) return
    const done = editor.dispatch('removeTransitions', { transitionIds: [cell.id] })
    if (!done.ok) {
      announce(say(done.reason))
      return
    }
    const step = editor.store.getState().undoStack.at(-1)?.id ?? null
    setRemoved({ from: nameOf(rows[row]), to: nameOf(columns[column]), step })
  }
  const toggle = (at: Place, only?: 'remove') => {
    const [from, to, cell] = [rows[at.row], columns[at.column], cells[at.row]?.[at.column]]
    if (!from || !to || !cell) return
    if (cell.state === 'refused') announce(say(cell.reason))
    else if (readOnly !== null) announce(readOnly)
    else if ('id' in cell) {
      if (cell.carries) setAsking(at)
      else remove(at)
    } else if (only === 'remove') announce(t('nothingThere'))
    else {
      const done = editor.dispatch('connectStages', {
        connections: [{ fromStageId: from.stageId, toStageId: to.stageId }],
      })
      if (!done.ok) announce(say(done.reason))
    }
  }
  const open = ({ row, column }: Place) => {
    const cell = cells[row]?.[column]
    if (cell && 'id' in cell) ui.showDetails({ kind: 'transition', id: cell.id })
    else announce(cell?.state === 'refused' ? say(cell.reason) : t('nothingThere'))
  }

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || event.metaKey) return
    const next = placeAfter(event, place, {
      rows: rows.length,
      columns: columns.length,
      rtl: getComputedStyle(event.currentTarget).direction === 'rtl',
    })
    if (next) go(next)
    else if (event.key === ' ') toggle(place)
    else if (event.key === 'Delete' || event.key === 'Backspace') toggle(place, 'remove')
    else if (event.key === 'Enter') open(place)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const placed = (target: EventTarget): Place | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('[data-place]') : null
    const [row, column] = (cell?.dataset.place ?? '').split(' ').map(Number)
    return cell && row !== undefined && column !== undefined ? { row, column } : null
  }
  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const at = placed(event.target)
    if (!at) return
    go(at)
    toggle(at)
  }
  const onContextMenu = (event: MouseEvent<HTMLTableElement>) => {
    const at = placed(event.target)
    const cell = at ? cells[at.row]?.[at.column] : undefined
    if (!onMenu || !at || !cell || !('id' in cell)) return
    event.preventDefault()
    go(at)
    const element = { kind: 'transition', id: cell.id } as const
    editor.select([element])
    editor.setActive(element)
    const box = event.target instanceof Element ? event.target.getBoundingClientRect() : null
    const byKey = event.clientX === 0 && event.clientY === 0 && box
    onMenu(element, byKey ? { x: box.left, y: box.bottom } : { x: event.clientX, y: event.clientY })
  }
  const undo = () => {
    editor.undo()
    setRemoved(null)
    go(place)
  }
  const asked = asking ? cells[asking.row]?.[asking.column] : undefined

  return (
    <div className={styles.part}>
      <div className={styles.bar}>
        <div className={styles.search}>
          <TextField
            label={t('searchStages')}
            hideLabel
            type="search"
            placeholder={t('searchStagesHint')}
            start={<Search aria-hidden sx={{ fontSize: 18, mr: 0.75, color: 'var(--color-text-subtle)' }} />}
            value={query.search}
            onChange={(event) => change({ ...query, search: event.target.value })}
          />
        </div>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={query.connected}
            onChange={(event) => change({ ...query, connected: event.target.checked })}
          />
          <span>{t('connectedOnly')}</span>
        </label>
        <p className={styles.count}>{t('count', { count: transitions.length })}</p>
        {children}
      </div>
      <div className={styles.help}>
        <p id="matrix-help">{t('matrixHelp')}</p>
        <ul className={styles.legend} aria-label={t('legend')}>
          {signs.map((state) => (
            <li key={state}>
              <span className={styles.sign} data-state={state}>
                <MatrixSign state={state} />
              </span>
              {t(`legend_${state}`)}
            </li>
          ))}
          {hides ? (
            <li>
              <span className={styles.sign} aria-hidden>
                +
              </span>
              {t('legend_hidden')}
            </li>
          ) : null}
        </ul>
      </div>
      {removed && removed.step === lastStep ? (
        <div className={styles.undone}>
          <p>{t('removed', { from: removed.from, to: removed.to })}</p>
          <Button size="small" onClick={undo}>
            {t('undo')}
          </Button>
        </div>
      ) : null}
      <div className={styles.scroller}>
        <table
          ref={grid}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern on a native table keeps its headers
          role="grid"
          className={styles.matrix}
          aria-label={t('matrixLabel')}
          aria-describedby="matrix-help"
          onKeyDown={onKeyDown}
          onClick={onClick}
          onContextMenu={onContextMenu}
          {...crosshair}
        >
          <thead>
            <tr>
              <th scope="col">
                <span>{t('corner')}</span>
              </th>
              {columns.map((column, index) => (
                <th
                  key={column.stageId}
                  scope="col"
                  data-current={index === place.column || undefined}
                  title={column.name}
                >
                  <span>{column.name}</span>{' '}
                  <small>
                    <span aria-hidden>{column.count}</span>
                    <span className="sr-only">{t('leading', { count: column.count })}</span>
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <MatrixRow
                key={row.stageId ?? ''}
                index={index}
                name={nameOf(row)}
                count={row.count}
                any={row.stageId === null}
                columns={columns}
                cells={cells[index] ?? []}
                stop={index === place.row ? place.column : null}
              />
            ))}
          </tbody>
        </table>
        <div ref={cross.row} className={styles.cross} hidden />
        <div ref={cross.column} className={styles.cross} hidden />
      </div>
      {rows.length === 0 || columns.length === 0 ? <p className={styles.help}>{t('noneInMatrix')}</p> : null}
      {asking && asked && 'id' in asked ? (
        <DeleteCarrying
          from={nameOf(rows[asking.row])}
          to={nameOf(columns[asking.column])}
          conditions={asked.conditions}
          actions={asked.actions}
          hidesActions={asked.hidesActions}
          onClose={() => setAsking(null)}
          onOpen={() => {
            setAsking(null)
            open(asking)
          }}
          onDelete={() => {
            setAsking(null)
            remove(asking)
          }}
        />
      ) : null}
    </div>
  )
}

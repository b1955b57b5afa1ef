/**
 * All transitions at a glance: a row leads to a column. A grid with one tab stop: arrows walk, Space switches a
 * transition on or off, Enter opens it. What cannot be says why.
 */
import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react'
import type { EditorUi } from '../../editor/actions/index.ts'
import { useEditor, useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { type Place, placeAfter } from './gridKeys.ts'
import { MatrixRow } from './MatrixRow.tsx'
import { MatrixSign } from './MatrixSign.tsx'
import { matrixOf } from './matrixCells.ts'
import styles from './transitionMatrix.module.css'

const signs = ['manual', 'automatic', 'rework', 'global', 'refused'] as const

export function TransitionMatrix({ ui }: { readonly ui: EditorUi }) {
  const t = useText('transitionMatrix')
  const editor = useEditor()
  const { document, readOnly } = useEditorState((state) => ({
    document: state.document,
    readOnly: state.readOnly,
  }))
  const { rows, columns, cells } = useMemo(() => matrixOf(document), [document])
  const grid = useRef<HTMLTableElement>(null)
  const [kept, setPlace] = useState<Place>({ row: 0, column: Math.min(1, columns.length - 1) })
  const place = {
    row: Math.min(kept.row, rows.length - 1),
    column: Math.min(kept.column, columns.length - 1),
  }

  const go = (next: Place) => {
    setPlace(next)
    const cell = grid.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  const toggle = ({ row, column }: Place, only?: 'remove') => {
    const [from, to, cell] = [rows[row], columns[column], cells[row]?.[column]]
    if (!from || !to || !cell) return
    if (cell.state === 'refused') announce(cell.reason)
    else if (readOnly !== null) announce(readOnly)
    else if ('id' in cell) {
      const done = editor.dispatch('removeTransitions', { transitionIds: [cell.id] })
      if (!done.ok) announce(done.reason)
    } else if (only === 'remove') announce(t('nothingThere'))
    else {
      const done = editor.dispatch('connectStages', {
        connections: [{ fromStageId: from.stageId, toStageId: to.stageId }],
      })
      if (!done.ok) announce(done.reason)
    }
  }
  const open = ({ row, column }: Place) => {
    const cell = cells[row]?.[column]
    if (cell && 'id' in cell) ui.showDetails({ kind: 'transition', id: cell.id })
    else announce(cell?.state === 'refused' ? cell.reason : t('nothingThere'))
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
    else if (event.key === 'Delete') toggle(place, 'remove')
    else if (event.key === 'Enter') open(place)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-place]') : null
    const [row, column] = (cell?.dataset.place ?? '').split(' ').map(Number)
    if (row === undefined || column === undefined || !cell) return
    go({ row, column })
    toggle({ row, column })
  }

  return (
    <div className={styles.part}>
      <div className={styles.legendBar}>
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
        </ul>
      </div>
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
                  <span>{column.name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <MatrixRow
                key={row.stageId ?? ''}
                index={index}
                name={row.stageId === null ? t('anyOpen') : row.name}
                columns={columns}
                cells={cells[index] ?? []}
                stop={index === place.row ? place.column : null}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

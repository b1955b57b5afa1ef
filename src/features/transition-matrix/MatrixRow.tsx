import { memo } from 'react'
import { sameValue } from '../../domain/process/equality.ts'
import { say, type Translate, useText } from '../../text/index.ts'
import { MatrixSign } from './MatrixSign.tsx'
import styles from './matrix.module.css'
import type { Matrix, MatrixCell } from './matrixCells.ts'

interface MatrixRowProps {
  readonly index: number
  readonly name: string
  /** Transitions that leave here. */
  readonly count: number
  /** Stands for any open stage. */
  readonly any: boolean
  readonly columns: Matrix['columns']
  readonly cells: readonly MatrixCell[]
  /** The column of the grid's tab stop, where it is in this row. */
  readonly stop: number | null
}

export const MatrixRow = memo(
  function MatrixRow({ index, name, count, any, columns, cells, stop }: MatrixRowProps) {
    const t = useText('transitionMatrix')
    return (
      <tr data-any={any || undefined}>
        <th scope="row" data-current={stop !== null || undefined} title={name}>
          <span>
            <b>{name}</b>{' '}
            <small>
              <span aria-hidden>{count}</span>
              <span className="sr-only">{t('leaving', { count })}</span>
            </small>
          </span>
        </th>
        {columns.map((column, at) => {
          const cell = cells[at]
          if (!cell) return null
          const words = cellWords(t, cell, name, column.name)
          return (
            <td
              key={column.stageId}
              // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of the grid pattern
              role="gridcell"
              className={styles.sign}
              data-place={`${index} ${at}`}
              data-state={cell.state}
              tabIndex={at === stop ? 0 : -1}
              aria-label={words}
              aria-disabled={cell.state === 'refused' || undefined}
              title={cell.state === 'refused' ? say(cell.reason) : words}
            >
              <MatrixSign state={cell.state} />
              {'conditions' in cell ? <sup aria-hidden>{carried(cell)}</sup> : null}
            </td>
          )
        })}
      </tr>
    )
  },
  (a, b) =>
    a.index === b.index &&
    a.name === b.name &&
    a.count === b.count &&
    a.stop === b.stop &&
    sameValue(a.columns, b.columns) &&
    sameValue(a.cells, b.cells),
)

/** "3", "3+" where there may be more than is seen; empty where there is nothing. */
function carried({ conditions, actions, hidesActions }: Extract<MatrixCell, { conditions: number }>): string {
  const seen = conditions + actions
  return `${seen > 0 ? seen : ''}${hidesActions ? '+' : ''}`
}

function cellWords(t: Translate<'transitionMatrix'>, cell: MatrixCell, from: string, to: string): string {
  switch (cell.state) {
    case 'refused':
      return t('cell_refused', { from, to, reason: say(cell.reason) })
    case 'none':
    case 'global':
      return t(`cell_${cell.state}`, { from, to })
    default: {
      const { conditions, actions: count, hidesActions } = cell
      const more =
        (conditions > 0 ? t('cellConditions', { count: conditions }) : '') +
        (count > 0
          ? t(hidesActions ? 'cellActionsAndHidden' : 'cellActions', { count })
          : hidesActions
            ? t('cellActionsHidden')
            : '')
      return t(`cell_${cell.state}`, { from, to, more })
    }
  }
}

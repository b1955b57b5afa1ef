import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp'
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined'
import Button from '@mui/material/Button'
import { useText } from '../../text/entrance.ts'
import { ToolButton } from '../actions/ToolButton.tsx'
import { announce } from '../announcer/index.ts'
import { BarPopover } from './BarPopover.tsx'
import styles from './gridBar.module.css'
import { asDefined, type ColumnChoice, type GridColumn, isShown, ordered, withMoved } from './gridColumns.ts'

interface ColumnsButtonProps {
  readonly all: readonly Pick<GridColumn<never>, 'id' | 'header' | 'rowHeader' | 'optional'>[]
  readonly choice: ColumnChoice
  readonly onChoice: (choice: ColumnChoice) => void
}

/** Which columns are shown and in which order; remembered by this device. */
export function ColumnsButton({ all, choice, onChoice }: ColumnsButtonProps) {
  const t = useText('tables')
  const columns = ordered(all, choice)
  const shown = columns.filter((column) => isShown(column, choice)).length
  const move = (column: string, header: string, by: -1 | 1) => {
    const next = withMoved(all, choice, column, by)
    onChoice(next)
    const place = ordered(all, next).findIndex((one) => one.id === column) + 1
    announce(t('columnMoved', { name: header, place, count: columns.length }))
  }
  return (
    <BarPopover
      icon={<ViewColumnOutlined />}
      label={t('columns')}
      title={t('columnsTitle', { shown, count: columns.length })}
      reset={
        <Button size="small" onClick={() => onChoice(asDefined)}>
          {t('columnsReset')}
        </Button>
      }
    >
      <ul className={styles.columnList}>
        {columns.map((column, index) => (
          <li key={column.id}>
            <label className={styles.option}>
              <input
                type="checkbox"
                checked={isShown(column, choice)}
                disabled={column.rowHeader === true}
                onChange={(event) =>
                  onChoice({ ...choice, shown: { ...choice.shown, [column.id]: event.target.checked } })
                }
              />
              <span>{column.header}</span>
            </label>
            {column.rowHeader ? (
              <small>{t('columnFixed')}</small>
            ) : (
              <>
                <ToolButton
                  size="small"
                  label={t('columnEarlier', { name: column.header })}
                  icon={<KeyboardArrowUp />}
                  disabledReason={index === 1 ? t('columnFirst') : null}
                  onClick={() => move(column.id, column.header, -1)}
                />
                <ToolButton
                  size="small"
                  label={t('columnLater', { name: column.header })}
                  icon={<KeyboardArrowDown />}
                  disabledReason={index === columns.length - 1 ? t('columnLast') : null}
                  onClick={() => move(column.id, column.header, 1)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
    </BarPopover>
  )
}

import Add from '@mui/icons-material/Add'
import Search from '@mui/icons-material/Search'
import Button from '@mui/material/Button'
import { useEditorState } from '../../editor/react.ts'
import { useText } from '../../text/index.ts'
import { SelectField, TextField } from '../../ui/forms/index.ts'
import { type StageQuery, stageFilters } from './stageRows.ts'
import styles from './stageTable.module.css'

interface TableBarProps {
  readonly query: StageQuery
  readonly found: number
  readonly count: number
  readonly onChange: (query: StageQuery) => void
  readonly onAdd: () => void
}

/** Search, filter, how many, and one more. */
export function TableBar({ query, found, count, onChange, onAdd }: TableBarProps) {
  const t = useText('stageTable')
  const readOnly = useEditorState((state) => state.readOnly !== null)
  return (
    <div className={styles.bar}>
      <div className={styles.search}>
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('searchHint')}
          start={<Search aria-hidden sx={{ fontSize: 18, mr: 0.75, color: 'var(--color-text-subtle)' }} />}
          value={query.search}
          onChange={(event) => onChange({ ...query, search: event.target.value })}
        />
      </div>
      <SelectField
        label={t('filter')}
        hideLabel
        value={query.filter}
        options={stageFilters.map((value) => ({ value, label: t(`filter_${value}`) }))}
        onChange={(event) => {
          const filter = stageFilters.find((known) => known === event.target.value)
          if (filter) onChange({ ...query, filter })
        }}
      />
      <p className={styles.count}>
        {found === count ? t('count', { count }) : t('countSome', { found, count })}
      </p>
      {readOnly ? null : (
        <Button variant="contained" startIcon={<Add />} onClick={onAdd}>
          {t('add')}
        </Button>
      )}
    </div>
  )
}

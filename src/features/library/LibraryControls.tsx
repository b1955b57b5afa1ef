import Search from '@mui/icons-material/Search'
import { useText } from '../../text/index.ts'
import { announce } from '../../ui/announcer/index.ts'
import { SelectField } from '../../ui/forms/SelectField.tsx'
import { TextField } from '../../ui/forms/TextField.tsx'
import styles from './Library.module.css'
import { filters, type LibraryQuery, sorts } from './libraryItem.ts'

interface LibraryControlsProps {
  readonly query: LibraryQuery
  readonly found: number
  readonly onChange: (query: LibraryQuery) => void
}

const oneOf = <T extends string>(all: readonly T[], value: string, otherwise: T): T =>
  all.find((item) => item === value) ?? otherwise

/** Search, filter and order. How many are left is said when typing pauses. */
export function LibraryControls({ query, found, onChange }: LibraryControlsProps) {
  const t = useText('library')
  const change = (next: Partial<LibraryQuery>) => onChange({ ...query, ...next })
  const sayCount = () => announce(t('found', { count: found }), { topic: 'library', afterTyping: true })
  return (
    <search className={styles.controls} onBlur={sayCount}>
      <div className={styles.search}>
        <TextField
          label={t('search')}
          hideLabel
          type="search"
          placeholder={t('search')}
          value={query.search}
          start={<Search aria-hidden fontSize="inherit" />}
          onChange={(event) => change({ search: event.target.value })}
        />
      </div>
      <SelectField
        label={t('filter')}
        hideLabel
        value={query.filter}
        options={filters.map((value) => ({ value, label: t(`filter_${value}`) }))}
        onChange={(event) => change({ filter: oneOf(filters, event.target.value, 'all') })}
      />
      <SelectField
        label={t('sort')}
        hideLabel
        value={query.sort}
        options={sorts.map((value) => ({ value, label: t(`sort_${value}`) }))}
        onChange={(event) => change({ sort: oneOf(sorts, event.target.value, 'recent') })}
      />
      <p className={styles.count}>{t('shown', { count: found })}</p>
    </search>
  )
}

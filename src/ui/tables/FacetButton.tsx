import FilterList from '@mui/icons-material/FilterList'
import Button from '@mui/material/Button'
import { useText } from '../../text/entrance.ts'
import { BarPopover } from './BarPopover.tsx'
import { chosenCount, type Facet, type FacetChoice, withToggled } from './facets.ts'
import styles from './gridBar.module.css'

interface FacetButtonProps<Row> {
  readonly rows: readonly Row[]
  readonly facets: readonly Facet<Row>[]
  readonly chosen: FacetChoice
  readonly onChange: (chosen: FacetChoice) => void
}

/** Filters by what rows are, each value with how many rows have it. */
export function FacetButton<Row>({ rows, facets, chosen, onChange }: FacetButtonProps<Row>) {
  const t = useText('tables')
  const count = chosenCount(chosen)
  return (
    <BarPopover
      icon={<FilterList />}
      label={count === 0 ? t('filter') : t('filterCount', { count })}
      title={t('filterTitle')}
      reset={
        <Button size="small" disabled={count === 0} onClick={() => onChange({})}>
          {t('clearFilters')}
        </Button>
      }
    >
      <div className={styles.facets}>
        {facets.map((facet) => (
          <fieldset key={facet.id}>
            <legend>{facet.label}</legend>
            {facet.options.map(({ value, label }) => (
              <label key={value} className={styles.option}>
                <input
                  type="checkbox"
                  checked={chosen[facet.id]?.includes(value) ?? false}
                  onChange={() => onChange(withToggled(chosen, facet.id, value))}
                />
                <span>{label}</span>
                <small>{rows.filter((row) => facet.valuesOf(row).includes(value)).length}</small>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </BarPopover>
  )
}

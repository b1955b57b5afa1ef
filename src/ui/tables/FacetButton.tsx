import FilterList from '@mui/icons-material/FilterList'
import Button from '@mui/material/Button'
import Popover from '@mui/material/Popover'
import { useId, useState } from 'react'
import { useText } from '../../text/entrance.ts'
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
  const id = useId()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const count = chosenCount(chosen)
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterList />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {count === 0 ? t('filter') : t('filterCount', { count })}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, className: styles.popover ?? '' } }}
      >
        <h2 id={id}>{t('filterTitle')}</h2>
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
        <div className={styles.popoverEnd}>
          <Button size="small" disabled={count === 0} onClick={() => onChange({})}>
            {t('clearFilters')}
          </Button>
          <Button size="small" variant="contained" onClick={() => setAnchor(null)}>
            {t('done')}
          </Button>
        </div>
      </Popover>
    </>
  )
}
